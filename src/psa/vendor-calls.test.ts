import { once } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { PsaFault, type PsaFaultCode, psaFaultCodes } from "../connectors/errors.ts";
import type { getJson } from "../connectors/http/get-json.ts";
import type { Call } from "../connectors/port.ts";
import { type CallBudget, callBudgets } from "./vendor-budget.ts";
import { makeSend } from "./vendor-calls.ts";

const request = {
  url: new URL("https://vendor.example/projects?page=1"),
  headers: {},
  secret: "t0ken",
  explain: () => null,
};
const answer = { body: {}, headers: new Headers() };

/** A vendor that answers what the test says, call by call, and the budget's book of what it was asked for. */
function vendor(say: (call: number) => PsaFaultCode | "silent" | "answer", retryAfterMs?: number, callMsMax = 10_000) {
  const seen = { calls: 0, taken: 0, refused: 0, closed: [] as [string, number][], refuses: false };
  const budget: CallBudget = {
    take: async () => {
      if (seen.refuses) {
        seen.refused += 1;
        throw new PsaFault("rate_limited", "in the test");
      }
      seen.taken += 1;
    },
    closeFor: async (path, ms) => void seen.closed.push([path, ms]),
    left: async () => null,
    isShort: async () => false,
  };
  const get: typeof getJson = async (_request, { signal }) => {
    const said = say(seen.calls++);
    if (said === "answer") return answer;
    if (said === "silent") {
      return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    }
    throw new PsaFault(said, "in the test", retryAfterMs === undefined ? {} : { retryAfterMs });
  };
  return { send: makeSend(budget, { get, callMsMax, hangsMs: 20 }), seen };
}

function call(waitMs = 10_000, isUrgent = true): Call {
  return { signal: AbortSignal.timeout(waitMs), isUrgent };
}

describe("trying again", () => {
  test("what may be over in a moment is tried twice again, each time within the budget", async () => {
    const { send, seen } = vendor((nth) => (nth < 2 ? "unavailable" : "answer"));
    expect(await send(request, call())).toBe(answer);
    expect(seen).toMatchObject({ calls: 3, taken: 3 });
  });

  test("and no more than twice", async () => {
    const { send, seen } = vendor(() => "unavailable");
    await expect(send(request, call())).rejects.toMatchObject({ code: "unavailable" });
    expect(seen.calls).toBe(3);
  });

  test("not all at the same moment: whoever failed together does not come back together", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const cameBackAt = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const times: number[] = [];
        const { send } = vendor(() => (times.push(Date.now()) < 2 ? "unavailable" : "answer"));
        const sent = send(request, call());
        await vi.advanceTimersByTimeAsync(1_000);
        await sent;
        return times[1];
      }),
    );
    expect(new Set(cameBackAt).size).toBeGreaterThan(1);
  });

  test.each(psaFaultCodes.filter((code) => code !== "unavailable"))(
    "%s is an answer: it is passed on",
    async (code) => {
      const { send, seen } = vendor(() => code);
      await expect(send(request, call())).rejects.toMatchObject({ code });
      expect(seen.calls).toBe(1);
    },
  );

  test("nobody is asked for whoever has stopped waiting before their turn", async () => {
    const { send, seen } = vendor(() => "answer");
    await expect(send(request, { signal: AbortSignal.abort(new Error("gone")), isUrgent: true })).rejects.toThrow(
      "gone",
    );
    expect(seen).toMatchObject({ calls: 0, taken: 0 });
  });
});

test("one call of a long listing that stays silent ends it, long before its own patience does, and is not tried again", async () => {
  const { send, seen } = vendor(() => "silent", undefined, 20);
  const { signal } = new AbortController();
  await expect(send(request, { signal, isUrgent: false })).rejects.toMatchObject({
    code: "unavailable",
    detail: "no answer within 0.02 seconds",
  });
  expect(seen.calls).toBe(1);
});

