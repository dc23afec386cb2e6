import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contrastOf, papers, shadesOf } from "./accent.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("contrast is that of WCAG", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrastOf("#0d9488", "#0d9488")).toBe(1);
});

test("of any colour there are shades that can be read, by day and by night", () => {
  fc.assert(
    fc.property(hex, (accent) => {
      for (const [scheme, { accent: line, text, onText }] of Object.entries(shadesOf(accent))) {
        const paper = papers[scheme as keyof typeof papers];
        for (const shade of [line, text, onText]) expect(shade).toMatch(/^#[0-9a-f]{6}$/);
        expect(contrastOf(line, paper)).toBeGreaterThanOrEqual(3);
        expect(contrastOf(text, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(onText, text)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test("a colour that can be read as it is stays as it is", () => {
  fc.assert(
    fc.property(hex, (accent) => {
      if (contrastOf(accent, papers.light) >= 4.5) expect(shadesOf(accent).light.text).toBe(accent);
      if (contrastOf(accent, papers.dark) >= 4.5) expect(shadesOf(accent).dark.text).toBe(accent);
    }),
  );
});

test("a shade keeps its hue: a yellow becomes a darker yellow, a navy a lighter blue", () => {
  expect(shadesOf("#ffd400").light.text).toMatchInlineSnapshot(`"#877000"`);
  expect(shadesOf("#0b1f4d").dark.text).toMatchInlineSnapshot(`"#73829f"`);
});

test("the sheet's own papers are the ones that are measured against", () => {
  const sheet = readFileSync(new URL("./styles.css", import.meta.url), "utf8");
  const drawn = [...sheet.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, paper]) => paper);
  expect(drawn).toEqual([papers.light, papers.dark]);
});
