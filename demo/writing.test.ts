import { expect, test } from "vitest";
import { isPulseDue } from "../src/domain/pulse.ts";
import { contacts } from "./data/contacts.ts";
import { people } from "./data/people.ts";
import { pulse } from "./data/pulse.ts";
import { updates } from "./data/updates.ts";
import { drawPlan } from "./draw-plan.ts";
import { plannedProjects } from "./generate/plan.ts";
import { sampleClients } from "./sample-firm.ts";

const projects = plannedProjects().map(({ project }) => project);
const named = new Map(projects.map((project) => [project.id, project]));
const now = new Date("2026-11-29T09:00:00Z");
const before = (days: number) => new Date(now.getTime() - days * 86_400_000);

test("no two projects share a name, by which what is written finds them", () => {
  expect(new Set(projects.map(({ name }) => name)).size).toBe(projects.length);
});

test("each update is about a project under way, by somebody who works on it, of a day that is over", () => {
  for (const { projectId, authorId, day } of updates) {
    const project = named.get(projectId);
    expect(project?.status).toBe("active");
    expect([project?.managerId, ...(project?.teamIds ?? [])]).toContain(authorId);
    expect(people.find(({ id }) => id === authorId)?.archived).toBeUndefined();
    expect(day).toBeLessThanOrEqual(0);
  }
});

test("each of the three clients whom the start names reads an update, and is asked how it is going", () => {
  for (const { companyId, email } of sampleClients) {
    const own = updates.filter(
      ({ projectId, state }) => named.get(projectId)?.companyId === companyId && state === "published",
    );
    expect(own).toHaveLength(1);
    for (const { answers } of pulse.filter((series) => series.email === email))
      expect(isPulseDue("two_weeks", before(answers.at(-1)?.daysAgo ?? 0), now)).toBe(true);
  }
});

test("whoever answered sees the project, and was asked each time", () => {
  for (const { email, projectId, answers } of pulse) {
    const contact = contacts.find(({ emails }) => emails.includes(email));
    expect(contact?.archived).toBeUndefined();
    expect(contact?.companyIds).toContain(named.get(projectId)?.companyId);
    expect(named.get(projectId)?.status).toBe("active");
    answers.forEach(({ daysAgo }, index) => {
      const earlier = answers[index - 1];
      expect(isPulseDue("two_weeks", earlier ? before(earlier.daysAgo) : null, before(daysAgo))).toBe(true);
    });
  }
});

test("the plan is drawn without letters, so that it looks the same with any fonts", () => {
  expect(drawPlan()).toMatch(/^<svg .*<\/svg>$/);
  expect(drawPlan()).not.toContain("<text");
});
