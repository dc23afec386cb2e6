// What holds for every connector that asks a vendor over HTTP: the contract of all connectors, and whatever the vendor may answer.
import { describe, expect, test } from "vitest";
import {
  answerHtml,
  answerStatus,
  cutBody,
  editJson,
  type Fault,
  type LooseJson,
  redirectTo,
} from "../../demo/stand-ins/faults.ts";
import type { FirmRecords } from "../../demo/stand-ins/records.ts";
import type { StandInServer } from "../../demo/stand-ins/server.ts";
import { PsaFault, type PsaFaultCode } from "../../src/connectors/errors.ts";
import { getJson } from "../../src/connectors/http/get-json.ts";
import type { Send } from "../../src/connectors/http/vendor.ts";
import type { PsaConnector } from "../../src/connectors/port.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { questions } from "./ask-connector.ts";
import { type Cannot, fitSample, type Sample, sample as wholeSample } from "./contract-sample.ts";
import { describePsaConnector, type SpoiltPart } from "./psa-connector-contract.ts";
import { recordsOf } from "./sample-records.ts";

export type VendorUnderTest = {
  connector: PsaConnector;
  standIn: StandInServer & { setRecords(records: FirmRecords): void };
};

/** Starts a stand-in that holds the sample and takes the token, and a connector that asks it through `send`. */
export type StartVendor = (given: { sample: Sample; send: Send; token: string }) => Promise<VendorUnderTest>;

const token = "a-token-of-maya";
const call = { signal: new AbortController().signal, isUrgent: true };
const acme = "c-1" as CompanyId;
const email = "jane.doe@acme.com" as Email;

/** `name` is that of the connector's folder and of its guide, which has to list what the vendor cannot hold. */
export function describeVendorConnector(name: string, start: StartVendor, cannot: Cannot = {}): void {
  const sample = fitSample(wholeSample, cannot);
  const make = async (held: Sample) => {
    const { connector, standIn } = await start({ sample: held, send: getJson, token });
    const change = async (changed: Sample) => standIn.setRecords(recordsOf(changed));
    const spoil = async (part: SpoiltPart) => standIn.fail(editJson(keepIds), { path: listings[part] });
    return { connector, change, spoil, disconnect: () => standIn.close() };
  };
  describePsaConnector(name, make, { guide: name, cannot });
  describe(`${name}: the contract of a connector over HTTP`, () => {
    describeRefusals(start, sample);
    describeRequests(start, sample);
  });
}

/** How vendors call the listings of what can be spoilt. */
const listings: Record<SpoiltPart, RegExp> = {
  invoices: /\/invoices$/,
  hours: /\/time_entries$/,
  phases: /\/(services|task_assignments)$/,
  milestones: /\/tasks$/,
};

/** In the places where vendors put their words. */
const repeating = JSON.stringify({ message: token, error: token, errors: [{ title: token, detail: token }] });

const refusals: [what: string, fault: Fault, code: PsaFaultCode, retryAfterMs?: number][] = [
  ["401", answerStatus(401), "auth_expired"],
  ["403", answerStatus(403), "forbidden"],
  ["429 and how long", answerStatus(429, "", { "retry-after": "7" }), "rate_limited", 7_000],
  ["401 that repeats the token", answerStatus(401, repeating), "auth_expired"],
  ["503", answerStatus(503), "unavailable"],
  ["half a body", cutBody(), "unavailable"],
  ["a page for people", answerHtml(), "invalid_response"],
  ["another address", redirectTo("http://127.0.0.1:9/"), "invalid_response"],
];

function describeRefusals(start: StartVendor, sample: Sample): void {
  test.each(refusals)(
    "%s is a fault of its kind, which names neither token nor person",
    async (_what, fault, code, retryAfterMs) => {
      const { connector, standIn } = await start({ sample, send: getJson, token });
      standIn.fail(fault);
      for (const ask of questions(connector, call)) {
        const error = await ask().catch((reason: unknown) => reason);
        expect(error).toMatchObject({ name: "PsaFault", code, ...(retryAfterMs && { retryAfterMs }) });
        expect(String(error)).not.toMatch(/a-token|jane/i);
      }
    },
  );

  test("JSON of another shape is a fault, or an answer with a gap: never an answer alone", async () => {
    const { connector, standIn } = await start({ sample, send: getJson, token });
    standIn.fail(editJson(() => ["what"]));
    for (const ask of questions(connector, call)) {
      const told: unknown = await ask().catch((reason: unknown) => reason);
      const gaps = { gaps: [expect.anything()] };
      expect(told).toSatisfy((answer) => isFault(answer) || expect.objectContaining(gaps).asymmetricMatch(answer));
    }
  });

  test("a record of which only the id can be read is told as a gap: nobody is told that it does not exist", async () => {
    const { connector, standIn } = await start({ sample, send: getJson, token });
    standIn.fail(editJson(keepIds));
    const [jane] = await connector.findByEmails([email], call);
    const answers = [
      ...[jane, await connector.findCompany(acme, call), await connector.listDirectory(call)],
      ...[await connector.listProjects(call), await connector.readCompanyWork(acme, call)],
    ];
    for (const answer of answers) expect(answer?.gaps).not.toEqual([]);
    expect([jane?.value.contacts, answers[1]?.value, answers[3]?.value]).toEqual([[], null, []]);
  });
}

/** Whatever has an id, and nothing else that it said. */
function keepIds(json: LooseJson): LooseJson {
  if (Array.isArray(json)) return json.map(keepIds);
  if (typeof json !== "object" || json === null) return json;
  const { id, type } = json;
  if (id !== undefined) return { id, type };
  return Object.fromEntries(Object.entries(json).map(([name, part]) => [name, keepIds(part)]));
}

function isFault(answer: unknown): boolean {
  return answer instanceof PsaFault && answer.code === "invalid_response";
}

function describeRequests(start: StartVendor, sample: Sample): void {
  test("a vendor that ignores every filter lets nobody in, and shows nothing of another company", async () => {
    const unfiltered: Send = (request, by) => getJson({ ...request, url: withoutQuery(request.url) }, by);
    const { connector } = await start({ sample, send: unfiltered, token });
    const [nobody] = await connector.findByEmails(["nobody@acme.com" as Email], call);
    expect(nobody?.value).toEqual({ contacts: [], companies: [] });
    const [jane] = await connector.findByEmails([email], call);
    expect(["k-1", "k-3"]).toEqual(expect.arrayContaining(jane?.value.contacts.map(({ id }) => id) ?? []));
    const work = await connector.readCompanyWork(acme, call);
    expect(JSON.stringify(work)).not.toMatch(/c-2|p-3|Pier 9|Secret|Otto/);
  });

  test("nothing is ever written, and the token stands in no address", async () => {
    const { connector, standIn } = await start({ sample, send: getJson, token });
    for (const ask of questions(connector, call)) await ask();
    expect(standIn.countWrites()).toBe(0);
    expect(JSON.stringify(standIn.requests)).not.toContain(token);
  });
}

function withoutQuery(asked: URL): URL {
  const url = new URL(asked);
  url.search = "";
  return url;
}
