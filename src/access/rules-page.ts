// docs/access-rules.md out of the catalogue, for people who do not read code. `npm run rules` writes it.
import { catalogue } from "./catalogue.ts";
import { type Cause, causes } from "./causes.ts";
import { type Check, checks } from "./decision.ts";
import { type LeftOut, leftOut } from "./left-out.ts";
import type { Rule } from "./rule.ts";

const questions: Record<Check, string> = {
  address: "Which portal stands at this address, and is it open?",
  identity: "Who is signed in, by an email that was proved?",
  connection: "Does the firm’s PSA answer, completely?",
  contact: "Which contacts carry this email right now?",
  company: "Is one of them linked to this portal’s company, and is the company active?",
  scope: "Which of the company’s projects may this person see?",
  content: "Which fields of those projects are shown?",
};

const introduction = `# The access rules

What ProLens asks before it shows a portal, every reason for which the answer may not be yes, and what mends it. This page is
written by \`npm run rules\` from the catalogue in the code, and a test fails when the two differ. The exact words that each side
reads are in [explanations.txt](../src/access/explain/explanations.txt), one paragraph for each case that is tested.

Seven checks run on every page load, in this order. The first one that does not pass names the cause; the others run all the same
where they can, so that one look shows everything that is wrong. A check that lacks a fact says “cannot tell”, and that is never a yes.

**What it does**: *stops* (no entry), *cannot tell* (the PSA did not say enough; the page says so and asks again), *noted* (the firm
should know; it keeps nobody out), *hides a project* or *a field*.

**Who finds it**: *load* (the page load of the visitor), *sign-in*, *question* (Diagnose, \`prolens diagnose\`, the API), *pre-flight*
(every contact, before an address is shared), *watch* (the look in the background at people who had access).
`;

/** The whole page. */
export function rulesPage(): string {
  return `${[introduction, ...checks.map(sectionOf), leftOutSection()].join("\n")}`;
}

function sectionOf(check: Check, index: number): string {
  const rows = causes
    .filter((cause) => catalogue[cause].check === check)
    .map((cause) => rowOf(cause, catalogue[cause]));
  return [
    `## ${index + 1}. ${check.charAt(0).toUpperCase()}${check.slice(1)}`,
    "",
    questions[check],
    "",
    "| cause | what it does | what it means | what mends it | who finds it | how ProLens keeps it from happening, or harmless |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function rowOf(cause: Cause, { effects, means, mends, finders, prevents }: Rule): string {
  return `| ${[`\`${cause}\``, effects.join(", "), means, mends, finders.join(", "), prevents].join(" | ")} |`;
}

function leftOutSection(): string {
  const groups = [...Map.groupBy(leftOut, ({ why }) => why)];
  return [
    "## Known elsewhere, and no cause of its own here",
    "",
    "Reasons for which people are locked out of other portals, and why ProLens has no cause of that name.",
    "",
    ...groups.flatMap(([why, rows]) => [
      `### ${why.charAt(0).toUpperCase()}${why.slice(1)}`,
      "",
      ...leftOutTable(rows),
      "",
    ]),
  ].join("\n");
}

function leftOutTable(rows: LeftOut[]): string[] {
  return [
    "| known as | what happens elsewhere | here |",
    "|---|---|---|",
    ...rows.map(({ code, what, because, shownBy }) => {
      const shown = shownBy === undefined ? "" : ` ([shown by](../${shownBy}))`;
      return `| \`${code}\` | ${what} | ${because}${shown} |`;
    }),
  ];
}
