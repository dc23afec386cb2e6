import { beforeEach, expect, onTestFinished, test } from "vitest";
import { ask, organization, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { idOf } from "./resource.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "./stand-in.ts";

let standIn: ProductiveStandIn;

beforeEach(async () => {
  standIn = await startProductiveStandIn({ records: smallFirm(), organization, token });
  onTestFinished(() => standIn.close());
});

const dana = idOf("people", "contact dana");
const northbank = idOf("companies", "northbank");
const notIncluded = { meta: { included: false } };

test("trap: a relation that was not asked for has no data at all, not even an id", async () => {
  const { json } = await ask(standIn, `/people/${dana}`);
  expect(json.data.relationships.company).toEqual(notIncluded);
  expect(json.data.relationships.organization).toEqual({ data: { type: "organizations", id: organization.id } });
  expect(json.meta).toEqual({});
});

test("an included relation names its resource, which comes once however many name it", async () => {
  const { json } = await ask(standIn, "/people?include=company");
  const person = json.data.find(({ id }: { id: string }) => id === dana);
  expect(person.relationships.company.data).toEqual({ type: "companies", id: northbank });
  expect(json.included.filter(({ id }: { id: string }) => id === northbank)).toHaveLength(1);
});

test("asked and none is null; some relations say so unasked", async () => {
  const { json } = await ask(standIn, "/services?include=section");
  const other = json.data.find(({ attributes }: { attributes: { name: string } }) => attributes.name === "Other work");
  expect(other.relationships.section).toEqual({ data: null });
  const company = await ask(standIn, `/companies/${northbank}`);
  expect(company.json.data.relationships.parent_company).toEqual({ data: null });
  expect(company.json.data.relationships.default_tax_rate).toEqual(notIncluded);
});

test("includes go over several steps in one request", async () => {
  const { json } = await ask(standIn, "/time_entries?include=service.deal.company,service.deal.project.company");
  const types = new Set(json.included.map(({ type }: { type: string }) => type));
  expect([...types].sort()).toEqual(["companies", "deals", "projects", "services"]);
  const project = json.included.find(({ type }: { type: string }) => type === "projects");
  expect(project.relationships.company.data.id).toBe(northbank);
});

test("sparse fields hold on collections, and on what they include", async () => {
  const { json } = await ask(
    standIn,
    "/people?include=company&fields[people]=email,company&fields[companies]=name&filter[email]=Dana@northbank.example",
  );
  expect(json.data[0]).toEqual({
    id: dana,
    type: "people",
    attributes: { email: "Dana@northbank.example" },
    relationships: { company: { data: { type: "companies", id: northbank } } },
  });
  expect(json.included[0]).toEqual({ id: northbank, type: "companies", attributes: { name: "Northbank Housing" } });
});

test("trap: a relation left out of the fields disappears, and what it includes still comes", async () => {
  const { json } = await ask(standIn, "/services?include=deal&fields[services]=name&fields[deals]=name");
  expect(json.data[0].relationships).toBeUndefined();
  expect(json.included.map(({ type }: { type: string }) => type)).toContain("deals");
});

test("trap: fields are ignored on a single resource", async () => {
  const { json } = await ask(standIn, `/people/${dana}?fields[people]=email`);
  expect(json.data.attributes.first_name).toBe("Dana");
});

test("an include that does not exist is refused", async () => {
  expect((await ask(standIn, "/people?include=employer")).status).toBe(400);
});
