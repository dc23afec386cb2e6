// Hidden means absent: every value that a switch or a template hides is planted with a mark of its own, and looked for.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Template, templates } from "../domain/firm.ts";
import type { ProjectId } from "../domain/ids.ts";
import { type CompanyWork, emptyWork } from "../domain/project.ts";
import {
  type BlockName,
  blockNames,
  blockOfField,
  type FieldName,
  fieldNames,
  fieldsOfBlock,
  type ShownBlock,
  wholeOfField,
} from "../domain/template.ts";
import { shapeOf, shownBlocks, templateBlocks } from "../domain/template-shape.ts";
import { type VisibilitySwitches, visibilityDefaults, visibilitySwitchNames } from "../domain/visibility.ts";
import { dropHidden, nameOfAuthor, suppliedFields } from "./content.ts";
import { decide } from "./decide.ts";
import { janeAtAcme, portalOf, project } from "./scenarios/people.ts";

type PsaField = Exclude<FieldName, "updates" | "pulse">;

/** Without what is the firm's own, and no part of the work. */
const psaFields = fieldNames.filter((field): field is PsaField => field !== "updates" && field !== "pulse");

/** A mark for each field, which appears in the work where the field's value does. */
const marks: Record<PsaField, string> = {
  phase: "PHASEMARK",
  percentComplete: "61.0601",
  dates: "2031-01-01",
  milestones: "MILESTONEMARK",
  disciplines: 'percent":73',
  hours: "71.0707",
  rates: "111.1101",
  budget: "222.2202",
  profitability: "33.3303",
  invoices: "INVOICEMARK",
  tasks: "TASKMARK",
  taskNotes: "NOTEMARK",
  teamNames: "Shortname Q.",
  teamProfiles: "profilemark@firm.example",
  utilisation: "44.4404",
  manager: "Managermark Q.",
  managerProfile: "manager@firm.example",
  address: "ADDRESSMARK",
  description: "DESCRIPTIONMARK",
};

const id = "p-1" as ProjectId;
const day = "2031-01-01" as NonNullable<CompanyWork["projects"][number]["startDate"]>;
const usd = (amount: string) => ({ amount, currency: "USD" });
const person = (staffId: string, name: string, email: string) => ({
  id: staffId,
  name,
  role: null,
  discipline: null,
  email,
  phone: null,
});

const work: CompanyWork = {
  ...emptyWork(project("p-1", "acme").companyId),
  projects: [
    {
      ...project("p-1", "acme"),
      phase: marks.phase,
      percentComplete: 61.0601,
      startDate: day,
      endDate: null,
      address: marks.address,
      description: marks.description,
      managerId: "s-1",
      fee: usd("222.2202"),
    },
  ],
  milestones: [
    {
      id: "m",
      projectId: id,
      name: marks.milestones,
      dueDate: "2030-01-01" as typeof day,
      doneDate: null,
      owner: null,
    },
  ],
  managers: [person("s-1", "Managermark Quill", marks.managerProfile)],
  team: [{ projectId: id, personId: "s-2", role: null }],
  staff: [person("s-2", "Shortname Quill", marks.teamProfiles)],
  utilisation: [{ personId: "s-2", percent: 44.4404 }],
  hours: [
    { projectId: id, phaseId: null, discipline: "Civil", hours: 71.0707, billed: usd("111.1101") },
    { projectId: id, phaseId: null, discipline: "Structural", hours: 26.2864, billed: null },
  ],
  margins: [{ projectId: id, percent: 33.3303 }],
  invoices: [
    {
      id: "i",
      companyId: project("p-1", "acme").companyId,
      projectId: id,
      number: marks.invoices,
      issuedOn: "2030-01-01" as typeof day,
      dueOn: null,
      amount: usd("1.00"),
      paid: null,
      paidOn: null,
      isPaid: false,
    },
  ],
  tasks: [
    {
      id: "t",
      projectId: id,
      phaseId: null,
      name: marks.tasks,
      status: null,
      dueDate: null,
      internalNotes: marks.taskNotes,
    },
  ],
};

/** A full profile takes the place of the short name. */
const replacedBy: Partial<Record<FieldName, FieldName>> = { teamNames: "teamProfiles", manager: "managerProfile" };

function shownOf(
  template: Template,
  switches: VisibilitySwitches,
  blocks: readonly ShownBlock[] = templateBlocks[template],
) {
  const { fields } = decide({
    ...janeAtAcme,
    address: { kind: "found", portal: { ...portalOf("acme"), template }, isRetired: false },
    rules: { ...janeAtAcme.rules, switches, blocks },
    work: {
      kind: "read",
      projects: work.projects,
      supplies: suppliedFields(work, []),
      gaps: [],
      readAt: janeAtAcme.now,
    },
  });
  return { fields, text: JSON.stringify(dropHidden(work, fields, [])) };
}

/** All on, all off, each alone on, each alone off: every pair of settings meets. */
const settings: VisibilitySwitches[] = [true, false].flatMap((isOn) => {
  const all = Object.fromEntries(visibilitySwitchNames.map((name) => [name, isOn])) as VisibilitySwitches;
  return [all, ...visibilitySwitchNames.map((name) => ({ ...all, [name]: !isOn }))];
});

test("what could not be read counts as supplied with all that stands inside it, so that nobody is told that the PSA has nothing", () => {
  const unread = { parts: ["manager", "team", "hours"], projectId: null, why: "too_much" } as const;
  const supplied = suppliedFields(emptyWork(work.companyId), [unread]);
  expect(supplied.sort()).toEqual(
    [
      ...["disciplines", "hours", "manager", "managerProfile", "pulse", "rates", "teamNames", "teamProfiles"],
      ...["updates", "utilisation"],
    ].sort(),
  );
});

