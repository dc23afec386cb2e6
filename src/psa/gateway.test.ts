import { describe, expect, onTestFinished, test, vi } from "vitest";
import { checkAccess } from "../access/check-access.ts";
import { decide } from "../access/decide.ts";
import { type Granted, grantCompanyRead } from "../access/granted.ts";
import { company, contact, email, janeAtAcme, project } from "../access/scenarios/people.ts";
import { PsaFault, psaFaultCodes } from "../connectors/errors.ts";
import type { Call, Gap, PsaConnector } from "../connectors/port.ts";
import { type CompanyWork, emptyWork } from "../domain/project.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import { Background } from "../lib/background.ts";
import { invariant } from "../lib/invariant.ts";
import { PsaGateway } from "./gateway.ts";
import { openReading } from "./open-reading.ts";
import type { ReadRecord } from "./read-record.ts";
import { memorySnapshotCache } from "./snapshot-cache.ts";

const jane = email("jane@acme.example");
const MINUTE_MS = 60_000;

/** A PSA that answers at once with Jane of Acme and one project; every answer can be replaced. */
function psa(replaced: Partial<PsaConnector> = {}) {
  const asked: string[] = [];
  const counting = { version: "v1", now: new Date("2026-03-12T10:00:00Z") };
  const work: CompanyWork = {
    ...emptyWork(company("acme").id),
    projects: [project("p-1", "acme"), project("p-9", "birch")],
  };
  const read = <T>(value: T) => ({ value, gaps: [], readAt: counting.now });
  const connector: PsaConnector = {
    findByEmails: async () => {
      asked.push("findByEmail");
      return [read({ contacts: [contact("k-1", [jane], ["acme"])], companies: [company("acme")] })];
    },
    findCompany: async () => read(company("acme")),
    listDirectory: async () => read({ companies: [], contacts: [] }),
    listProjects: async () => {
      asked.push("listProjects");
      return read([]);
    },
    requireProjects: async () => void asked.push("requireProjects"),
    readCompanyWork: async () => {
      asked.push("readCompanyWork");
      return read(work);
    },
    workVersion: async () => counting.version,
    identify: async () => ({ organisation: null, tokenOwner: null }),
    inspect: async () => ({ counts: [], notSupplied: [], gaps: [] }),
    ...replaced,
  };
  const records: ReadRecord[] = [];
  const background = new Background((err) => {
    throw err;
  });
  const cache = memorySnapshotCache();
  const gateway = new PsaGateway({
    firmId: janeAtAcme.firm.id,
    connectionId: "connection",
    connectionMark: "1",
    connector,
    cache,
    clock: { now: () => counting.now },
    deadlineMs: 50,
    record: (row) => records.push(row),
    inBackground: (work) => background.run(work),
  });
  return { gateway, asked, records, counting, background, cache };
}

function companyProof(): Granted<"company.read"> {
  const proof = grantCompanyRead(janeAtAcme, decide(janeAtAcme));
  invariant(proof, "Jane belongs to Acme");
  return proof;
}

