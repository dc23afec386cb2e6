import { describe, expect, onTestFinished, test } from "vitest";
import { idOf } from "../../demo/stand-ins/harvest/row.ts";
import { startHarvestStandIn } from "../../demo/stand-ins/harvest/stand-in.ts";
import type { FirmRecords } from "../../demo/stand-ins/records.ts";
import { smallFirm } from "../../demo/stand-ins/testing/small-firm.ts";
import { createHarvestConnector } from "../../src/connectors/harvest/adapter.ts";
import { getJson } from "../../src/connectors/http/get-json.ts";
import type { Send } from "../../src/connectors/http/vendor.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { TestClock } from "../support/test-clock.ts";
import { type Exchanged, faultsOfDescription, findDescription, openDescription } from "./harvest-openapi.ts";

const path = findDescription();
const token = "a-token-of-nora";
const account = { id: "1001", name: "Harbor Example" };
const call = { signal: new AbortController().signal, isUrgent: true };

// The description is somebody else's and no part of the project. Where it is not at hand, the report says so and the rest goes on.
if (path === null) {
  test.skip("the published description of Harvest's API is not on this machine: name it with HARVEST_OPENAPI");
} else {
  describe("against the published description of Harvest's API", () => {
    test("the description is one", async () => {
      expect(await faultsOfDescription(path)).toBeNull();
    });

    test("every request of the connector and every answer of the stand-in is as described", async () => {
      const exchanged = await everyQuestion();
      const faultsOf = openDescription(path);
      expect([...new Set(exchanged.map(({ url }) => url.pathname.replace(/\d+$/, "{id}")))].sort()).toEqual([
        ...["/v2/clients", "/v2/clients/{id}", "/v2/company", "/v2/contacts", "/v2/contacts/{id}", "/v2/invoices"],
        ...[
          "/v2/projects",
          "/v2/task_assignments",
          "/v2/time_entries",
          "/v2/user_assignments",
          "/v2/users",
          "/v2/users/me",
        ],
      ]);
      expect(exchanged.flatMap(faultsOf)).toEqual([]);
    });

    test("the check can fail: a wrong type, an unknown parameter and a missing header are noticed", async () => {
      const [first] = await everyQuestion();
      const faultsOf = openDescription(path);
      expect(first && faultsOf({ ...first, headers: {} })).toHaveLength(3);
      expect(first && faultsOf({ ...first, body: { ...Object(first.body), links: 7 } })).toHaveLength(1);
      expect(first && faultsOf({ ...first, url: new URL(`${first.url.href}&email=x`) })).toEqual([
        "email is not described",
      ]);
    });
  });
}

/** More contacts than are read anew with every question, so that one who is known is asked for by id. */
function largeFirm(): FirmRecords {
  const firm = smallFirm();
  const [dana] = firm.contacts;
  invariant(dana, "the small firm has contacts");
  const more = Array.from({ length: 200 }, (_, at) => ({
    ...dana,
    id: `more-${at}`,
    email: `p${at}@northbank.example`,
  }));
  return { ...firm, contacts: [...firm.contacts, ...more] };
}

/** All questions of the port, the people asked again when they are known, and a listing in several pages. */
async function everyQuestion(): Promise<Exchanged[]> {
  const standIn = await startHarvestStandIn({ records: largeFirm(), account, token });
  onTestFinished(() => standIn.close());
  const exchanged: Exchanged[] = [];
  const send: Send = async (request, by) => {
    const answer = await getJson(request, by);
    exchanged.push({ url: request.url, headers: request.headers, body: answer.body });
    return answer;
  };
  const clock = new TestClock();
  const parts = { clock, origin: standIn.url, send, token: () => token };
  const connector = createHarvestConnector(parts, account.id);
  const company = String(idOf("clients", "northbank")) as CompanyId;
  const emails = ["dana@northbank.example", "gil@northbank.example", "nobody@northbank.example"] as Email[];
  for (const asked of [emails, emails, emails.slice(0, 1)]) await connector.findByEmails(asked, call);
  await connector.findCompany(company, call);
  await connector.listDirectory(call);
  await connector.listProjects(call);
  await connector.requireProjects(call);
  await connector.readCompanyWork(company, call);
  await connector.identify(call);
  await connector.inspect(call);
  for (let next: string | null = `${standIn.url}/v2/contacts?per_page=100`; next; ) {
    const headers = exchanged[0]?.headers ?? {};
    const { body } = await send({ url: new URL(next), headers, secret: token, explain: () => null }, call);
    next = (body as { links: { next: string | null } }).links.next;
  }
  return exchanged;
}
