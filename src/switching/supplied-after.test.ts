import { expect, test } from "vitest";
import type { ContentSettings } from "../access/newly-exposed.ts";
import { portalOf } from "../access/scenarios/people.ts";
import type { Portal, Template } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";
import { eachTemplate } from "../domain/template.ts";
import { changeShape, shapeOf } from "../domain/template-shape.ts";
import type { SwitchPlan } from "./plan-switch.ts";
import { suppliedAfter } from "./supplied-after.ts";

const at = (id: string, template: Template): Portal => ({ ...portalOf("c-acme"), id: id as PortalId, template });
const shipped = eachTemplate((template) => shapeOf(template, null));
const settings = (portals: Portal[], more: Partial<ContentSettings> = {}): ContentSettings => ({
  ...{ portals, shapes: shipped, firmWide: [], ownSwitches: [], defaultTemplate: "owner", ...more },
});

/** Each keeps its company, but for those that are left out. */
function planFor(linked: Portal[], closed: Portal[] = []): SwitchPlan {
  const company = { id: "c-acme", name: "Acme", isArchived: false, domains: [] };
  return {
    portals: [...linked.map((portal) => ({ portal, company })), ...closed.map((portal) => ({ portal, company: null }))],
  } as unknown as SwitchPlan;
}

const owner = at("acme", "owner");

test("what one of the two has no way to supply goes or comes, what stands inside it is not named beside it", () => {
  const on = [{ name: "task_notes", isOn: true }] as const;
  const architect = at("birch", "architect");
  const content = settings([owner, architect], { firmWide: on });
  const change = (from: "harvest" | "productive", to: "harvest" | "productive") =>
    suppliedAfter(content, planFor([owner, architect]), { from, to });
  const { lost, come } = change("productive", "harvest");
  expect(lost).toEqual(["milestones", "tasks", "description"]);
  expect(come).toEqual([]);
  expect(change("harvest", "productive")).toEqual({ lost: [], come: lost });
});

test("what no template carries at a portal that keeps its company is not told", () => {
  const shapes = { ...shipped, owner: changeShape(shipped.owner, { block: "milestones", change: "hide" }) };
  const told = (linked: Portal[], closed: Portal[] = []) =>
    suppliedAfter(settings([...linked, ...closed], { shapes }), planFor(linked, closed), {
      from: "csv",
      to: "harvest",
    });
  expect(told([owner]).lost).not.toContain("milestones");
  expect(told([owner], [at("birch", "architect")]).lost).not.toContain("milestones");
  expect(told([owner, at("birch", "architect")]).lost).toContain("milestones");
});

test("from no PSA, nothing is told: there was nothing on the pages", () => {
  expect(suppliedAfter(settings([owner]), planFor([owner]), { from: null, to: "harvest" })).toEqual({
    lost: [],
    come: [],
  });
});
