// What a connector's guide tells its reader of the contract: that, and nothing else, is what the suite leaves out.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HEADING = "## What the contract leaves out";

/** The rows of the guide's table: what is left out, and why. Throws where the guide has no such chapter. */
export function optOutsIn(guide: string): Record<string, string> {
  const path = fileURLToPath(new URL(`../../docs/guides/${guide}.md`, import.meta.url));
  const [, chapter] = readFileSync(path, "utf8").split(`${HEADING}\n`);
  if (chapter === undefined) throw new Error(`docs/guides/${guide}.md has no chapter "${HEADING}"`);
  const [table = ""] = chapter.split("\n## ");
  return Object.fromEntries(
    [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, ability, reason]) => [ability, reason]),
  );
}
