import { expect, test } from "vitest";
import { checkHost, type HostProbe } from "./check-host.ts";

const fine: HostProbe = {
  addressesOf: async () => ["203.0.113.7"],
  fetch: async () => ({ status: 200, text: "ok" }),
};
const check = (probe: Partial<HostProbe>) =>
  checkHost("https://portal.firm.example", "studio.portal.example", { ...fine, ...probe });

test("a host whose name resolves and at which we answer is ready", async () => {
  expect((await check({})).map(({ step, isOk }) => [step, isOk])).toEqual([
    ["name", true],
    ["answer", true],
  ]);
});

test("a name that does not resolve is said first, with what is expected of it, and nothing is asked of it", async () => {
  const addressesOf = () => Promise.reject(Object.assign(new Error("x"), { code: "ENOTFOUND" }));
  const steps = await check({ addressesOf, fetch: () => Promise.reject(new Error("not asked")) });
  expect(steps).toEqual([
    {
      step: "name",
      isOk: false,
      found: "none (ENOTFOUND)",
      expected: "an address, as with a CNAME record to studio.portal.example",
    },
  ]);
});

test.each([
  ["somebody else's page", async () => ({ status: 200, text: "<h1>It works</h1>" }), "status 200, not from ProLens"],
  ["a certificate that ran out", () => failing("CERT_HAS_EXPIRED"), "no answer (CERT_HAS_EXPIRED)"],
  ["no server", () => failing("ECONNREFUSED"), "no answer (ECONNREFUSED)"],
] as const)("%s is told as it was found", async (_, fetch, found) => {
  const [, answer] = await check({ fetch });
  expect(answer).toMatchObject({ isOk: false, found, expected: '"ok" from https://portal.firm.example/healthz' });
});

function failing(code: string): Promise<never> {
  return Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) }));
}
