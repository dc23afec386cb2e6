import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Template, templates } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";
import { eachTemplate } from "../domain/template.ts";
import { blockChanges, changeShape, type ShapeChange, shapeOf } from "../domain/template-shape.ts";
import { type TouchedSwitch, type VisibilitySwitchName, visibilitySwitchNames } from "../domain/visibility.ts";
import { type ContentSettings, newlyExposed, sensitiveAt } from "./newly-exposed.ts";
import { portalOf } from "./scenarios/people.ts";

const shipped = eachTemplate((template) => shapeOf(template, null));
const on = (...names: VisibilitySwitchName[]): TouchedSwitch[] => names.map((name) => ({ name, isOn: true }));
const at = (id: string, template: Template, isTemplateInherited = false) => ({
  ...portalOf("c-acme"),
  ...{ id: id as PortalId, template, isTemplateInherited },
});

const [acme, birch] = [at("acme", "owner"), at("birch", "engineer", true)];
const settings = (more: Partial<ContentSettings> = {}): ContentSettings => ({
  portals: [acme, birch],
  shapes: shipped,
  firmWide: [],
  ownSwitches: [],
  defaultTemplate: "owner",
  ...more,
});

function shaped(before: ContentSettings, template: Template, ...changes: ShapeChange[]): ContentSettings {
  return { ...before, shapes: { ...before.shapes, [template]: changes.reduce(changeShape, before.shapes[template]) } };
}

const namesOf = ({ fields, portals }: ReturnType<typeof newlyExposed>) => [fields, portals.map(({ id }) => id)];
const nothing = [[], []];

describe("a change of a template", () => {
  const before = settings({ firmWide: on("task_notes", "utilisation") });

  test("that shows a block exposes what is sensitive in it and switched on, where the template is in use", () => {
    const after = shaped(before, "owner", { block: "tasks", change: "show" });
    expect(namesOf(newlyExposed(before, after))).toEqual([["taskNotes"], ["acme"]]);
    expect(namesOf(newlyExposed(after, before))).toEqual(nothing);
  });

  test("that shows a field exposes that field", () => {
    const after = shaped(before, "owner", { field: "utilisation", change: "show" });
    expect(namesOf(newlyExposed(before, after))).toEqual([["utilisation"], ["acme"]]);
  });

  test("exposes nothing while the switch is off, for all or for the portal, and nothing in a template that no portal has", () => {
    const off = settings();
    expect(namesOf(newlyExposed(off, shaped(off, "owner", { block: "tasks", change: "show" })))).toEqual(nothing);
    const own = { ...before, ownSwitches: [{ portalId: acme.id, name: "task_notes" as const, isOn: false }] };
    expect(namesOf(newlyExposed(own, shaped(own, "owner", { block: "tasks", change: "show" })))).toEqual(nothing);
    expect(namesOf(newlyExposed(before, shaped(before, "contractor", { field: "taskNotes", change: "show" })))).toEqual(
      nothing,
    );
  });

  test("exposes what is switched on for one portal alone at that portal", () => {
    const portals = [acme, at("cedar", "owner")];
    const own = settings({ portals, ownSwitches: [{ portalId: acme.id, name: "task_notes", isOn: true }] });
    const after = shaped(own, "owner", { block: "tasks", change: "show" });
    expect(namesOf(newlyExposed(own, after))).toEqual([["taskNotes"], ["acme"]]);
  });

  test("exposes nothing that is not sensitive", () => {
    expect(namesOf(newlyExposed(settings(), shaped(settings(), "owner", { block: "hours", change: "show" })))).toEqual(
      nothing,
    );
  });

  test("back to how it ships exposes what the firm had hidden", () => {
    const open = settings({ firmWide: on("fee", "profitability") });
    const hidden = shaped(open, "owner", { block: "fee", change: "hide" });
    expect(namesOf(newlyExposed(hidden, open))).toEqual([["budget", "profitability"], ["acme"]]);
  });
});

test("another template for a portal exposes what the one before has not shown", () => {
  const before = settings({ firmWide: on("fee", "task_notes") });
  const after = { ...before, portals: [acme, { ...birch, template: "owner" as const }] };
  expect(namesOf(newlyExposed(before, after))).toEqual([["budget"], ["birch"]]);
});

describe("a switch", () => {
  test("exposes its field where the template carries it", () => {
    expect(namesOf(newlyExposed(settings(), settings({ firmWide: on("fee") })))).toEqual([["budget"], ["acme"]]);
  });

  test("that is not sensitive itself exposes what stands inside its field", () => {
    const before = settings({ firmWide: [{ name: "hours", isOn: false }, ...on("rates")] });
    const after = { ...before, firmWide: [...before.firmWide, ...on("hours")] };
    expect(namesOf(newlyExposed(before, after))).toEqual([["rates"], ["birch"]]);
  });
});

