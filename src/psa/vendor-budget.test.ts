import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openTestRedis } from "../../test/support/test-redis.ts";
import { PsaFault } from "../connectors/errors.ts";
import { harvestBudgets } from "../connectors/harvest/adapter.ts";
import type { Budget } from "../connectors/http/vendor.ts";
import type { Call } from "../connectors/port.ts";
import { productiveBudgets } from "../connectors/productive/adapter.ts";
import { vendorBudgets } from "../connectors/registry.ts";
import { vendorKinds } from "../domain/psa-connection.ts";
import { callBudgets, type OpenCallBudget } from "./vendor-budget.ts";

const HOST = "vendor.example";

function page(signal: AbortSignal = AbortSignal.timeout(10_000)): Call {
  return { signal, isUrgent: true };
}

function background(signal: AbortSignal = AbortSignal.timeout(10_000)): Call {
  return { signal, isUrgent: false };
}

/** A window that no test outlives, so that what is used up stays so. */
function perConnection(calls: number, more: Partial<Budget> = {}): Budget {
  return { per: "connection", calls, windowMs: 60_000, ...more };
}

const usedUp = { code: "rate_limited" };

// In memory, and with Redis where TEST_REDIS_URL names one.
let redis: Awaited<ReturnType<typeof openTestRedis>> = null;
let open: OpenCallBudget;
let connections = 0;
beforeAll(async () => {
  redis = await openTestRedis();
  open = callBudgets(redis);
});
afterAll(() => redis?.disconnect());

function budgetOf(budgets: readonly Budget[], { connectionId = `c-${connections++}`, host = HOST } = {}) {
  return open({ budgets, connectionId, host });
}

const isUsed = [() => true, () => false] as const;

async function use(budget: ReturnType<OpenCallBudget>, calls: number, call: Call): Promise<void> {
  for (let used = 0; used < calls; used++) await budget.take("/projects", call);
}

describe("how many calls there are", () => {
  test("no more than the budget, and then the page is told at once what is the matter", async () => {
    const budget = budgetOf([perConnection(3)]);
    await use(budget, 3, page());
    const refusal = await budget.take("/projects", page()).catch((err: unknown) => err);
    expect(refusal).toMatchObject({ ...usedUp, detail: "our own share of 3 calls in 60 seconds is used up" });
    expect(refusal instanceof PsaFault && refusal.retryAfterMs).toBeGreaterThan(30_000);
  });

  test("one connection's use takes nothing from another's", async () => {
    const [one, other] = [budgetOf([perConnection(2)]), budgetOf([perConnection(2)])];
    await use(one, 2, page());
    await expect(one.take("/projects", page())).rejects.toMatchObject(usedUp);
    await use(other, 2, page());
  });

  test("what the vendor counts by host is shared by all connections to it, and by no other host", async () => {
    const budgets: Budget[] = [{ per: "host", calls: 4, windowMs: 50_000 }];
    const host = `${connections}.example`;
    const [one, other] = [budgetOf(budgets, { host }), budgetOf(budgets, { host })];
    await use(one, 2, page());
    await use(other, 2, page());
    for (const budget of [one, other]) await expect(budget.take("/projects", page())).rejects.toMatchObject(usedUp);
    await budgetOf(budgets, { host: `other-${host}` }).take("/projects", page());
  });

  test.each([
    ["100 calls in 10 seconds", 50, 10_000],
    ["4,000 calls in half an hour", 2_000, 30 * 60_000],
  ])("of what Productive documents for a token, %s, half", async (_, calls, windowMs) => {
    const budget = budgetOf(productiveBudgets.filter((one) => one.windowMs === windowMs));
    await use(budget, calls, page());
    const seconds = windowMs / 1_000;
    const detail = `our own share of ${calls} calls in ${seconds} seconds is used up`;
    await expect(budget.take("/api/v2/people", page())).rejects.toMatchObject({ ...usedUp, detail });
  });

  test("a firm at Harvest that uses all it can leaves another a first load and more; all together keep to half", async () => {
    const host = `${connections}.example`;
    const [one, other] = [budgetOf(harvestBudgets, { host }), budgetOf(harvestBudgets, { host })];
    const useAll = async (budget: ReturnType<OpenCallBudget>) => {
      for (let used = 0; ; used++) if (!(await use(budget, 1, page()).then(...isUsed))) return used;
    };
    expect([await useAll(one), await useAll(other)]).toEqual([40, 10]);
  });

  test("a call that one budget refuses is taken from none of the others", async () => {
    const host = `${connections}.example`;
    const shared: Budget = { per: "host", calls: 2, windowMs: 60_000 };
    const connectionId = `refused-at-${host}`;
    await use(budgetOf([shared], { host }), 2, page());
    const both = budgetOf([perConnection(5), shared], { host, connectionId });
    for (let tried = 0; tried < 5; tried++) {
      await expect(both.take("/projects", page())).rejects.toMatchObject(usedUp);
    }
    const own = budgetOf([perConnection(5)], { connectionId });
    expect(await own.left()).toBe(5);
    await use(own, 5, page());
  });

  test("a path with a budget of its own uses up that one, and other paths do not", async () => {
    const budget = budgetOf([perConnection(20), perConnection(1, { paths: "/reports", windowMs: 40_000 })]);
    await use(budget, 5, page());
    await budget.take("/reports/time", page());
    await expect(budget.take("/reports/time", page())).rejects.toMatchObject(usedUp);
    await budget.take("/projects", page());
  });

  test("where nothing is counted nothing is held back", async () => {
    const budget = budgetOf([]);
    await use(budget, 500, background());
    await budget.closeFor("/projects", 60_000);
    await budget.take("/projects", page());
    expect(await budget.left()).toBeNull();
  });

  test("what is left is that of the scarcest budget", async () => {
    const budget = budgetOf([perConnection(10), perConnection(4, { windowMs: 30_000 })]);
    expect(await budget.left()).toBe(4);
    await use(budget, 3, page());
    expect(await budget.left()).toBe(1);
  });

  test("calls are short when less than a tenth of any window is left", async () => {
    const budget = budgetOf([perConnection(100), perConnection(20, { windowMs: 30_000 })]);
    await use(budget, 18, page());
    expect(await budget.isShort()).toBe(false);
    await use(budget, 1, page());
    expect(await budget.isShort()).toBe(true);
    expect(await budgetOf([]).isShort()).toBe(false);
  });
});

