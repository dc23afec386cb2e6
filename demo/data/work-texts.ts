// What staff write when they keep time and tasks.
import type { Discipline, PhaseKey } from "./types.ts";

type Stage = "design" | "documents" | "site";

/** Which time notes suit a phase. */
export const stageOf: Record<PhaseKey, Stage> = {
  sd: "design",
  dd: "design",
  cd: "documents",
  permit: "documents",
  bid: "documents",
  ca: "site",
};

export const timeNotes: Record<Discipline, Record<Stage, string[]>> = {
  Architecture: {
    design: [
      "Floor plan options",
      "Massing and section studies",
      "Client workshop and minutes",
      "Code and egress review",
      "Material research",
    ],
    documents: [
      "Wall sections and details",
      "Door and window schedules",
      "Specification sections, divisions 07–09",
      "Sheet coordination, redlines",
      "Answers to the plan reviewer",
    ],
    site: [
      "Site visit and field report",
      "Submittal review, storefront",
      "RFI responses",
      "Owner-architect-contractor meeting",
      "Review of pay application",
    ],
  },
  Structural: {
    design: [
      "Framing options and preliminary sizes",
      "Load takedown",
      "Foundation scheme with geotechnical report",
      "Site survey of existing framing",
    ],
    documents: [
      "Lateral analysis and drift check",
      "Foundation plan and details",
      "Connection design",
      "Calculation package for permit",
      "Back-check of redlines",
    ],
    site: [
      "Shop drawing review, steel",
      "Field report, rebar before pour",
      "RFI response, beam penetration",
      "Special inspection reports reviewed",
    ],
  },
  MEP: {
    design: [
      "Block loads and system options",
      "Existing equipment survey",
      "Energy model, baseline",
      "Shaft and ceiling space coordination",
    ],
    documents: [
      "Duct layout, level 2",
      "One-line diagram and panel schedules",
      "Plumbing risers",
      "Controls sequences",
      "Clash review, corridor ceilings",
    ],
    site: [
      "Submittal review, air handlers",
      "Witnessed start-up, boilers",
      "RFI response, conduit routing",
      "Balancing report reviewed",
    ],
  },
  Civil: {
    design: ["Grading concept", "Survey base and utility research", "Stormwater options, bioretention"],
    documents: [
      "Grading and drainage plan",
      "Erosion control details",
      "Stormwater report for the town",
      "Utility profiles",
    ],
    site: ["Site walk, subgrade", "Submittal review, catch basins", "As-built grades checked"],
  },
  Interiors: {
    design: ["Finish palette", "Furniture test fits", "Wayfinding study, lobby"],
    documents: ["Finish schedule", "Millwork details", "Reflected ceiling plan and lighting picks"],
    site: ["Millwork shop drawings", "Finish mock-up visit", "Furniture delivery coordination"],
  },
};

/** Hours the client is not charged for. */
export const unbilledNotes = [
  "Internal design review",
  "Quality review before issue",
  "Rework after internal check",
  "Staff handover",
];

export const phaseTasks: Record<PhaseKey, string[]> = {
  sd: [
    "Draft program of spaces",
    "Survey existing conditions",
    "Compare three layout options",
    "Write basis of design narrative",
    "Check zoning and code path",
  ],
  dd: [
    "Coordinate structure and ductwork at corridors",
    "Update area and cost summary",
    "Review envelope details with consultant",
    "Select systems for estimate",
    "Prepare finish board",
  ],
  cd: [
    "Close clash list before 90 % issue",
    "Finish specification sections",
    "Quality review of drawing set",
    "Complete schedules",
    "Coordinate penetrations with structure",
  ],
  permit: [
    "Answer plan reviewer's comments",
    "Assemble sealed calculations",
    "File stormwater report",
    "Track fire marshal review",
  ],
  bid: ["Write addendum", "Log bidder questions", "Level the bids", "Prepare conformed set"],
  ca: [
    "Answer open RFIs",
    "Review submittals on hand",
    "Write field report",
    "Check pay application",
    "Update punch list",
  ],
};

/** Never for a client's eyes: the word in front makes a leak easy to find. */
export const internalNotes = [
  "Internal: client was promised this a week earlier than the schedule says; keep the date quiet until the partner has called.",
  "Internal: fee for this task is nearly spent. Do not start another option without asking for additional services.",
  "Internal: margin here is under 8 %, watch the hours.",
  "Internal: the contractor's estimator let slip that they are low by a lot; expect change orders.",
  "Internal: drawing was issued with the wrong title block once already, check twice.",
  "Internal: client pays late as a rule, do not release sealed drawings before the invoice is settled.",
  "Internal: our error in the level 2 dimensions. Insurer informed, say nothing before they answer.",
  "Internal: hand over to a senior, the junior is stuck.",
  "Internal: waiting for the client, who has not understood yet that it is on them.\nAsk again on Tuesday, by phone.",
  'Internal: reviewer said "never again" about the last submission; make this one clean.',
];
