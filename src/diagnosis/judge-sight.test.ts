import { describe, expect, test } from "vitest";
import { company, contact, email } from "../access/scenarios/people.ts";
import type { EmailMatch, Reading } from "../connectors/port.ts";
import type { Canary } from "../domain/connection-health.ts";
import { judgeLoss, judgeSeen, type Seen } from "./judge-sight.ts";
import { type Known, lookForKnown } from "./look-for-known.ts";

const jane = email("jane@acme.example");
const acme = company("acme");
const known: Canary = { email: jane, companyId: acme.id };
const gap = { place: "contacts.csv, line 3", message: "cut" };

function read(value: Partial<EmailMatch>, gaps = [] as Reading<EmailMatch>["gaps"]): Reading<EmailMatch> {
  return { value: { contacts: [], companies: [], ...value }, gaps, readAt: new Date(0) };
}
const atAcme = contact("k-1", [jane], ["acme"]);

describe("how the PSA shows a known person", () => {
  const table: [what: string, reading: Reading<EmailMatch>, seen: Seen][] = [
    ["with their company", read({ contacts: [atAcme], companies: [acme] }), "seen"],
    [
      "archived: whoever can be read is not hidden",
      read({ contacts: [{ ...atAcme, isArchived: true }], companies: [acme] }),
      "seen",
    ],
    ["with gaps elsewhere", read({ contacts: [atAcme], companies: [acme] }, [gap]), "seen"],
    ["at another company now", read({ contacts: [contact("k-1", [jane], ["birch"])] }), "moved"],
    ["without the company that they are linked to", read({ contacts: [atAcme] }), "gone"],
    ["not at all", read({}), "gone"],
    ["not at all, with records that could not be read", read({}, [gap]), "unknown"],
  ];
  test.each(table)("%s", (_, reading, seen) => {
    expect(judgeSeen(known, reading)).toBe(seen);
  });
});

describe("what a canary that is not where it was means", () => {
  const other = (name: string, seen: Seen) => ({
    known: { email: email(`${name}@x.example`), companyId: company(name).id },
    seen,
  });
  const table: [what: string, canary: Seen, others: Seen[], kind: string][] = [
    ["it alone is gone: it was removed", "gone", ["seen", "seen"], "fine"],
    ["it is the only one known: either may be so", "gone", [], "lost"],
    ["as many are found as are gone: removed", "gone", ["gone", "seen", "seen"], "fine"],
    ["most are gone at once: the key sees less", "gone", ["gone", "gone", "seen"], "less"],
    ["all are gone at once: the key sees less", "gone", ["gone"], "less"],
    ["those who moved are there", "gone", ["gone", "moved", "moved"], "fine"],
    ["what cannot be read counts as neither", "gone", ["unknown", "unknown"], "lost"],
    ["one who moved is found: it was removed", "gone", ["moved"], "fine"],
    ["it moved, though others are gone", "moved", ["gone", "gone"], "fine"],
  ];
  test.each(table)("%s", (_, seen, others, kind) => {
    const judged = others.map((one, index) => other(`other${index}`, one));
    expect(judgeLoss({ known, seen }, judged).kind).toBe(kind);
  });

  test("the newest who is found takes its place; when the key sees less, or may, it stays", () => {
    const others = [other("a", "gone"), other("b", "seen"), other("c", "seen")];
    expect(judgeLoss({ known, seen: "moved" }, others)).toEqual({ kind: "fine", canary: others[1]?.known });
    expect(judgeLoss({ known, seen: "gone" }, [other("a", "gone")])).toEqual({ kind: "less", canary: known });
    expect(judgeLoss({ known, seen: "gone" }, [])).toEqual({ kind: "lost", canary: known });
  });
});

describe("looking for known people", () => {
  const lately = [known, { email: email("bo@birch.example"), companyId: company("birch").id }];
  const look = async (people: Partial<Known>, answer: (asked: string) => Reading<EmailMatch>) => {
    const asked: string[][] = [];
    const find = async (emails: string[]) => {
      asked.push(emails);
      return emails.map(answer);
    };
    const sight = await lookForKnown(find, { canary: null, lately: [], anybody: null, ...people });
    return { sight, asked };
  };
  const seen = read({ contacts: [atAcme], companies: [acme] });

  test("asks for one person while that one is found", async () => {
    const { sight, asked } = await look({ lately }, () => seen);
    expect({ sight, asked }).toEqual({ sight: { kind: "fine", canary: known }, asked: [[jane]] });
  });

  test("asks for the others only when the canary is missing", async () => {
    const { sight, asked } = await look({ canary: known, lately }, () => read({}));
    expect({ sight, asked }).toEqual({ sight: { kind: "less", canary: known }, asked: [[jane], ["bo@birch.example"]] });
  });

  test("asks for anybody where nobody is known, so that there is an answer at all", async () => {
    const { sight, asked } = await look({ anybody: email("admin@north.example") }, () => read({}));
    expect({ sight, asked }).toEqual({ sight: { kind: "fine", canary: null }, asked: [["admin@north.example"]] });
  });

  test("hands on why there is no answer", async () => {
    const down = { kind: "trouble", cause: "psa.down", detail: "" } as const;
    expect(await lookForKnown(async () => down, { canary: known, lately, anybody: null })).toBe(down);
  });
});