describe("who goes first", () => {
  test("background work leaves three calls of ten to pages", async () => {
    const budget = budgetOf([perConnection(10)]);
    await use(budget, 7, background());
    const stopped = new AbortController();
    const next = budget.take("/projects", background(stopped.signal));
    stopped.abort();
    await expect(next).rejects.toMatchObject(usedUp);
    await use(budget, 3, page());
    await expect(budget.take("/projects", page())).rejects.toMatchObject(usedUp);
  });

  test("what a page is shown without leaves seven calls of ten to what no page can do without, and is refused at once", async () => {
    const budget = budgetOf([perConnection(10, { windowMs: 1_000 })]);
    await use(budget, 3, { ...page(), isSecond: true });
    await expect(budget.take("/projects", { ...page(), isSecond: true })).rejects.toMatchObject(usedUp);
    await use(budget, 7, page());
  });

  test("however many ask at the same moment, no more is taken than that", async () => {
    const budget = budgetOf([perConnection(10)]);
    const second = { ...page(), isSecond: true };
    const asked = Array.from({ length: 8 }, () => budget.take("/projects", second).then(...isUsed));
    expect((await Promise.all(asked)).filter((isTaken) => isTaken)).toHaveLength(3);
    expect(await budget.left()).toBe(7);
  });

  test("behind the page it waits for the next window, and leaves as much of that", async () => {
    const budget = budgetOf([perConnection(10, { windowMs: 1_000 })]);
    await use(budget, 5, page());
    await use(budget, 3, { ...background(), isSecond: true });
    expect(await budget.left()).toBe(7);
  });

  test("background work that a page has come to wait for has the calls of pages, however long it would have waited", async () => {
    const budget = budgetOf([perConnection(10, { windowMs: 30_000 })]);
    await use(budget, 7, background());
    const held: PsaFault[] = [];
    const awaited = {
      ...background(),
      isAwaited: () => held.length > 1,
      onHeld: (why: PsaFault) => void held.push(why),
    };
    await use(budget, 3, awaited);
    expect(held).toMatchObject([usedUp, usedUp]);
    expect(await budget.left()).toBe(0);
  });

  test("a page waits for the next window where that is near", async () => {
    const budget = budgetOf([perConnection(1, { windowMs: 1_000 })]);
    const held: PsaFault[] = [];
    const asking = { ...page(), onHeld: (why: PsaFault) => void held.push(why) };
    await Promise.all([budget.take("/projects", asking), budget.take("/projects", asking)]);
    expect(held[0]).toMatchObject(usedUp);
  });

  test("a page's call is one look at what is counted; what leaves a share to others looks before it takes", async () => {
    const looks = vi.spyOn(redis ? RateLimiterRedis.prototype : RateLimiterMemory.prototype, "get");
    onTestFinished(() => looks.mockRestore());
    const budget = budgetOf([perConnection(10)]);
    await budget.take("/projects", page());
    expect(looks).toHaveBeenCalledTimes(0);
    await budget.take("/projects", background());
    expect(looks).toHaveBeenCalledTimes(1);
  });

  test("a page that is given up while it waits is told that it was our own share", async () => {
    const budget = budgetOf([perConnection(1, { windowMs: 1_000 })]);
    await use(budget, 1, page());
    await expect(budget.take("/projects", page(AbortSignal.timeout(20)))).rejects.toMatchObject(usedUp);
  });
});

