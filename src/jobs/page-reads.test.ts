import { beforeEach, describe, expect, test } from "vitest";
import { type Findings, type Health, nothingFound } from "../access/connection-health.ts";
import type { PsaTrouble } from "../access/facts.ts";
import type { CompanyId, FirmId } from "../domain/ids.ts";
import type { ReadRecord } from "../psa/read-record.ts";
import { PageReads } from "./page-reads.ts";

let reads: PageReads;
let nowMs: number;
beforeEach(() => {
  reads = new PageReads();
  nowMs = Date.parse("2026-03-12T10:00:00Z");
});

const down: PsaTrouble = { kind: "trouble", cause: "psa.down", detail: "" };
const partial: PsaTrouble = { kind: "trouble", cause: "psa.partial", detail: "" };
const red: Health = { state: "red", cause: "psa.down", detail: null, source: null };
const revoked: PsaTrouble = { kind: "trouble", cause: "psa.token_revoked", detail: "" };

function load(trouble: PsaTrouble | null, afterSeconds: number, changed: Partial<ReadRecord> = {}) {
  nowMs += afterSeconds * 1_000;
  const about = {
    firmId: "f" as FirmId,
    connectionId: "c",
    connectionMark: "m",
    tooMuch: null,
    question: "find_by_email",
    companyId: null,
  };
  const outcome = trouble ? "unavailable" : "answered";
  const news = reads.notice({ ...about, at: new Date(nowMs), tookMs: 1, trouble, outcome, ...changed });
  return news?.read ? (news.read.trouble?.cause ?? "answers") : null;
}
const know = (findings: Findings) => reads.know("c", { findings, largeClients: [] });
const ofWork = (companyId: string) => ({ question: "read_company_work", companyId: companyId as CompanyId });

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

test("the work of a company is of its own kind, and each company by itself", () => {
  const acme = ofWork("acme");
  expect([load(down, 0, acme), load(null, 1), load(null, 1, ofWork("birch")), load(down, 60, acme)]).toEqual([
    null,
    null,
    null,
    "psa.down",
  ]);
  expect([load(null, 1), load(null, 1, ofWork("birch")), load(null, 1, acme)]).toEqual([null, null, "answers"]);
});

test("work that was answered, but not all of it, is trouble too", () => {
  const some = { ...ofWork("acme"), outcome: "answered" };
  expect([load(partial, 0, some), load(partial, 60, some), load(null, 1, some)]).toEqual([
    null,
    "psa.partial",
    "answers",
  ]);
});

test("loads that fail from one check to the next are news, though the checks are good", () => {
  const acme = ofWork("acme");
  load(down, 0, acme);
  load(down, 0);
  know(nothingFound);
  expect([load(down, 300, acme), load(down, 0)]).toEqual(["psa.down", "psa.down"]);
});

test("what is stored of pages ends with the first good load of its kind, though no load of this node has failed", () => {
  know({ ...nothingFound, people: { ...red, source: "page.people" } });
  expect([load(null, 1, ofWork("acme")), load(null, 1), load(null, 1)]).toEqual([null, "answers", null]);
  know({
    ...nothingFound,
    projects: { ...red, source: "page.projects", companyId: "acme" as CompanyId },
  });
  expect([load(null, 1), load(null, 1, ofWork("birch")), load(null, 1, ofWork("acme"))]).toEqual([
    null,
    null,
    "answers",
  ]);
});

test("what is over elsewhere is no news here", () => {
  know({ ...nothingFound, people: { ...red, source: "page.people" } });
  know(nothingFound);
  expect(load(null, 1)).toBeNull();
});

test("a good load of what a check has found red is news once a minute, and of nothing else", () => {
  know({ ...nothingFound, check: { ...red, source: "check.people" } });
  expect([load(null, 1), load(null, 59), load(null, 1), load(null, 60, ofWork("acme"))]).toEqual([
    "answers",
    null,
    "answers",
    null,
  ]);
  know({ ...nothingFound, check: { ...red, source: "check.projects" } });
  expect([load(null, 60), load(null, 1, ofWork("acme"))]).toEqual([null, "answers"]);
  know({ ...nothingFound, check: { ...red, state: "amber", source: "check.token" } });
  expect([load(null, 60), load(null, 60, ofWork("acme"))]).toEqual([null, null]);
});

