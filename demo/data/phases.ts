import type { Template } from "../../src/domain/firm.ts";
import type { PhaseKey } from "./types.ts";

export const phaseKeys: PhaseKey[] = ["sd", "dd", "cd", "permit", "bid", "ca"];

/** The trade's names, and the usual share of each phase in the fee and in the duration. */
export const phaseNorms: Record<PhaseKey, { name: string; feeShare: number; timeShare: number }> = {
  sd: { name: "Schematic design", feeShare: 15, timeShare: 12 },
  dd: { name: "Design development", feeShare: 20, timeShare: 15 },
  cd: { name: "Construction documents", feeShare: 35, timeShare: 23 },
  permit: { name: "Permitting", feeShare: 5, timeShare: 9 },
  bid: { name: "Bidding", feeShare: 5, timeShare: 6 },
  ca: { name: "Construction administration", feeShare: 20, timeShare: 35 },
};

/** `at` is the point of the phase, in percent, at which the milestone falls due. */
export type UsualMilestone = { name: string; at: number; owner: "firm" | "client" };

const ownerMilestones: Record<PhaseKey, UsualMilestone[]> = {
  sd: [
    { name: "Program and budget confirmed", at: 20, owner: "client" },
    { name: "Schematic design issued", at: 80, owner: "firm" },
    { name: "Schematic design approved", at: 100, owner: "client" },
  ],
  dd: [
    { name: "Design development set and estimate issued", at: 85, owner: "firm" },
    { name: "Design development approved", at: 100, owner: "client" },
  ],
  cd: [
    { name: "50 % construction documents issued", at: 50, owner: "firm" },
    { name: "90 % construction documents issued for review", at: 85, owner: "firm" },
    { name: "Comments on the 90 % set returned", at: 95, owner: "client" },
  ],
  permit: [
    { name: "Permit application filed", at: 20, owner: "firm" },
    { name: "Building permit issued", at: 100, owner: "firm" },
  ],
  bid: [
    { name: "Documents issued for bid", at: 10, owner: "firm" },
    { name: "Contract awarded", at: 95, owner: "client" },
  ],
  ca: [
    { name: "Pre-construction meeting", at: 5, owner: "firm" },
    { name: "Substantial completion", at: 85, owner: "firm" },
    { name: "Punch list accepted", at: 100, owner: "client" },
  ],
};

const designTeamMilestones: Record<PhaseKey, UsualMilestone[]> = {
  sd: [
    { name: "Architectural backgrounds received", at: 15, owner: "client" },
    { name: "Basis of design issued", at: 80, owner: "firm" },
  ],
  dd: [
    { name: "Design development backgrounds received", at: 20, owner: "client" },
    { name: "Design development engineering set issued", at: 90, owner: "firm" },
  ],
  cd: [
    { name: "Coordination model exchanged, 60 %", at: 60, owner: "firm" },
    { name: "Final backgrounds frozen", at: 70, owner: "client" },
    { name: "Sealed engineering documents issued", at: 100, owner: "firm" },
  ],
  permit: [
    { name: "Engineering calculations issued for permit", at: 25, owner: "firm" },
    { name: "Reviewer's comments answered", at: 90, owner: "firm" },
  ],
  bid: [
    { name: "Addendum 1 issued", at: 60, owner: "firm" },
    { name: "Bid result sent to the team", at: 100, owner: "client" },
  ],
  ca: [
    { name: "Submittal schedule received", at: 5, owner: "client" },
    { name: "Structural and MEP submittals reviewed", at: 45, owner: "firm" },
    { name: "Final observation report issued", at: 100, owner: "firm" },
  ],
};

const contractorMilestones: Record<PhaseKey, UsualMilestone[]> = {
  sd: [
    { name: "Bridging documents and criteria received", at: 15, owner: "client" },
    { name: "Concept calculations issued for pricing", at: 90, owner: "firm" },
  ],
  dd: [
    { name: "Means and methods agreed", at: 40, owner: "client" },
    { name: "30 % package issued for pricing", at: 95, owner: "firm" },
  ],
  cd: [
    { name: "Early package sealed and released", at: 55, owner: "firm" },
    { name: "Supplier data received", at: 70, owner: "client" },
    { name: "Issued for construction", at: 100, owner: "firm" },
  ],
  permit: [
    { name: "Delegated design submitted", at: 30, owner: "firm" },
    { name: "Submittal returned by the design team", at: 95, owner: "client" },
  ],
  bid: [
    { name: "Subcontract scopes reviewed", at: 50, owner: "firm" },
    { name: "Subcontracts let", at: 100, owner: "client" },
  ],
  ca: [
    { name: "Shop drawings received", at: 15, owner: "client" },
    { name: "Shop drawings returned", at: 30, owner: "firm" },
    { name: "As-built conditions sent", at: 95, owner: "client" },
  ],
};

/** What usually has to happen in each phase, and by whom, for each kind of client. */
export const usualMilestones: Record<Template, Record<PhaseKey, UsualMilestone[]>> = {
  owner: ownerMilestones,
  architect: designTeamMilestones,
  engineer: designTeamMilestones,
  contractor: contractorMilestones,
};
