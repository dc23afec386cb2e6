// What a connector's guide tells its reader of the contract, and of the pages: that, and nothing else, is what the suites leave out.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const chapters = {
  contract: "What the contract leaves out",
  pages: "What its pages lack beside that",
};

/** The rows of a table of the guide: what is left out, and why. Throws where the guide has no such chapter. */
export function optOutsIn(guide: string, of: keyof typeof chapters): Record<string, string> {
  const path = fileURLToPath(new URL(`../../docs/guides/${guide}.md`, import.meta.url));
  const [, chapter] = readFileSync(path, "utf8").split(`## ${chapters[of]}\n`);
  if (chapter === undefined) throw new Error(`docs/guides/${guide}.md has no chapter "${chapters[of]}"`);
  const [table = ""] = chapter.split("\n## ");
  return Object.fromEntries(
    [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, ability, reason]) => [ability, reason]),
  );
}