describe("a good load that speaks against a check", () => {
  const waiting = (afterSeconds: number) => {
    nowMs += afterSeconds * 1_000;
    return reads.takeWaiting(new Date(nowMs)).map(({ connectionId }) => connectionId);
  };

  test("waits for its check till its minute ends, once, however many they are", () => {
    know({ ...nothingFound, check: { ...red, source: "check.people" } });
    load(null, 0);
    load(null, 1);
    load(null, 1);
    expect([waiting(30), waiting(20), waiting(0), waiting(60)]).toEqual([[], ["c"], [], []]);
    expect([load(null, 0), waiting(60)]).toEqual(["answers", ["c"]]);
  });

  test("waits no longer where a check was good meanwhile", () => {
    know({ ...nothingFound, check: { ...red, source: "check.people" } });
    load(null, 0);
    know(nothingFound);
    expect(waiting(60)).toEqual([]);
  });

  test("is past once another of its kind was refused, and says nothing any more", () => {
    know({ ...nothingFound, check: { ...red, source: "check.people" } });
    load(null, 0);
    expect([load(revoked, 10), waiting(60)]).toEqual(["psa.token_revoked", []]);
  });

  test("speaks against what passes by itself, and not against a token that shows less", () => {
    const amber = (cause: Health["cause"]): Health => ({ ...red, state: "amber", cause, source: "check.people" });
    know({ ...nothingFound, check: amber("psa.rate_limited") });
    expect([load(null, 0), waiting(60)]).toEqual(["answers", ["c"]]);
    know({ ...nothingFound, check: amber("psa.token_sees_less") });
    expect([load(null, 60), waiting(60)]).toEqual([null, []]);
  });
});

describe("a client of whom there is more than is read", () => {
  const large = (tooMuch: ReadRecord["tooMuch"], companyId = "acme", trouble: PsaTrouble | null = null) => {
    const outcome = tooMuch === null ? "unavailable" : "answered";
    const about = { firmId: "f" as FirmId, connectionId: "c", connectionMark: "m", at: new Date(nowMs), tookMs: 1 };
    return reads.notice({ ...about, ...ofWork(companyId), outcome, trouble, tooMuch });
  };
  const parts = (...read: Parameters<typeof large>) => large(...read)?.large?.parts ?? null;

  test("is news once, as often as other parts are left out, and when none is", () => {
    expect([parts([]), parts(["hours"]), parts(["hours"]), parts(["hours", "team"])]).toEqual([
      null,
      ["hours"],
      null,
      ["hours", "team"],
    ]);
    expect([parts(["hours"], "birch"), parts([]), parts([]), parts(["hours"], "birch")]).toEqual([
      ["hours"],
      [],
      null,
      null,
    ]);
  });

  test("says nothing by a read that failed, and is no trouble by itself", () => {
    large(["hours"]);
    expect(parts(null, "acme", down)).toBeNull();
    expect(parts(["hours"])).toBeNull();
    expect(large(["hours"], "birch")).toMatchObject({ read: null });
  });

  test("is known from another node, and forgotten with what is stored", () => {
    const stored = [{ companyId: "acme" as CompanyId, parts: ["hours"] as const }];
    reads.knowAll([{ id: "c", findings: nothingFound, largeClients: stored }], new Date(nowMs));
    expect([parts(["hours"]), parts([])]).toEqual([null, []]);
    reads.knowAll([{ id: "c", findings: nothingFound, largeClients: stored }], new Date(nowMs));
    reads.knowAll([], new Date(nowMs));
    expect(parts(["hours"])).toEqual(["hours"]);
  });
});

describe("what other nodes have found", () => {
  const unwell = (findings: Partial<Findings>) =>
    reads.knowAll([{ id: "c", findings: { ...nothingFound, ...findings }, largeClients: [] }], new Date(nowMs));

  test("is spoken against by a good load of this one", () => {
    unwell({ check: { ...red, source: "check.people" } });
    expect([load(null, 1, ofWork("acme")), load(null, 1)]).toEqual([null, "answers"]);
    unwell({ people: { ...red, source: "page.people" } });
    expect([load(null, 1), load(null, 1)]).toEqual(["answers", null]);
  });

  test("is over here too once nothing is stored of it, and what fails here goes on being met", () => {
    unwell({ check: { ...red, source: "check.people" } });
    unwell({ people: { ...red, source: "page.people" } });
    reads.knowAll([], new Date(nowMs));
    expect(load(null, 1)).toBeNull();
    load(down, 1);
    reads.knowAll([], new Date(nowMs));
    expect(load(down, 60)).toBe("psa.down");
  });
});

describe("of a connection that has ended nothing stays", () => {
  test("neither a trouble that was news, be it of people or of a company's work", () => {
    for (const about of [{}, ofWork("acme")]) {
      expect([load(down, 0, about), load(down, 60, about)]).toEqual([null, "psa.down"]);
      reads.knowAll([], new Date(nowMs));
      expect(load(null, 1, about)).toBeNull();
    }
  });

  test("nor what failed once: a day later it is nothing that lasts", () => {
    const day = 24 * 60 * 60;
    load(down, 0);
    reads.knowAll([], new Date(nowMs + day * 1_000 - 1));
    expect(load(down, day)).toBe("psa.down");
    load(null, 0);
    load(down, 0);
    reads.knowAll([], new Date(nowMs + day * 1_000));
    expect(load(down, day)).toBeNull();
  });
});

test("no other question counts, and no fault of our own", () => {
  expect(load(revoked, 0, { question: "list_directory" })).toBeNull();
  expect([load(null, 0, { outcome: "fault" }), load(null, 60, { outcome: "fault" })]).toEqual([null, null]);
});

test("connections are told apart", () => {
  load(down, 0);
  expect(load(down, 60, { connectionId: "other" })).toBeNull();
});
