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

const paper = { printed: [0], unprinted: EVIL };
const download = { label: "Download as CSV", about: EVIL, href: "/a/projects/1/tasks.csv" };

function model(donePercent: number): OpenProjectModel {
  const station = {
    letters: EVIL,
    name: EVIL,
    state: "current" as const,
    word: "now",
    stateText: EVIL,
    donePercent,
    planned: EVIL,
    today: { percent: 40, label: EVIL, text: EVIL },
    pace: { text: EVIL, isLate: true },
  };
  const rail = { summary: EVIL, stations: [station], isBare: false };
  return {
    state: "full",
    block: { title: EVIL, cells: [{ label: "Address", value: EVIL }] },
    back: { label: "All projects", href: "/a" },
    freshness: "",
    report: EVIL,
    unreadManager: null,
    manager: { name: EVIL, role: EVIL, email: null, phone: null },
    about: { heading: EVIL, paragraphs: [EVIL] },
    isAboutEmphasised: true,
    blocks: [
      {
        name: "phases",
        isEmphasised: true,
        paper,
        phases: { heading: EVIL, percent: 40, partial: EVIL, note: EVIL, rail, download },
      },
      {
        name: "hours",
        isEmphasised: true,
        paper,
        hours: {
          heading: EVIL,
          bars: [
            {
              id: "1",
              name: EVIL,
              text: EVIL,
              parts: EVIL,
              hours: 1,
              printedParts: EVIL,
              bar: { parts: [{ name: EVIL, from: 0, to: donePercent }], planned: donePercent },
            },
          ],
          table: { label: EVIL, columns: [EVIL], rows: [{ id: "1", cells: [EVIL, { text: EVIL, isLate: true }] }] },
          showTable: EVIL,
          download,
        },
      },
      {
        name: "team",
        isEmphasised: true,
        paper,
        team: { heading: EVIL, partial: EVIL, people: [{ id: "1", name: EVIL, role: EVIL, details: [EVIL] }] },
      },
      {
        name: "tasks",
        isEmphasised: true,
        paper,
        tasks: {
          heading: EVIL,
          partial: EVIL,
          open: [{ id: "1", name: EVIL, phase: EVIL, state: EVIL, late: EVIL, note: EVIL }],
          doneHeading: EVIL,
          done: [],
          showTable: EVIL,
          download,
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

test("phases of which only the names are known are names alone, without a line that says where the project is", () => {
  const rail = (isBare: boolean) => {
    const { blocks, ...open } = model(40);
    const bare = blocks.map((block) =>
      block.name === "phases" && block.phases.rail
        ? { ...block, phases: { ...block.phases, rail: { ...block.phases.rail, isBare } } }
        : block,
    );
    return renderToString(<ProjectPage assets={assets} frame={frame} model={{ ...open, blocks: bare }} />);
  };
  expect(rail(false)).toContain('class="bubble"');
  expect(rail(true)).not.toContain('class="bubble"');
  expect(rail(true)).toContain('class="phase-names"');
});

test("a percent out of bounds stays within the drawing", () => {
  const html = renderToString(<ProjectPage assets={assets} frame={frame} model={model(900)} />);
  expect(html).toContain('x2="100%"');
  expect(html).not.toContain("900%");
});
