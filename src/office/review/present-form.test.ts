// Which companies an admin can choose for a portal that none fits, and what they read where these are too many to list.
import { expect, test } from "vitest";
import { company, portalOf } from "../../access/scenarios/people.ts";
import type { SwitchPlan } from "../../switching/plan-switch.ts";
import { presentForm } from "./present-form.ts";
import { reviewWords } from "./words.ts";

function formOf(companies: number) {
  const link = { portal: portalOf("acme"), company: null, by: null, candidates: [] };
  const plan = {
    portals: [link],
    limits: [],
    companies: Array.from({ length: companies }, (_, at) => company(`c-${at}`)),
  } as unknown as SwitchPlan;
  return presentForm(plan, reviewWords("en-GB"));
}

test("every company that is free is offered, besides to leave the portal closed", () => {
  const form = formOf(3);
  expect(form?.open[0]?.options).toHaveLength(4);
  expect(form?.hint).toBeNull();
});

test("where they are too many, it is said, and how such a portal gets its company afterwards", () => {
  const form = formOf(20_001);
  expect(form?.open[0]?.options).toHaveLength(1);
  expect(form?.hint).toContain("Settings → Client Portals → Link to a company");
});
