// What asking about everybody costs, from readings that are in memory. The promise: 5,000 contacts in less than two seconds.
import { test } from "vitest";
import { company, contact, firm, now, portalOf, project } from "../src/access/scenarios/people.ts";
import { preflight } from "../src/diagnosis/preflight.ts";
import { templateBlocks } from "../src/domain/template-shape.ts";

const CONTACTS = 5_000;
const COMPANIES = 2_000;
const PROJECTS = 20_000;

test("5,000 contacts of 2,000 companies with 20,000 projects", async ({ bench }) => {
  const ids = Array.from({ length: COMPANIES }, (_, index) => `c-${index}`);
  const idAt = (index: number) => ids[index % COMPANIES] ?? "";
  const contacts = Array.from({ length: CONTACTS }, (_, index) =>
    contact(`k-${index}`, [`p${index}@${idAt(index)}.example`], [idAt(index)]),
  );
  const projects = Array.from({ length: PROJECTS }, (_, index) => project(`p-${index}`, idAt(index)));
  const input = {
    now,
    firm,
    psaKind: "csv" as const,
    portals: ids.map((id) => portalOf(id)),
    directory: { value: { contacts, companies: ids.map((id) => company(id)) }, gaps: [], readAt: now },
    projects: { value: projects, gaps: [], readAt: now },
    templates: templateBlocks,
    switches: [],
    ownSwitches: [],
    aliases: [],
    limits: [],
    teamEmails: new Set<never>(),
  };
  await bench("the pre-flight of everybody", () => {
    preflight(input);
  }).run();
});
