// Everything that can go wrong between a client's page and the firm's PSA, through the whole program: nobody sees what they must
// not, nobody is told something false, and the first load after the vendor is back gets its answer.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerStatus, redirectTo } from "../../demo/stand-ins/faults.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { allRows } from "../support/all-rows.ts";
import { serveTls } from "../support/own-certificate.ts";
import { VENDOR_TOKEN } from "../support/vendor-stand-in.ts";
import { BACK_MS, editRows, failuresOf, type Stage, startStage } from "./psa-failures.ts";

describe.each(vendorKinds)("%s, where nobody can be told anything", (vendor) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(vendor);
  }, 120_000);
  afterEach(() => stage.firm.standIn.recover());
  afterAll(() => stage.firm.stop());

  test.each(failuresOf(vendor))(
    "%s: everybody alike cannot be told, the firm sees why, and then everybody can",
    async (_name, fault, cause) => {
      stage.firm.standIn.fail(fault);
      await expectToldBy(cause);
      stage.firm.standIn.recover();
      await expectRecovered();
    },
    60_000,
  );

  async function expectToldBy(cause: string): Promise<void> {
    // A failure that lasts is news, and a refusal at once.
    for (const _ of ["now", "and a quarter of an hour later"])
      await stage.expectCannotTell(Object.values(await stage.loadAll()), cause);
    // Silence is told by pages alone: a check would wait for it to its own end.
    const state = cause === "psa.rate_limited" ? "amber" : "red";
    expect(await stage.readHealth(cause === "psa.down")).toMatchObject({ state, cause });
  }

  async function expectRecovered(): Promise<void> {
    await stage.expectRecovered(() => stage.loadAll(BACK_MS));
    expect(await stage.readHealth(false)).toMatchObject({ state: "green", cause: null });
  }

  test("a connection that is refused", async () => {
    await stage.firm.standIn.close();
    await expectToldBy("psa.down");
    await stage.firm.reopen();
    await expectRecovered();
  }, 60_000);

  test.each([
    ["a name that nobody has", () => "http://vendor.invalid"],
    ["a server that speaks no TLS", () => stage.firm.standIn.url.replace("http:", "https:")],
  ])(
    "%s",
    async (_name, origin) => {
      const { url } = stage.firm.standIn;
      await stage.firm.moveVendor(origin());
      await expectToldBy("psa.down");
      await stage.firm.moveVendor(url);
      await expectRecovered();
    },
    60_000,
  );

  test("a certificate that nobody vouches for: no request is sent, and so no token", async () => {
    const seen: unknown[] = [];
    const { url } = stage.firm.standIn;
    const impostor = await serveTls(({ headers }, response) => {
      seen.push(headers);
      response.end("{}");
    });
    await stage.firm.moveVendor(impostor.url);
    await expectToldBy("psa.down");
    expect(seen).toEqual([]);
    // It is nothing but the trust that is missing.
    await impostor.askTrusting();
    expect(seen).toHaveLength(1);
    await stage.firm.moveVendor(url);
    await expectRecovered();
  }, 60_000);

  test("a redirect is not followed: the token reaches nobody else", async () => {
    const seen: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers);
      response.end("{}");
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    try {
      for (const status of [301, 302, 307, 308]) {
        stage.firm.standIn.fail(redirectTo(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`, status));
        await stage.expectCannotTell(Object.values(await stage.loadAll()), "psa.bad_answer");
      }
      expect(seen).toEqual([]);
    } finally {
      elsewhere.close();
    }
  }, 60_000);

  test.each([
    ["the token", VENDOR_TOKEN],
    ["the token and two megabytes", `${VENDOR_TOKEN}${"x".repeat(2 * 1024 * 1024)}`],
  ])(
    "records that call %s their id: it reaches no page, no row and no mail",
    async (_name, id) => {
      stage.firm.standIn.fail(editRows(({ type }) => ({ type, id })));
      for (const _ of ["now", "and a quarter of an hour later"]) {
        const { member, other } = await stage.loadAll();
        await stage.expectCannotTell([member, other], "psa.partial");
      }
      await stage.readHealth(false);
      const rows = (await allRows(stage.firm.database)).map(({ row }) => row);
      const mails = stage.firm.mailbox.list().map((mail) => JSON.stringify(mail));
      for (const text of [...rows, ...mails]) {
        expect(text.includes(VENDOR_TOKEN)).toBe(false);
        expect(text.length).toBeLessThan(64 * 1024);
      }
      stage.firm.standIn.recover();
      await stage.expectRecovered();
    },
    60_000,
  );

  test("ten failures in a row: the first load after them gets its answer", async () => {
    stage.firm.standIn.fail(answerStatus(500));
    for (let failed = 0; failed < 4; failed++)
      await stage.expectCannotTell(Object.values(await stage.loadAll()), "psa.down");
    stage.firm.standIn.recover();
    await stage.expectRecovered();
  }, 60_000);
});