test.each([
  [
    ["manager", "teamNames", "hours", "disciplines"],
    ["manager", "teamNames", "hours"],
  ],
  [
    ["teamNames", "disciplines"],
    ["teamNames", "disciplines"],
  ],
  [["managerProfile", "rates"], []],
  [[], []],
] as [FieldName[], FieldName[]][])(
  "where %j is shown, what could not be read of people and hours is missed as %j",
  (shown, missed) => {
    const unread = { parts: ["manager", "team", "hours"], projectId: null, why: "too_much" } as const;
    const fields = Object.fromEntries(shown.map((field) => [field, { visible: true, cause: null }]));
    expect(dropHidden(work, fields, [unread]).unread.map(({ field }) => field)).toEqual(missed);
  },
);

describe.each(templates)("on a portal with the template %s", (template) => {
  test("no hidden value is in what a page gets, and every shown one is, for every setting of the switches", () => {
    const seen = new Set<FieldName>();
    for (const switches of [visibilityDefaults, ...settings]) {
      const { fields, text } = shownOf(template, switches);
      for (const field of psaFields) {
        const isShown = fields[field]?.visible === true;
        const fuller = replacedBy[field];
        const isReplaced = isShown && fuller !== undefined && fields[fuller]?.visible === true;
        expect([field, switches, text.includes(marks[field])]).toEqual([field, switches, isShown && !isReplaced]);
        if (isShown) seen.add(field);
      }
    }
    expect(seen.size).toBeGreaterThan(8);
  });
});

test("a field is never shown, and its value reaches no page, whatever the switches, where the firm has hidden it or its block", () => {
  const allOn = Object.fromEntries(visibilitySwitchNames.map((name) => [name, true])) as VisibilitySwitches;
  const anyBlock = (name: BlockName) =>
    fc.record({
      name: fc.constant(name),
      isShown: fc.boolean(),
      isEmphasised: fc.boolean(),
      hiddenFields: fc.subarray([...fieldsOfBlock[name]]),
    });
  fc.assert(
    fc.property(
      fc.tuple(...blockNames.map(anyBlock)),
      fc.constantFrom(visibilityDefaults, allOn),
      (stored, switches) => {
        const { fields, text } = shownOf("owner", switches, shownBlocks(shapeOf("owner", stored)));
        const isHidden = (field: FieldName) =>
          stored.some(
            ({ name, isShown, hiddenFields }) =>
              name === blockOfField(field) && (!isShown || hiddenFields.includes(wholeOfField[field] ?? field)),
          ) || stored.some(({ hiddenFields }) => hiddenFields.includes(field));
        for (const field of psaFields.filter(isHidden)) {
          expect([field, fields[field]?.visible]).toEqual([field, false]);
          expect([field, text.includes(marks[field])]).toEqual([field, false]);
        }
      },
    ),
  );
});

test("money is carried by the owner's template alone, and sensitive fields by none until they are switched on", () => {
  for (const template of templates) {
    const { fields } = shownOf(template, visibilityDefaults);
    const sensitive: FieldName[] = [
      "rates",
      "budget",
      "profitability",
      "taskNotes",
      "teamProfiles",
      "managerProfile",
      "utilisation",
    ];
    for (const field of sensitive)
      expect([template, field, fields[field]]).toEqual([template, field, { visible: false, cause: "scope.toggle" }]);
    expect(fields.invoices?.visible).toBe(template === "owner");
  }
});

test("a field that stands inside a hidden one is hidden for the same reason, and no other field is", () => {
  const allOn = Object.fromEntries(visibilitySwitchNames.map((name) => [name, true])) as VisibilitySwitches;
  const { fields } = shownOf("engineer", { ...allOn, team_names: false });
  for (const field of ["teamNames", "teamProfiles", "utilisation", "manager", "managerProfile"] as const)
    expect([field, fields[field]]).toEqual([field, { visible: false, cause: "scope.toggle" }]);
  expect(fields.hours?.visible).toBe(true);
});

test("a field that no page knows is never shown, and without a decision nothing is", () => {
  const text = JSON.stringify(dropHidden(work, {}, []));
  for (const mark of Object.values(marks)) expect(text).not.toContain(mark);
});

describe("whoever signs an update", () => {
  const shown = { visible: true, cause: null };
  const hidden = (cause: "scope.toggle" | "scope.template" | "scope.no_data") => ({ visible: false, cause });
  test.each([
    ["in full where profiles are shown", { teamNames: shown, teamProfiles: shown }, "Maya Oduya"],
    ["short where they are switched off", { teamNames: shown, teamProfiles: hidden("scope.toggle") }, "Maya O."],
    ["short where the template has none", { teamNames: shown, teamProfiles: hidden("scope.template") }, "Maya O."],
    ["not at all where names are switched off", { teamNames: hidden("scope.toggle"), teamProfiles: shown }, null],
    ["not at all where the template has no names", { teamNames: hidden("scope.template"), teamProfiles: shown }, null],
    [
      "though the PSA supplies no team",
      { teamNames: hidden("scope.no_data"), teamProfiles: hidden("scope.no_data") },
      "Maya Oduya",
    ],
    ["not at all where nothing is settled", {}, null],
  ])("is named %s", (_, fields, name) => {
    expect(nameOfAuthor("Maya Oduya", fields)).toBe(name);
  });
});
