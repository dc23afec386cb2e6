// Every answer to what the connector really asks, held against the shapes: the fields that it names exist, they and no others come, of rows
// and of what is included; paging and refusals have their recorded form [R]. Which shapes are recorded and which are only documented:
// recorded-shapes.ts and documented-shapes.ts.
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { getJson } from "../../../src/connectors/http/get-json.ts";
import type { Send } from "../../../src/connectors/http/vendor.ts";
import { createProductiveConnector } from "../../../src/connectors/productive/adapter.ts";
import type { Email } from "../../../src/domain/email.ts";
import type { CompanyId } from "../../../src/domain/ids.ts";
import { systemClock } from "../../../src/lib/clock.ts";
import type { LooseJson } from "../faults.ts";
import { ask, organization, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { documentedShapes } from "./documented-shapes.ts";
import { recordedShapes, type Shape } from "./recorded-shapes.ts";
import { idOf } from "./resource.ts";
import { misfits, type Row } from "./shape-misfits.ts";
import { startProductiveStandIn } from "./stand-in.ts";

type Answered = { url: URL; json: LooseJson };

const call = { signal: new AbortController().signal, isUrgent: true };
/** Of an organization only the name was recorded. */
const shapes: Record<string, Shape> = {
  ...recordedShapes,
  ...documentedShapes,
  organizations: { attributes: { name: "text" }, relations: [] },
};

let answers: Answered[];
beforeAll(async () => {
  const standIn = await startProductiveStandIn({ records: smallFirm(), organization, token });
  answers = [];
  const send: Send = async (request, { signal }) => {
    const answer = await getJson(request, { signal });
    answers.push({ url: request.url, json: answer.body });
    return answer;
  };
  const connector = createProductiveConnector(
    { clock: systemClock, origin: standIn.url, send, token: () => token },
    organization.id,
  );
  const northbank = idOf("companies", "northbank") as CompanyId;
  await connector.identify(call);
  await connector.inspect(call);
  await connector.listDirectory(call);
  await connector.listProjects(call);
  await connector.findCompany(northbank, call);
  await connector.readCompanyWork(northbank, call);
  await connector.findByEmails(["dana@northbank.example", "nobody@northbank.example"] as Email[], call);
  await standIn.close();
});

const isListing = ({ json }: Answered) => Array.isArray(json.data);

/** The fields that a question names for a type; one record comes whole, whatever it says [R]. */
function askedFields({ url, json }: Answered, type: string): string[] | null {
  return Array.isArray(json.data) ? (url.searchParams.get(`fields[${type}]`)?.split(",") ?? null) : null;
}

test("every row, asked for or included, has the fields that were asked for, as the vendor has them", () => {
  const types = new Set<string>();
  for (const answered of answers) {
    const { url, json } = answered;
    for (const row of [...[json.data].flat(), ...(json.included ?? [])] as (Row & { type: string })[]) {
      types.add(row.type);
      const wrong = misfits(row, shapes[row.type] as Shape, askedFields(answered, row.type));
      expect({ path: url.pathname, type: row.type, wrong }).toEqual({ path: url.pathname, type: row.type, wrong: [] });
    }
  }
  expect([...types]).toEqual(expect.arrayContaining(["people", "companies", "projects", "deals", "services", "tasks"]));
});

test("what is included is linked by somebody, once, and nothing comes unasked", () => {
  for (const { url, json } of answers) {
    const keys = (json.included ?? []).map(({ type, id }: LooseJson) => `${type} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    if (!url.searchParams.has("include")) expect(json.included ?? []).toEqual([]);
  }
});

test("a listing says its page, how many there are, and where they are; one record has no meta", () => {
  const listings = answers.filter(isListing);
  expect(listings.length).toBeGreaterThan(10);
  for (const { url, json } of listings) {
    const { current_page, total_pages, total_count, page_size, max_page_size, ...others } = json.meta;
    for (const number of [current_page, total_pages, total_count, page_size])
      expect(number).toSatisfy(Number.isInteger);
    expect([max_page_size, others]).toEqual([200, {}]);
    expect(page_size).toBe(Number(url.searchParams.get("page[size]")));
    expect(Object.keys(json.links).toSorted()).toEqual(["first", "last", ...(total_pages > 1 ? ["next"] : [])]);
    for (const link of Object.values<string>(json.links)) {
      const { origin, searchParams } = new URL(link);
      expect(origin).toBe(url.origin);
      expect([...url.searchParams].filter(([name, value]) => searchParams.get(name) !== value)).toEqual([]);
    }
  }
  for (const { json } of answers.filter((one) => !isListing(one))) expect(json.meta).toEqual({});
});

describe("refusals", () => {
  test.each([
    ["401", "/people", { "x-auth-token": "wrong" }, "invalid_auth_token"],
    ["403", "/people", { "x-organization-id": "1234" }, "no_person"],
    ["404", "/people/1", {}, "record_not_found"],
    ["400", "/time_entries?sort=id", {}, "sort_param_unsupported"],
  ])("%s of %s has its recorded form", async (said, path, headers, code) => {
    const standIn = await startProductiveStandIn({ records: smallFirm(), organization, token });
    onTestFinished(() => standIn.close());
    const { status, json } = await ask(standIn, path, headers);
    expect(status).toBe(Number(said));
    const text = expect.any(String);
    const error = { status: text, code, title: text, detail: text, meta: {}, source: expect.any(Object) };
    expect(json).toEqual({ errors: [error] });
  });
});
