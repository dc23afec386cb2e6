import { beforeEach, expect, test } from "vitest";
import type { PsaTrouble } from "../access/facts.ts";
import type { FirmId } from "../domain/ids.ts";
import type { ReadRecord } from "../psa/read-record.ts";
import { PageReads } from "./page-reads.ts";

let reads: PageReads;
let nowMs: number;
beforeEach(() => {
  reads = new PageReads();
  nowMs = Date.parse("2026-03-12T10:00:00Z");
});

const down: PsaTrouble = { kind: "trouble", cause: "psa.down", detail: "" };
const revoked: PsaTrouble = { kind: "trouble", cause: "psa.token_revoked", detail: "" };

function load(trouble: PsaTrouble | null, afterSeconds: number, changed: Partial<ReadRecord> = {}) {
  nowMs += afterSeconds * 1_000;
  const about = { firmId: "f" as FirmId, connectionId: "c", question: "find_by_email", at: new Date(nowMs), tookMs: 1 };
  const news = reads.notice({ ...about, trouble, outcome: trouble ? "unavailable" : "answered", ...changed });
  return news && (news.trouble?.cause ?? "answers");
}

test("good loads are no news, however many", () => {
  expect([load(null, 0), load(null, 1), load(null, 600)]).toEqual([null, null, null]);
});

test("loads that fail for a minute are news once a minute; the first good one is news at once", () => {
  expect([load(down, 0), load(down, 59), load(down, 1), load(down, 59), load(down, 1)]).toEqual([
    null,
    null,
    "psa.down",
    null,
    "psa.down",
  ]);
  expect([load(null, 1), load(null, 1)]).toEqual(["answers", null]);
});

test("a good load in between is one hiccup, and no news", () => {
  expect([load(down, 0), load(null, 30), load(down, 31), load(null, 1)]).toEqual([null, null, null, null]);
});

test("a refused key is news at once", () => {
  expect([load(revoked, 0), load(revoked, 1)]).toEqual(["psa.token_revoked", null]);
});

test("what a check found red ends with the first good load, though no load of this node has failed", () => {
  reads.knowState("c", "red");
  expect([load(null, 1), load(null, 1)]).toEqual(["answers", null]);
  reads.knowState("c", "red");
  reads.knowState("c", "green");
  expect(load(null, 1)).toBeNull();
});

test("only the question of every load counts, and no fault of our own", () => {
  expect(load(revoked, 0, { question: "read_company_work" })).toBeNull();
  expect(load(null, 0, { outcome: "fault" })).toBeNull();
});

test("connections are told apart", () => {
  load(down, 0);
  expect(load(down, 60, { connectionId: "other" })).toBeNull();
});
