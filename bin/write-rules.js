// Writes docs/access-rules.md from the rule catalogue.
import { writeFileSync } from "node:fs";
import { rulesPage } from "../src/access/rules-page.ts";

writeFileSync(new URL("../docs/access-rules.md", import.meta.url), rulesPage());
console.log("docs/access-rules.md is written");