describe("when the vendor says that it was too much", () => {
  test("nobody asks over this connection for as long as it says, and then everybody can", async () => {
    const [long, short] = [budgetOf([perConnection(50)]), budgetOf([perConnection(50)])];
    await long.closeFor("/projects", 3_000);
    const detail = expect.stringMatching(/^it has asked ProLens to wait, and is asked again at about \d\d:\d\d UTC$/);
    await expect(long.take("/projects", page())).rejects.toMatchObject({ ...usedUp, detail });
    await short.closeFor("/projects", 900);
    await short.take("/projects", page());
  });

  test("of several words that come at once the longest counts, whichever is said last", async () => {
    const budget = budgetOf([perConnection(50)]);
    await Promise.all([1, 60_000, 900].map((ms) => budget.closeFor("/projects", ms)));
    await budget.closeFor("/projects", 1_000);
    const refusal = await budget.take("/projects", page()).catch((err: unknown) => err);
    expect(refusal instanceof PsaFault && refusal.retryAfterMs).toBeGreaterThan(30_000);
    expect(await budget.left()).toBe(0);
  });

  test("what was used of the window stays used when it opens again", async () => {
    const budget = budgetOf([perConnection(5)]);
    await use(budget, 4, page());
    await budget.closeFor("/projects", 20);
    await use(budget, 1, page());
    await expect(budget.take("/projects", page())).rejects.toMatchObject(usedUp);
  });

  test.each(vendorKinds)("other firms' connections to %s stay open, however long it is", async (vendor) => {
    const host = `${connections}.example`;
    const [one, other] = [budgetOf(vendorBudgets[vendor], { host }), budgetOf(vendorBudgets[vendor], { host })];
    for (const path of ["/projects", "/v2/reports/time"]) await one.closeFor(path, 900_000);
    await expect(one.take("/projects", page())).rejects.toMatchObject(usedUp);
    for (const path of ["/projects", "/v2/reports/time"]) await other.take(path, page());
  });

  test("a budget that all share is never closed by what is said to one of them", async () => {
    const budgets: Budget[] = [{ per: "host", calls: 50, windowMs: 10_000 }];
    const host = `${connections}.example`;
    await budgetOf(budgets, { host }).closeFor("/projects", 60_000);
    await budgetOf(budgets, { host }).take("/projects", page());
  });

  test.each([0, 0.4, Number.MAX_SAFE_INTEGER])(
    "a wait of %s ms that makes no sense closes it for some time, not for ever",
    async (ms) => {
      const budget = budgetOf([perConnection(50)]);
      await budget.closeFor("/projects", ms);
      const closed = await budget.take("/projects", page()).catch((err: unknown) => err);
      if (closed instanceof PsaFault) expect(closed.retryAfterMs).toBeLessThanOrEqual(15 * 60_000);
    },
  );
});
