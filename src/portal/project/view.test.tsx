import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { OpenProjectModel } from "./present.ts";
import { ProjectPage } from "./view.tsx";

const assets = { styles: "/s.css", script: "/c.js", font: "/f.woff2", icon: "/i.svg" };
const frame = {
  lang: "en-GB",
  skipLabel: "Skip",
  firmName: "Harbor Finch",
  companyName: null,
  companies: [],
  companiesLabel: "Others",
  office: null,
  homeHref: "/a",
  signedIn: null,
  contact: null,
};
const EVIL = `"><script>alert(1)</script>`;

function model(donePercent: number): OpenProjectModel {
  const station = {
    letters: EVIL,
    name: EVIL,
    state: "current" as const,
    stateText: "now",
    donePercent,
    percentText: null,
    planned: EVIL,
    todayPercent: 40,
  };
  return {
    state: "full",
    block: { title: EVIL, cells: [{ label: "Address", value: EVIL }] },
    back: { label: "All projects", href: "/a" },
    freshness: "",
    progress: null,
    rail: { summary: EVIL, stations: [station] },
    milestones: { nextHeading: EVIL, next: [], later: [], done: [] },
    manager: { name: EVIL, role: EVIL, email: null, phone: null },
    description: [EVIL],
    blocks: [
      { name: "team", team: { heading: EVIL, people: [{ id: "1", name: EVIL, role: EVIL, details: [EVIL] }] } },
      {
        name: "tasks",
        tasks: {
          heading: EVIL,
          open: [{ id: "1", name: EVIL, phase: EVIL, state: EVIL, isLate: true, note: EVIL }],
          done: [],
        },
      },
    ],
    emptyText: "",
  };
}

test("what the PSA supplies is text on the page, and nothing is inline", () => {
  const html = renderToString(<ProjectPage assets={assets} frame={frame} model={model(62)} />);
  expect(html).not.toContain("<script>");
  expect(html).not.toMatch(/\sstyle=|<style/);
});

test("a percent out of bounds stays within the drawing", () => {
  const html = renderToString(<ProjectPage assets={assets} frame={frame} model={model(900)} />);
  expect(html).toContain('x2="100%"');
  expect(html).not.toContain("900%");
});
