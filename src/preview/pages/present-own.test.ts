import { expect, test } from "vitest";
import type { ProjectId } from "../../domain/ids.ts";
import { missingPulse, missingUpdates, type OwnFacts } from "./present-own.ts";

const now = new Date("2026-03-20T12:00:00Z");
const facts: OwnFacts = {
  projectId: "p/1" as ProjectId,
  status: "active",
  hasUpdate: true,
  pulseEvery: "two_weeks",
  answeredAt: null,
  now,
};
const setting = { label: "See how often clients are asked", href: "/settings/client-portals/defaults#pulse-reach" };

test("an update that is published is there; without one, it is said where one is written", () => {
  expect(missingUpdates(facts, "en")).toBeNull();
  expect(missingUpdates({ ...facts, hasUpdate: false }, "en")).toEqual({
    why: "No update about this project has been published.",
    setting: { label: "Write one", href: "/updates/new?project=p%2F1" },
  });
});

test.each<[string, Partial<OwnFacts>, ReturnType<typeof missingPulse>]>([
  ["is asked", {}, null],
  ["is asked again", { answeredAt: new Date("2026-03-06T12:00:00Z") }, null],
  [
    "has answered lately",
    { answeredAt: new Date("2026-03-06T12:00:01Z") },
    { why: "They answered on 6 March and are asked again on 20 March.", setting },
  ],
  ["is never asked", { pulseEvery: "off" }, { why: expect.stringContaining("is switched off"), setting }],
  [
    "is never asked about what is over",
    { status: "completed" },
    { why: expect.stringContaining("on hold"), setting: null },
  ],
])("whoever %s reads the pulse, or the firm reads why they do not", (_, changed, missing) => {
  expect(missingPulse({ ...facts, ...changed }, "en-GB")).toEqual(missing);
});
