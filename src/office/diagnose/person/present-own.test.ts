import { expect, test } from "vitest";
import type { ProjectId } from "../../../domain/ids.ts";
import type { PulseEvery } from "../../../domain/portal-defaults.ts";
import { missingOwn, type OwnFacts, type OwnProject } from "./present-own.ts";

const now = new Date("2026-03-20T12:00:00Z");
const project: OwnProject = { projectId: "p/1" as ProjectId, status: "active", hasUpdate: true, answeredAt: null };
const facts = (projects: OwnProject[], pulseEvery: PulseEvery = "two_weeks"): OwnFacts => ({
  projects,
  pulseEvery,
  now,
});
const updatesOf = (...projects: OwnProject[]) => missingOwn(facts(projects), "en").updates;
const pulseOf = (...projects: OwnProject[]) => missingOwn(facts(projects), "en-GB").pulse;
const setting = { label: "See how often clients are asked", href: "/settings/client-portals/defaults#pulse-reach" };
const bare: OwnProject = { ...project, hasUpdate: false };
const answered = (at: string): OwnProject => ({ ...project, answeredAt: new Date(at) });

test("an update that is published is there; without one, it is said where one is written", () => {
  expect(updatesOf(project)).toBeNull();
  expect(updatesOf(bare)).toEqual({
    why: "No update about this project has been published.",
    setting: { label: "Write one", href: "/updates/new?project=p%2F1" },
  });
});

test("of several projects, one with an update is enough; without any, or without a project, none is there", () => {
  expect(updatesOf(bare, project)).toBeNull();
  const none = {
    why: "No update about a project that they see has been published.",
    setting: { label: "Write one", href: "/updates/new" },
  };
  expect([updatesOf(bare, bare), updatesOf()]).toEqual([none, none]);
});

const status = { why: expect.stringContaining("on hold"), setting: null };

test.each<[string, OwnProject[], ReturnType<typeof pulseOf>]>([
  ["is asked", [project], null],
  ["is asked again", [answered("2026-03-06T12:00:00Z")], null],
  [
    "has answered lately",
    [answered("2026-03-06T12:00:01Z")],
    { why: "They answered on 6 March and are asked again on 20 March.", setting },
  ],
  ["is never asked about what is over", [{ ...project, status: "completed" }], status],
  ["sees no project", [], status],
  ["is asked about one of several", [answered("2026-03-10T12:00:00Z"), project], null],
  [
    "is not asked about the one that is over",
    [answered("2026-03-10T12:00:00Z"), { ...project, status: "completed" }],
    {
      why: "They answered on 10 March and are asked again on 24 March.",
      setting,
    },
  ],
  [
    "has answered about all",
    [answered("2026-03-10T12:00:00Z"), answered("2026-03-08T12:00:00Z")],
    {
      why: "They answered on 8 March and are asked again on 22 March.",
      setting,
    },
  ],
])("whoever %s reads the pulse, or the firm reads why they do not", (_, projects, missing) => {
  expect(pulseOf(...projects)).toEqual(missing);
});

test("nobody is asked while the pulse is off", () => {
  const off = { why: expect.stringContaining("is switched off"), setting };
  expect([missingOwn(facts([project], "off"), "en").pulse, missingOwn(facts([], "off"), "en").pulse]).toEqual([
    off,
    off,
  ]);
});
