import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { csvEnglish, csvText, csvWords } from "./csv-words.ts";
import { partText } from "./part-words.ts";
import { retell } from "./retell.ts";
import { vendorEnglish, vendorText, vendorWords } from "./vendor-words.ts";

/** What stands in the sentences: as a vendor or a file might fill them. */
const values = {
  ...{ file: "contacts.csv", place: "/v2/contacts", host: "api.vendor.example", column: "email", id: "k-1 (old)" },
  ...{ line: 12, count: 3, cells: 4, seconds: 1.5, sent: 2, bytes: 1_234_567, max: 1_000_000 },
  ...{ code: "EACCES", status: "401", words: "No such token: ask again.", why: "ECONNREFUSED", field: "email.0" },
  ...{ owner: "Maya Oduya", rights: "project_manager", names: "companies, people", vendor: "Harvest" },
  ...{ expected: "something of its own", who: "Hal Norcross", when: "14:05 UTC" },
};
/** As the connectors write them in English. */
const written = { ...values, bytes: "1,234,567", max: "1,000,000" };

describe.each(["de", "es"])("in %s", (locale) => {
  test.each(Object.keys(csvEnglish) as (keyof typeof csvEnglish)[])("of a folder: %s", (key) => {
    expect(retell(csvText(key, written), locale)).toBe(csvWords(locale)(key, values));
  });

  test.each(Object.keys(vendorEnglish) as (keyof typeof vendorEnglish)[])("of a vendor: %s", (key) => {
    expect(retell(vendorText(key, written), locale)).toBe(vendorWords(locale)(key, values));
  });
});

test("a gap with its place, and what a cell should hold", () => {
  const expected = partText("one_of", { words: "active, archived" });
  const place = csvText("cell", { file: "projects.csv", line: 3, column: "status" });
  expect(retell(`${place}: ${csvText("bad_lost", { expected })}`, "de-DE")).toBe(
    "projects.csv, Zeile 3, Spalte status: Nicht verstanden. Schreiben Sie eines von active, archived. Bis dahin bleibt diese Zeile weg.",
  );
});

test("a gap that is the fault of a whole listing keeps its place and the vendor's words", () => {
  const fault = vendorText("answers_words", {
    place: "api.vendor.example/v2/invoices",
    status: 403,
    words: "Not yours.",
  });
  expect(retell(`/v2/invoices: ${fault}`, "es")).toBe(
    "/v2/invoices: api.vendor.example/v2/invoices responde 403: Not yours.",
  );
});

test("English, and what is no sentence of ours, stays as it is", () => {
  expect(retell(csvText("no_email"), "en-GB")).toBe(csvText("no_email"));
  for (const text of ["", "in the test", "Unauthorized: the token has expired.", ": ", "line 3: cut"])
    expect(retell(text, "de")).toBe(text);
});

test("every gap and every fault is made from these messages, so that all of them can be said again", () => {
  const wrong = /new PsaFault\(\s*"?\w+"?,\s*["'`]|message: ["'`]|place: `[^`]*, (?:line|record)\b/;
  const root = new URL("../../", import.meta.url);
  const found = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(?:connectors|psa)\/.*(?<!\.test)\.ts$/.test(file))
    .filter((file) => wrong.test(readFileSync(new URL(file, root), "utf8")));
  // What a field's parser says inside is dropped; whoever has left is told nothing.
  expect(found.sort()).toEqual(["connectors/http/fields.ts", "psa/shared-question.ts"]);
});
