import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("what begins like a formula is text, also behind another separator; a negative number stays a number", () => {
  expect(csvOf([["=1+1", "+1", "-1", "@x", "a;=b", "-12.50", "-1+1"]])).toBe("'=1+1,'+1,-1,'@x,a;'=b,-12.50,'-1+1\r\n");
});

test("quotes, commas and line ends stay within their cell", () => {
  expect(csvOf([['a "b"', "c,d", "e\nf"]])).toBe('"a ""b""","c,d","e\nf"\r\n');
});

test("whatever is written is read back, save for the apostrophes", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", " ", ",", '"', "\n", "\r", "ü") });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.constant("end")), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(csvOf(rows), { record_delimiter: "\r\n" });
      const plain = (text: string) => text.replace(/^'(?=[\t\r\n])/, "");
      expect(read.map((cells) => cells.map(plain))).toEqual(rows);
    }),
  );
});
