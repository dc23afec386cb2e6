import { beforeEach, expect, test } from "vitest";
import type { Email } from "../../domain/email.ts";
import { parseRows } from "../http/rows.ts";
import { ContactIndex } from "./contact-index.ts";
import { contacts } from "./wire.ts";

const dana = "dana@northbank.example" as Email;
const gil = "gil@northbank.example" as Email;

let index: ContactIndex;

beforeEach(() => {
  index = new ContactIndex();
});

function listing(rows: object[], readAt: string | null = null) {
  return { ...parseRows(contacts, rows), readAt: readAt === null ? null : new Date(readAt) };
}

function row(id: number, email: unknown, updated_at = "2026-03-01T10:00:00Z") {
  return { id, client: { id: 7, name: "Northbank" }, email, updated_at };
}

test("an email leads to every contact who carries it, whatever its case, until they carry another or are listed no more", () => {
  index.replace(listing([row(1, "Dana@NORTHBANK.example"), row(2, dana), row(3, null)]));
  expect(index.contactsOf(dana)).toEqual([
    { id: "1", clientId: "7" },
    { id: "2", clientId: "7" },
  ]);
  index.addChanges(listing([row(1, gil)]));
  expect([index.contactsOf(dana), index.contactsOf(gil)]).toEqual([
    [{ id: "2", clientId: "7" }],
    [{ id: "1", clientId: "7" }],
  ]);
  index.replace(listing([]));
  expect([dana, gil].map((email) => index.knows(email))).toEqual([false, false]);
});

test("changes are asked from the newest one that the vendor dated, less the overlap", () => {
  expect(index.since()).toBeNull();
  index.replace(listing([row(1, dana, "2026-03-01T10:00:00Z"), row(2, gil, "2026-03-01T12:00:00+01:00")]));
  expect(index.since()).toEqual(new Date("2026-03-01T10:55:00Z"));
  index.addChanges(listing([]));
  expect(index.since()).toEqual(new Date("2026-03-01T10:55:00Z"));
});

test("a row that is dated in the future hides no change before it", () => {
  index.replace(listing([row(1, dana, "2099-01-01T00:00:00Z")], "2026-03-01T12:00:00Z"));
  expect(index.since()).toEqual(new Date("2026-03-01T11:55:00Z"));
});

test("an unreadable row may hide its email, or all where that cannot be read, until all contacts are listed again", () => {
  const mayHide = () => [dana, gil].map((email) => index.mayHide(email));
  index.replace(listing([{ ...row(1, dana), client: "x" }]));
  expect(mayHide()).toEqual([true, false]);
  index.addChanges(listing([{ ...row(1, 9), client: "x" }]));
  expect(mayHide()).toEqual([true, true]);
  index.replace(listing([row(1, dana)]));
  expect(mayHide()).toEqual([false, false]);
});