describe("a call of background work that hangs", () => {
  const hanging = (isAwaited?: () => boolean, { answersFrom = 1, callMsMax = 300 } = {}) => {
    const { seen, ...asked } = vendor((nth) => (nth < answersFrom ? "silent" : "answer"), undefined, callMsMax);
    return { seen, sent: asked.send(request, { ...call(10_000, false), ...(isAwaited && { isAwaited }) }) };
  };

  test("is asked for again once a page waits for it, and whatever comes first counts", async () => {
    let isAwaited = false;
    const { seen, sent } = hanging(() => isAwaited, { callMsMax: 10_000 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.calls).toBe(1);
    isAwaited = true;
    expect(await sent).toBe(answer);
    expect(seen).toMatchObject({ calls: 2, taken: 2 });
  });

  test("and again, for as long as a page waits", async () => {
    const { seen, sent } = hanging(() => true, { answersFrom: 3, callMsMax: 10_000 });
    expect(await sent).toBe(answer);
    expect(seen.calls).toBe(4);
  });

  test.each([["no page waits for it", () => false] as const, ["it is for nobody's page", undefined] as const])(
    "is not asked for again while %s",
    async (_, isAwaited) => {
      const { seen, sent } = hanging(isAwaited);
      await expect(sent).rejects.toMatchObject({ code: "unavailable" });
      expect(seen.calls).toBe(1);
    },
  );

  test("is asked for again, with others that hang as well, out of three tenths of a window: the rest is there for who asks first", async () => {
    const budgets = [{ per: "connection", calls: 40, windowMs: 60_000 }] as const;
    const budget = callBudgets(null)({ budgets, connectionId: "hanging", host: "vendor.example" });
    const { promise: never } = Promise.withResolvers<never>();
    let calls = 0;
    const get: typeof getJson = (_, { signal }) => {
      calls += 1;
      return Promise.race([never, once(signal, "abort").then(() => Promise.reject(signal.reason))]);
    };
    const send = makeSend(budget, { get, callMsMax: 1_500, hangsMs: 20 });
    const listings = Array.from({ length: 5 }, () => send(request, { ...call(10_000, false), isAwaited: () => true }));
    await Promise.allSettled(listings);
    expect(calls).toBe(12);
    expect(await budget.left()).toBe(28);
  });

  test("is asked for again once there is a call to spare", async () => {
    const { seen, sent } = hanging(() => true, { callMsMax: 10_000 });
    seen.refuses = true;
    await expect.poll(() => seen.refused).toBeGreaterThan(0);
    seen.refuses = false;
    expect(await sent).toBe(answer);
    expect(seen.calls).toBe(2);
  });

  test("is waited for where no call is left to ask for it again", async () => {
    const { seen, sent } = hanging(() => true);
    seen.refuses = true;
    await expect(sent).rejects.toMatchObject({ code: "unavailable" });
    expect(seen.calls).toBe(1);
  });
});

describe("429", () => {
  test("closes the budget for as long as the vendor says", async () => {
    const { send, seen } = vendor(() => "rate_limited", 7_000);
    const detail = expect.stringContaining("is asked again at about");
    await expect(send(request, call())).rejects.toMatchObject({ code: "rate_limited", detail });
    expect(seen.closed).toEqual([["/projects", 7_000]]);
  });

  test("closes it for a second where the vendor does not say", async () => {
    const { send, seen } = vendor(() => "rate_limited");
    await expect(send(request, call())).rejects.toMatchObject({ code: "rate_limited" });
    expect(seen.closed).toEqual([["/projects", 1_000]]);
  });

  test("is not the end of background work: the same page is asked for when the budget is open again, twice at the most", async () => {
    const passing = vendor((nth) => (nth === 0 ? "rate_limited" : "answer"), 7_000);
    expect(await passing.send(request, { ...call(), isUrgent: false })).toBe(answer);
    expect(passing.seen).toMatchObject({ calls: 2, taken: 2, closed: [["/projects", 7_000]] });
    const lasting = vendor(() => "rate_limited");
    await expect(lasting.send(request, { ...call(), isUrgent: false })).rejects.toMatchObject({ code: "rate_limited" });
    expect(lasting.seen.calls).toBe(3);
  });
});

describe("503 with a time to come back", () => {
  test("is not tried again before, and whoever asks meanwhile is told what the vendor said", async () => {
    const { send, seen } = vendor(() => "unavailable", 60_000);
    for (let load = 0; load < 10; load++)
      await expect(send(request, call())).rejects.toMatchObject({ code: "unavailable", detail: "in the test" });
    expect(seen).toMatchObject({ calls: 1, taken: 1, closed: [] });
  });

  test("is asked again when the time has come, and answers that very load", async () => {
    const { send, seen } = vendor((nth) => (nth === 0 ? "unavailable" : "answer"), 20);
    await expect(send(request, call())).rejects.toMatchObject({ code: "unavailable" });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await send(request, call())).toBe(answer);
    expect(seen.calls).toBe(2);
  });

  test("with a time that is now it is tried again as any other", async () => {
    const { send, seen } = vendor((nth) => (nth === 0 ? "unavailable" : "answer"), 0);
    expect(await send(request, call())).toBe(answer);
    expect(seen.calls).toBe(2);
  });
});

describe("a vendor that does not answer", () => {
  async function failFiveTimes(send: ReturnType<typeof vendor>["send"], isUrgent = true): Promise<void> {
    for (let failed = 0; failed < 5; failed++) {
      await expect(send(request, call(5, isUrgent))).rejects.toBeDefined();
    }
  }

  test("is asked by one at a time after five failures; the others wait for how that ends", async () => {
    const { send, seen } = vendor(() => "silent");
    await failFiveTimes(send);
    expect(seen.calls).toBe(5);
    const together = call(100);
    const loads = [1, 2, 3, 4].map(() => send(request, together).catch((err: unknown) => err));
    await expect.poll(() => seen.calls).toBe(6);
    expect(await Promise.all(loads)).toMatchObject([1, 2, 3, 4].map(() => ({ name: "TimeoutError" })));
    expect(seen.calls).toBe(6);
  });

  test("gives the first load after its return its answer, and everybody after it", async () => {
    let isBack = false;
    const { send, seen } = vendor(() => (isBack ? "answer" : "silent"));
    await failFiveTimes(send);
    isBack = true;
    expect(await Promise.all([1, 2, 3].map(() => send(request, call())))).toEqual([answer, answer, answer]);
    expect(seen.calls).toBe(8);
  });

  test("a page does not wait for background work to find out whether it is back", async () => {
    let isBack = false;
    const { send, seen } = vendor(() => (isBack ? "answer" : "silent"));
    await failFiveTimes(send);
    await failFiveTimes(send, false);
    const probing = new AbortController();
    const watch = send(request, { signal: probing.signal, isUrgent: false });
    await expect.poll(() => seen.calls).toBe(11);
    isBack = true;
    expect(await send(request, call(1_000))).toBe(answer);
    probing.abort();
    await expect(watch).rejects.toBeDefined();
  });

  test("refusals, however many, are answers: nobody is held back for them", async () => {
    const { send, seen } = vendor((nth) => (nth < 10 ? "auth_expired" : "answer"));
    for (let refused = 0; refused < 10; refused++) await expect(send(request, call())).rejects.toBeDefined();
    expect(await Promise.all([send(request, call()), send(request, call())])).toEqual([answer, answer]);
    expect(seen.calls).toBe(12);
  });
});
