// The guide says of the four templates what the program ships.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { blockWords } from "../src/access/explain/block-names.ts";
import { fieldWords } from "../src/access/explain/field-names.ts";
import { templateWords } from "../src/access/explain/template-names.ts";
import { templates } from "../src/domain/firm.ts";
import { shippedTemplates } from "../src/domain/template-shape.ts";

const guide = readFileSync(new URL("../docs/guides/templates.md", import.meta.url), "utf8");
const locale = "en-GB";

test.each(templates)(
  "the guide lists the blocks, the emphasis and the hidden fields of the %s template",
  (template) => {
    const { blocks, emphasised, hiddenFields } = shippedTemplates[template];
    const told = blocks.map((name) => {
      const label = blockWords(locale)(name).toLowerCase();
      return emphasised.includes(name) ? `**${label}**` : label;
    });
    const without = hiddenFields.map((field) => fieldWords(locale)(field).toLowerCase());
    expect(guide).toContain(`| ${templateWords(locale)(template)} | ${told.join(", ")} | ${without.join(", ")} |`);
  },
);
