import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { NoticeModel } from "../../ui/components/notice.tsx";
import type { TableModel } from "./present-table.ts";
import { HomePage } from "./view.tsx";

const assets = { styles: "/s.css", script: "/c.js", font: "/f.woff2", icon: "/i.svg" };
const CHANGES = "What changed";
const INVOICES = "Invoices";
const EVIL = `<script>alert("1")</script>`;
const frame = {
  lang: "en-GB",
  skipLabel: "Skip",
  firmName: EVIL,
  companyName: EVIL,
  companies: [],
  companiesLabel: "Others",
  office: null,
  homeHref: "/acme",
  signedIn: {
    lead: "Signed in as",
    switchLabel: "Use another email",
    signOutLabel: "Sign out",
    email: `"><img src=x>@acme.com`,
    switchAction: { action: "/sign-out", fields: { next: `"><b>` } },
    signOutAction: { action: "/sign-out", fields: {} },
  },
  contact: { label: EVIL, href: "mailto:x@y.example", email: EVIL },
};

test("whatever the PSA or a visitor types is text on the page, and nothing is inline", () => {
  const item = { name: EVIL, when: EVIL, who: EVIL, flag: null, project: { name: EVIL, href: `/"><b>` } };
  const entry = {
    name: EVIL,
    href: "/p",
    number: EVIL,
    phase: EVIL,
    rail: null,
    progress: null,
    next: { text: EVIL, flag: null },
  };
  const cards = { kind: "cards" as const, groups: [{ heading: EVIL, projects: [entry] }] };
  const cell = { key: "next" as const, text: EVIL, detail: EVIL, flag: { kind: "late" as const, text: EVIL } };
  const table: TableModel = {
    label: EVIL,
    filter: {
      target: { action: `/"><b>`, fields: { sort: `"><b>` } },
      textLabel: EVIL,
      text: `"><img src=x>`,
      statusLabel: EVIL,
      statuses: [{ value: `"><b>`, label: EVIL, isChosen: true }],
      submit: EVIL,
    },
    count: EVIL,
    showAll: { label: EVIL, href: `/"><b>` },
    grouping: { label: EVIL, href: `/"><b>` },
    columns: [{ key: "name", label: EVIL, href: `/"><b>`, sorted: "ascending" }],
    groups: [{ heading: EVIL, rows: [{ name: EVIL, href: `/"><b>`, cells: [cell] }] }],
    pages: {
      label: EVIL,
      previous: { label: EVIL, href: `/"><b>` },
      next: { label: EVIL, href: `/"><b>` },
      all: { label: EVIL, href: `/"><b>` },
    },
    download: { label: EVIL, about: EVIL, href: `/"><b>` },
    emptyText: EVIL,
    measure: EVIL,
  };
  const link = { label: EVIL, href: `/"><b>` };
  const sums = {
    label: EVIL,
    columns: [EVIL],
    rows: [{ id: EVIL, cells: [{ text: EVIL, place: link }, EVIL, { text: EVIL, isLate: true }] }],
  };
  for (const projects of [cards, { kind: "table" as const, table }]) {
    const html = renderToString(
      <HomePage
        assets={assets}
        frame={frame}
        model={{
          state: "full",
          title: EVIL,
          heading: EVIL,
          freshness: EVIL,
          missing: [EVIL],
          waiting: { heading: EVIL, items: [item], more: { label: EVIL, href: `/"><b>` } },
          projects,
          invoices: {
            heading: INVOICES,
            totals: [{ label: EVIL, value: EVIL }],
            open: sums,
            paid: { summary: EVIL, table: sums },
            ...{ note: EVIL, more: EVIL },
            download: { label: EVIL, about: EVIL, href: `/"><b>` },
          },
          changes: { heading: CHANGES, items: [item], note: EVIL },
        }}
      />,
    );
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<b>");
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    // In the order in which a phone shows them: what changed is one of the page's three answers, the account comes after it.
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text]) => text).slice(-2)).toEqual([CHANGES, INVOICES]);
  }
});

test("a page without projects is composed like any other: one heading, the words, no empty groups", () => {
  const notice: NoticeModel = {
    heading: "No projects",
    paragraphs: ["Nothing yet."],
    signedInAs: null,
    actions: [],
    contact: null,
    reference: null,
  };
  const html = renderToString(<HomePage assets={assets} frame={frame} model={{ state: "empty", notice }} />);
  expect(html).toContain("<h1>No projects</h1>");
  expect(html).not.toContain("<h2>");
});