describe("what a failed read means", () => {
  test.each(psaFaultCodes)("%s is trouble, never an empty answer", async (code) => {
    const { gateway } = psa({ findByEmails: () => Promise.reject(new PsaFault(code, "words for the firm")) });
    expect(await gateway.readPeople(jane)).toMatchObject({ kind: "trouble", detail: "words for the firm" });
  });

  test("a PSA that never answers is down after the deadline, though it ignores its signal", async () => {
    const { gateway, records } = psa({ findByEmails: () => new Promise(() => {}) });
    expect(await gateway.readPeople(jane)).toMatchObject({ kind: "trouble", cause: "psa.down" });
    expect(records).toMatchObject([{ outcome: "unavailable" }]);
  });

  test("an abort that a connector passes on is the deadline, too", async () => {
    const { gateway } = psa({
      findByEmails: (_, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    expect(await gateway.readPeople(jane)).toMatchObject({ kind: "trouble", cause: "psa.down" });
  });

  test("a fault of our own is no trouble of the PSA: it is thrown on", async () => {
    const { gateway } = psa({ findByEmails: () => Promise.reject(new TypeError("x is undefined")) });
    await expect(gateway.readPeople(jane)).rejects.toThrow(TypeError);
  });

  test("after a failure the next question is asked again", async () => {
    let isDown = true;
    const { gateway } = psa({
      workVersion: () => (isDown ? Promise.reject(new PsaFault("unavailable", "x")) : Promise.resolve("v1")),
    });
    expect(await gateway.readWork(companyProof())).toMatchObject({ kind: "trouble" });
    isDown = false;
    expect(await gateway.readWork(companyProof())).toMatchObject({ gaps: [] });
  });
});

describe("how often the PSA is asked", () => {
  test("all projects: identical questions at the same moment share one, and it leaves a record", async () => {
    const { gateway, asked, records } = psa();
    await Promise.all([gateway.listings.projects.whole(), gateway.listings.projects.whole()]);
    expect(asked).toEqual(["listProjects"]);
    expect(records).toMatchObject([{ question: "list_projects", outcome: "answered" }]);
  });

  test("who somebody is: on every load; loads at the same moment share one question", async () => {
    const { gateway, asked, records } = psa();
    await Promise.all([gateway.readPeople(jane), gateway.readPeople(jane), gateway.readPeople(jane)]);
    expect(asked).toEqual(["findByEmail"]);
    await gateway.readPeople(jane);
    expect(asked).toEqual(["findByEmail", "findByEmail"]);
    expect(records).toHaveLength(2);
  });

  test("the work: again when the source says that it changed, or after fifteen minutes", async () => {
    const { gateway, asked, counting } = psa();
    const read = async () => {
      await gateway.readWork(companyProof());
      return asked.length;
    };
    expect([await read(), await read()]).toEqual([1, 1]);
    counting.version = "v2";
    expect([await read(), await read()]).toEqual([2, 2]);
    counting.now = new Date(counting.now.getTime() + 14 * MINUTE_MS);
    expect(await read()).toBe(2);
    counting.now = new Date(counting.now.getTime() + 2 * MINUTE_MS);
    expect(await read()).toBe(3);
  });

  test("identical questions of a page and of background work are two: a page waits for no listing", async () => {
    const { gateway, asked } = psa({ readCompanyWork: () => new Promise(() => {}) });
    await Promise.all([gateway.readPeople(jane), gateway.listings.projects.whole()]);
    expect(asked).toEqual(["findByEmail", "listProjects"]);
  });

  test("nobody signed in: not at all", async () => {
    const { gateway, asked } = psa();
    const identity = { kind: "nobody", cause: "sess.none", claimed: null } as const;
    await checkAccess({ ...janeAtAcme, identity }, openReading(gateway).facts);
    expect(asked).toEqual([]);
  });
});

test("a page gets what was decided about: the visible projects, without hidden fields or another company's rows", async () => {
  const reading = openReading(psa().gateway);
  const { granted } = await checkAccess(janeAtAcme, reading.facts);
  invariant(granted, "Jane gets in");
  const { work } = reading.content(granted);
  expect(work.projects.map(({ id, fee }) => ({ id, fee }))).toEqual([{ id: "p-1", fee: null }]);
});

test("a page whose time is spent names its whole limit, not what was left for the last question", async () => {
  const { gateway } = psa({ findByEmails: () => new Promise(() => {}), readCompanyWork: () => new Promise(() => {}) });
  const { facts } = openReading(gateway);
  const detail = "no answer within 0.1 seconds";
  expect(await facts.readPeople(jane)).toMatchObject({ detail });
  expect(await facts.readWork(companyProof())).toMatchObject({ detail });
});

test("records name the question, not whom it was about", async () => {
  const { gateway, records } = psa();
  await gateway.readPeople(jane);
  expect(JSON.stringify(records)).not.toContain("jane");
});

describe("a source that cannot say whether something has changed", () => {
  /** Each reading of the work names itself, so that a page can be seen to show an older one. */
  function unversioned(replaced: Partial<PsaConnector> = {}) {
    const reading = { count: 0, urgent: [] as boolean[] };
    const opened = psa({
      workVersion: async () => null,
      readCompanyWork: async (companyId, { isUrgent }) => {
        reading.count += 1;
        reading.urgent.push(isUrgent);
        const projects = [project(`reading-${reading.count}`, "acme")];
        return { value: { ...emptyWork(companyId), projects }, gaps: [], readAt: opened.counting.now };
      },
      ...replaced,
    });
    const passMinutes = (minutes: number) => {
      opened.counting.now = new Date(opened.counting.now.getTime() + minutes * MINUTE_MS);
    };
    /** The id of the project, and how old the page says that it is. */
    const load = async () => {
      const answer = await opened.gateway.readWork(companyProof());
      if ("kind" in answer) return answer.cause;
      const ageMinutes = (opened.counting.now.getTime() - answer.readAt.getTime()) / MINUTE_MS;
      return [answer.value.projects[0]?.id, ageMinutes];
    };
    return { ...opened, reading, passMinutes, load };
  }

  test("is read once for a visitor's whole quarter of an hour, and the page says the age", async () => {
    const { load, passMinutes, reading, background } = unversioned();
    expect(await load()).toEqual(["reading-1", 0]);
    passMinutes(11);
    expect(await load()).toEqual(["reading-1", 11]);
    await background.idle();
    expect(reading.count).toBe(1);
  });

  test("a figure near its end is shown at once and renewed behind the page, as background work", async () => {
    const { load, passMinutes, reading, background } = unversioned();
    await load();
    passMinutes(12);
    expect(await Promise.all([load(), load(), load()])).toEqual([1, 2, 3].map(() => ["reading-1", 12]));
    await background.idle();
    expect(reading).toEqual({ count: 2, urgent: [true, false] });
    expect(await load()).toEqual(["reading-2", 0]);
  });

  test("nothing older than fifteen minutes is shown: the page waits for the PSA, or says that it cannot tell", async () => {
    let isDown = false;
    const { load, passMinutes, background } = unversioned({
      workVersion: async () => {
        if (isDown) throw new PsaFault("unavailable", "x");
        return null;
      },
    });
    await load();
    passMinutes(15);
    expect(await load()).toEqual(["reading-2", 0]);
    passMinutes(16);
    isDown = true;
    expect(await load()).toBe("psa.down");
    await background.idle();
  });

  test("a renewal that fails takes nothing away, and is tried again a minute later, not at every load", async () => {
    let asked = 0;
    let tookMinutes = 0;
    const { load, passMinutes, background } = unversioned({
      readCompanyWork: async (companyId) => {
        asked += 1;
        passMinutes(tookMinutes);
        if (asked > 1) throw new PsaFault("rate_limited", "later");
        return { value: emptyWork(companyId), gaps: [], readAt: new Date("2026-03-12T10:00:00Z") };
      },
    });
    await load();
    passMinutes(12);
    for (let loads = 0; loads < 5; loads++) {
      expect(await load()).toEqual([undefined, 12]);
      await background.idle();
    }
    expect(asked).toBe(2);
    passMinutes(1);
    tookMinutes = 1;
    for (let loads = 0; loads < 2; loads++) {
      await load();
      await background.idle();
      expect(asked).toBe(3);
    }
  });

  test("what takes longer than a page waits is read to its end behind it, and the next page finds it", async () => {
    const urgent: boolean[] = [];
    const { load, background } = unversioned({
      readCompanyWork: async (companyId, { isUrgent, signal }) => {
        urgent.push(isUrgent);
        if (isUrgent) await new Promise((_, late) => signal.addEventListener("abort", () => late(signal.reason)));
        return { value: emptyWork(companyId), gaps: [], readAt: new Date("2026-03-12T10:00:00Z") };
      },
    });
    expect(await load()).toBe("psa.down");
    await background.idle();
    expect(await load()).toEqual([undefined, 0]);
    expect(urgent).toEqual([true, false]);
  });

  test("so does what pages leave twice within a minute: however often they do, it is begun once more", async () => {
    const urgent: boolean[] = [];
    const { gateway, load, background, counting } = unversioned({
      readCompanyWork: async (companyId, { isUrgent, signal }) => {
        urgent.push(isUrgent);
        if (isUrgent) await new Promise((_, late) => signal.addEventListener("abort", () => late(signal.reason)));
        return { value: emptyWork(companyId), gaps: [], readAt: counting.now };
      },
    });
    const leave = async (afterMs: number) => {
      counting.now = new Date(counting.now.getTime() + afterMs);
      const [visitor, begun] = [new AbortController(), urgent.length];
      const page = gateway.readWork(companyProof(), { waitMs: 10_000, left: visitor.signal }).catch(() => "left");
      await expect.poll(() => urgent.length, { interval: 1 }).toBe(begun + 1);
      visitor.abort();
      expect(await page).toBe("left");
      await new Promise(setImmediate);
      await background.idle();
    };
    await leave(0);
    await leave(60_000);
    expect(urgent).toEqual([true, true]);
    await leave(59_000);
    expect(urgent).toEqual([true, true, true, false]);
    expect(await load()).toEqual([undefined, 0]);
    expect(urgent).toHaveLength(4);
  });

  test("so does what takes more calls than a page may ask", async () => {
    const { load, background } = unversioned({
      readCompanyWork: async (companyId, { isUrgent }) => {
        if (isUrgent) throw new PsaFault("rate_limited", "our own share is used up");
        return { value: emptyWork(companyId), gaps: [], readAt: new Date("2026-03-12T10:00:00Z") };
      },
    });
    expect(await load()).toBe("psa.rate_limited");
    await background.idle();
    expect(await load()).toEqual([undefined, 0]);
  });

  test("but not once the connection has ended: nothing more is asked over it", async () => {
    const urgent: boolean[] = [];
    const { gateway, load, background } = unversioned({
      readCompanyWork: async (_, call) => {
        urgent.push(call.isUrgent);
        gateway.close();
        throw new PsaFault("rate_limited", "our own share is used up");
      },
    });
    await load();
    await background.idle();
    expect(urgent).toEqual([true]);
  });

  test("and what takes half a minute, with the calls that are left to background work", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { load, background } = unversioned({
      readCompanyWork: async (companyId, { isUrgent, signal }) => {
        await new Promise<void>((read, late) => {
          if (!isUrgent) setTimeout(read, 30_000);
          signal.addEventListener("abort", () => late(signal.reason));
        });
        return { value: emptyWork(companyId), gaps: [], readAt: new Date("2026-03-12T10:00:00Z") };
      },
    });
    const first = load();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await first).toBe("psa.down");
    await vi.advanceTimersByTimeAsync(30_000);
    await background.idle();
    expect(await load()).toEqual([undefined, 0]);
  });

  /** A company of which a record cannot be understood while `broken` says what it may be. */
  function unreadable(gap: Omit<Gap, "place" | "message">) {
    const broken = {
      gap: { place: "projects 7", message: "not readable", ...gap } as Gap | null,
      fails: false,
      asked: 0,
    };
    const opened = unversioned({
      readCompanyWork: async (companyId) => {
        broken.asked += 1;
        if (broken.fails) throw new PsaFault("rate_limited", "no call is left");
        opened.reading.count += 1;
        const projects = [project(`reading-${opened.reading.count}`, "acme")];
        const gaps = broken.gap ? [broken.gap] : [];
        return { value: { ...emptyWork(companyId), projects }, gaps, readAt: opened.counting.now };
      },
    });
    return { ...opened, broken };
  }

  const lostTask: Omit<Gap, "place" | "message"> = {
    unread: { parts: ["tasks"], projectId: null, why: "not_readable" },
  };
  const rows: [what: string, gap: Omit<Gap, "place" | "message">, seconds: number][] = [
    ["a project", {}, 5],
    ["a task", lostTask, 60],
  ];

  test.each(rows)(
    "%s that could not be read is asked for again soon, and is there once it is mended",
    async (...row) => {
      const [, gap, seconds] = row;
      const { load, broken, passMinutes, reading } = unreadable(gap);
      await load();
      passMinutes((seconds - 1) / 60);
      await load();
      expect(reading.count).toBe(1);
      broken.gap = null;
      passMinutes(1 / 60);
      expect(await load()).toEqual(["reading-2", 0]);
      passMinutes(11);
      expect(await load()).toEqual(["reading-2", 11]);
    },
  );

  test("what was read before is shown while the PSA does not answer whether it is mended, no longer than a quarter of an hour", async () => {
    const { load, broken, passMinutes, background } = unreadable(lostTask);
    await load();
    broken.fails = true;
    passMinutes(2);
    for (let nth = 0; nth < 5; nth++) expect(await load()).toEqual(["reading-1", 2]);
    // The page, and behind it once more what our own share had held back; whoever loads again asks for nothing.
    expect(broken.asked).toBe(3);
    passMinutes(13);
    expect(await load()).toBe("psa.rate_limited");
    await background.idle();
  });

  /** A company with more work than a page waits for: the rest of it is sent when the test says so. */
  function longWork(held?: PsaFault) {
    const { promise: rest, resolve: sendRest, reject: fail } = Promise.withResolvers<void>();
    const calls: Call[] = [];
    const opened = unversioned({
      readCompanyWork: async (companyId, call) => {
        calls.push(call);
        if (held) call.onHeld?.(held);
        const late = new Promise((_, reject) =>
          call.signal.addEventListener("abort", () => reject(call.signal.reason)),
        );
        await Promise.race([call.isUrgent ? late : rest, late]);
        return { value: emptyWork(companyId), gaps: [], readAt: new Date("2026-03-12T10:00:00Z") };
      },
    });
    const urgent = () => calls.map(({ isUrgent }) => isUrgent);
    const isAwaited = () => calls[1]?.isAwaited?.();
    /** A page that has begun to wait for the reading behind. */
    const loadWaiting = async () => {
      const page = opened.load();
      await expect.poll(isAwaited, { interval: 1 }).toBe(true);
      return { page };
    };
    return { ...opened, urgent, isAwaited, loadWaiting, sendRest, fail };
  }

  test("what a page was shown without is read behind it at once, leaving calls to others, and is no trouble", async () => {
    const left = { parts: ["hours"], projectId: null, why: "not_yet" } as const;
    const seconds: (boolean | undefined)[] = [];
    let isRefused = true;
    const { load, passMinutes, background, records } = unversioned({
      readCompanyWork: async (companyId, { isUrgent, isSecond }) => {
        seconds.push(isSecond);
        if (!isUrgent && isRefused) throw new PsaFault("rate_limited", "our own share is used up");
        const gaps = isUrgent ? [{ place: "hours", message: "x", unread: left }] : [];
        return { value: emptyWork(companyId), gaps, readAt: new Date("2026-03-12T10:00:00Z") };
      },
    });
    for (let loads = 0; loads < 3; loads++) {
      expect(await load()).toEqual([undefined, 0]);
      await background.idle();
    }
    expect(seconds).toEqual([undefined, true]);
    expect(records[0]).toMatchObject({ outcome: "answered", trouble: null, tooMuch: null });
    isRefused = false;
    passMinutes(1);
    for (let loads = 0; loads < 3; loads++) {
      await load();
      await background.idle();
    }
    expect(seconds).toEqual([undefined, true, true]);
  });

  test("who loads the page again meanwhile waits for that reading, with their own patience, and nothing is asked twice", async () => {
    const { load, loadWaiting, urgent, sendRest, background, gateway } = longWork();
    expect(await load()).toBe("psa.down");
    const again = await Promise.all([1, 2, 3].map(() => gateway.readWork(companyProof())));
    expect(again).toMatchObject([1, 2, 3].map(() => ({ cause: "psa.down", detail: vendorText("still_reading") })));
    const { page } = await loadWaiting();
    sendRest();
    expect(await page).toEqual([undefined, 0]);
    await background.idle();
    expect(urgent()).toEqual([true, false]);
  });

  test("a page that waited in vain counts as one that could not be told, for the health of the connection", async () => {
    const { load, sendRest, background, records } = longWork();
    await load();
    await load();
    sendRest();
    await background.idle();
    expect(records.map(({ outcome, question }) => [question, outcome])).toEqual([
      ["read_company_work", "unavailable"],
      ["read_company_work", "unavailable"],
      ["read_company_work", "answered"],
    ]);
  });

  test("who leaves while they wait ends nothing, and leaves no record", async () => {
    const { load, sendRest, background, gateway, records } = longWork();
    await load();
    const left = new AbortController();
    const waiting = gateway.readWork(companyProof(), { waitMs: 10_000, left: left.signal });
    left.abort();
    await expect(waiting).rejects.toMatchObject({ code: "visitor_left" });
    sendRest();
    await background.idle();
    expect(records.map(({ outcome }) => outcome)).toEqual(["unavailable", "answered"]);
    expect(await load()).toEqual([undefined, 0]);
  });

  test("the end of the connection ends it, and whoever waits is told that nothing is connected", async () => {
    const { load, loadWaiting, background, gateway } = longWork();
    await load();
    const { page } = await loadWaiting();
    gateway.close();
    expect(await page).toBe("psa.not_connected");
    await background.idle();
  });

  test("it goes first while a page waits for it, and not before or after", async () => {
    const { load, loadWaiting, isAwaited, sendRest, background } = longWork();
    await load();
    expect(isAwaited()).toBe(false);
    await (await loadWaiting()).page;
    expect(isAwaited()).toBe(false);
    sendRest();
    await background.idle();
  });

  test("what our own budget holds back is told as that", async () => {
    const held = new PsaFault("rate_limited", "our own share is used up");
    const { load, urgent, sendRest, background } = longWork(held);
    await load();
    expect(await load()).toBe("psa.rate_limited");
    expect(urgent()).toEqual([true, false]);
    sendRest();
    await background.idle();
  });

  test("what it fails of is told to whoever waits, and the next page asks anew", async () => {
    const { load, loadWaiting, urgent, fail, background } = longWork();
    await load();
    const { page } = await loadWaiting();
    fail(new PsaFault("auth_expired", "the token was revoked"));
    expect(await page).toBe("psa.token_revoked");
    await background.idle();
    await load();
    expect(urgent()).toEqual([true, false, true, false]);
    await background.idle();
  });

  test("a source with a version is not renewed while it says that nothing has changed", async () => {
    const { load, passMinutes, reading, background } = unversioned({ workVersion: async () => "v1" });
    await load();
    passMinutes(14);
    await load();
    await background.idle();
    expect(reading.count).toBe(1);
  });

  test("what is being read while the connection ends is shown, and not kept", async () => {
    const { load, gateway, reading } = unversioned();
    const loading = load();
    gateway.close();
    expect(await loading).toEqual(["reading-1", 0]);
    await load();
    expect(reading.count).toBe(2);
  });
});

test("however many rows could not be understood, a decision says the first of them", async () => {
  const gaps = Array.from({ length: 3_000 }, (_, at) => ({ place: `people ${at}`, message: "x" }));
  const readAt = new Date();
  const { gateway } = psa({
    findByEmails: async () => [{ value: { contacts: [], companies: [] }, gaps, readAt }],
    readCompanyWork: async (companyId) => ({ value: emptyWork(companyId), gaps, readAt }),
  });
  const people = await gateway.readPeople(jane);
  const work = await openReading(gateway).facts.readWork(companyProof());
  for (const fact of [people, work]) {
    invariant(fact.kind === "read", "it was answered");
    expect(fact.gaps[0]).toBe("people 0: x");
    expect(fact.gaps.length).toBeLessThanOrEqual(20);
  }
});

describe("a visitor who leaves", () => {
  function hanging() {
    const given: AbortSignal[] = [];
    const opened = psa({
      findByEmails: (_, { signal }) => {
        given.push(signal);
        return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      },
    });
    const ask = (left: AbortController, waitMs = 10_000) =>
      opened.gateway.readPeople(jane, { waitMs, left: left.signal }).catch((err: unknown) => err);
    return { ...opened, given, ask };
  }

  test("takes the question along: the PSA is not asked on for nobody, and it is recorded so", async () => {
    const { given, ask, records } = hanging();
    const visitor = new AbortController();
    const asked = ask(visitor);
    await expect.poll(() => given.length).toBe(1);
    visitor.abort();
    expect(await asked).toMatchObject({ code: "visitor_left" });
    expect(given[0]?.aborted).toBe(true);
    await expect.poll(() => records).toMatchObject([{ question: "find_by_email", outcome: "visitor_left" }]);
  });

  test("leaves the question to whoever else waits for it, and their deadline to them", async () => {
    const { given, ask } = hanging();
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [ask(one), ask(other, 200)];
    await expect.poll(() => given.length).toBe(1);
    one.abort();
    expect(await asked[0]).toMatchObject({ code: "visitor_left" });
    expect(given[0]?.aborted).toBe(false);
    expect(await asked[1]).toMatchObject({ kind: "trouble", cause: "psa.down" });
    expect(given).toHaveLength(1);
  });

  test("who has left already is not asked about", async () => {
    const { given, ask } = hanging();
    const visitor = new AbortController();
    visitor.abort();
    expect(await ask(visitor)).toMatchObject({ code: "visitor_left" });
    expect(given).toHaveLength(0);
  });
});

test("all questions of one load share its deadline", async () => {
  const late = <T>(value: T) => new Promise<T>((resolve) => setTimeout(resolve, 40, value));
  const { gateway } = psa({
    findByEmails: async () =>
      late([
        {
          value: { contacts: [contact("k-1", [jane], ["acme"])], companies: [company("acme")] },
          gaps: [],
          readAt: new Date(),
        },
      ]),
    workVersion: () => late(null),
  });
  const { decision } = await checkAccess(janeAtAcme, openReading(gateway).facts);
  expect(decision).toMatchObject({ outcome: "unavailable" });
});