describe("the margin and a sum that it is a share of", () => {
  const costs = (before: ContentSettings, after: ContentSettings) => {
    const told = newlyExposed(before, after).costs;
    return told && [told.sums, told.portals.map(({ id }) => id)];
  };
  const quiet: TouchedSwitch[] = [{ name: "invoices", isOn: false }];
  const open = (...names: VisibilitySwitchName[]) => settings({ firmWide: [...quiet, ...on(...names)] });

  test("tell the cost whichever of the two is switched on last, at the portals that show both", () => {
    expect(costs(open("fee"), open("fee", "profitability"))).toEqual([["budget"], ["acme"]]);
    expect(costs(open("profitability"), open("fee", "profitability"))).toEqual([["budget"], ["acme"]]);
    expect(costs(open(), open("fee", "profitability"))).toEqual([["budget"], ["acme"]]);
  });

  test("tell it with what the hours come to where a template has been made to show both", () => {
    const mixed = (before: ContentSettings) =>
      shaped(before, "engineer", { block: "fee", change: "show" }, { field: "profitability", change: "show" });
    const after = mixed(open("fee", "rates", "profitability"));
    expect(costs(mixed(open("fee", "rates")), after)).toEqual([
      ["rates", "budget"],
      ["acme", "birch"],
    ]);
    expect(costs(mixed(open("fee", "profitability")), after)).toEqual([["rates"], ["birch"]]);
  });

  test("are asked about when the sum is none that is sensitive by itself, and only then", () => {
    const after = settings({ firmWide: on("profitability") });
    expect(namesOf(newlyExposed(open("profitability"), after))).toEqual([["invoices"], ["acme"]]);
    expect(costs(open("profitability"), after)).toEqual([["invoices"], ["acme"]]);
    expect(namesOf(newlyExposed(open(), settings()))).toEqual(nothing);
  });

  test("tell nothing apart, nor where nothing new is shown", () => {
    expect(costs(open(), open("profitability"))).toBeNull();
    expect(costs(open(), open("fee"))).toBeNull();
    expect(costs(open("fee", "profitability"), open("fee", "profitability", "team_profiles"))).toBeNull();
  });

  test("are other pairs than the margin alone, so that a yes to the one is none to the other", () => {
    const pairsOf = (before: ContentSettings, after: ContentSettings) => newlyExposed(before, after).pairs;
    expect(pairsOf(open(), open("profitability"))).not.toEqual(pairsOf(open("fee"), open("fee", "profitability")));
  });
});

test("a portal that is not there yet is none to which something is newly exposed", () => {
  const after = settings({ portals: [acme, birch, at("new", "owner")], firmWide: on("fee") });
  expect(namesOf(newlyExposed(settings({ firmWide: on("fee") }), after))).toEqual(nothing);
});

test("a portal shows what is sensitive by its own template and switches, and one that is made now by the default and those for all", () => {
  const ownSwitches = [{ portalId: acme.id, name: "fee" as const, isOn: false }];
  const given = settings({ firmWide: on("fee", "profitability", "rates"), ownSwitches });
  expect([sensitiveAt(given, acme), sensitiveAt(given, birch)]).toEqual([["profitability", "invoices"], ["rates"]]);
  expect(sensitiveAt(given, null)).toEqual(["budget", "profitability", "invoices"]);
  expect(sensitiveAt({ ...given, defaultTemplate: "engineer" }, null)).toEqual(["rates"]);
  // Invoices by themselves are for clients.
  expect(sensitiveAt(settings(), acme)).toEqual([]);
});

test("whatever is changed: nothing is exposed by going back, nor with every sensitive switch off", () => {
  const change = fc.record({
    block: fc.constantFrom("tasks", "team", "fee", "hours", "about"),
    change: fc.constantFrom(...blockChanges),
  });
  const touched = fc.uniqueArray(fc.constantFrom(...visibilitySwitchNames));
  fc.assert(
    fc.property(fc.constantFrom(...templates), change, touched, (template, one, names) => {
      const before = settings({ firmWide: on(...names) });
      const after = shaped(before, template, one as ShapeChange);
      const { fields } = newlyExposed(before, after);
      const back = newlyExposed(after, before).fields;
      expect(fields.filter((field) => back.includes(field))).toEqual([]);
      expect(newlyExposed(settings(), shaped(settings(), template, one as ShapeChange)).fields).toEqual([]);
    }),
  );
});
