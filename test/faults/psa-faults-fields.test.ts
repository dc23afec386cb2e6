// Each field that decides who somebody is, where they belong and what there is for them: where it is missing, or of another type, nobody
// whom the record may be about is told anything, and the firm is told which record it is.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { editJson, type Fault, type LooseJson } from "../../demo/stand-ins/faults.ts";
import { type VendorKind, vendorKinds } from "../../src/domain/psa-connection.ts";
import type { Answer } from "../support/visitor.ts";
import { MENDED_MS, type Stage, startStage } from "./psa-failures.ts";

type Kind = { path: RegExp; name: string; fields: string[]; isTold: (field: string) => Told };
/** Who has a true answer nevertheless. Whom the records are about are the member and another company's contact. */
type Told = "nobody" | "the stranger" | "all but the member";

/** Productive is asked for one email at a time, and finds none for a stranger; Harvest's contacts may be anybody without it. */
const isProductivePerson = (): Told => "the stranger";
const isHarvestPerson = (field: string): Told => (field === "email" ? "nobody" : "the stranger");
const isCompany = (): Told => "the stranger";
const isProject = (): Told => "all but the member";

const kinds: Record<VendorKind, Kind[]> = {
  productive: [
    {
      ...{ name: "people", path: /\/people$/, isTold: isProductivePerson },
      fields: ["id", "email", "archived_at", "deactivated_at", "hrm_type_id", "is_user", "company"],
    },
    { name: "companies", path: /\/people$/, isTold: isCompany, fields: ["id", "name", "archived_at"] },
    { name: "projects", path: /\/projects$/, isTold: isProject, fields: ["id", "name", "archived_at", "company"] },
  ],
  harvest: [
    { name: "contacts", path: /\/contacts$/, isTold: isHarvestPerson, fields: ["id", "email", "client", "updated_at"] },
    { name: "clients", path: /\/clients\b/, isTold: isCompany, fields: ["id", "name", "is_active"] },
    { name: "projects", path: /\/projects$/, isTold: isProject, fields: ["id", "name", "client", "is_active"] },
  ],
};

const spoiled: Record<string, (record: LooseJson, field: string) => LooseJson> = {
  "is missing": (record, field) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)),
  "is of another type": (record, field) =>
    field in record ? { ...record, [field]: { data: { id: { another: "type" } } } } : record,
};

/** Spoils the field of all records of a kind: in a listing, by themselves, or along with others. */
function spoil({ name, path }: Kind, edit: (record: LooseJson) => LooseJson): [Fault, { path: RegExp }] {
  const ofKind = (record: LooseJson) => (record.type === name ? inResource(record, edit) : record);
  const fault = editJson((json) => {
    if (Array.isArray(json.data)) {
      return { ...json, data: json.data.map(ofKind), ...(json.included && { included: json.included.map(ofKind) }) };
    }
    return Array.isArray(json[name]) ? { ...json, [name]: json[name].map(edit) } : edit(json);
  });
  return [fault, { path }];
}

/** In a record of JSON:API a field is its own, an attribute or a relation. */
function inResource(record: LooseJson, edit: (record: LooseJson) => LooseJson): LooseJson {
  const { attributes, relationships, ...rest } = record;
  return { ...edit(rest), attributes: edit(attributes), ...(relationships && { relationships: edit(relationships) }) };
}

/** A stage for each kind: whoever is refused too often in a day is not asked about any more. */
const groups = vendorKinds.flatMap((vendor) => kinds[vendor].map((kind) => ({ vendor, kind, name: kind.name })));

describe.each(groups)("$vendor, $name", ({ vendor, kind }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(vendor);
  }, 120_000);
  afterEach(() => stage.firm.standIn.recover());
  afterAll(() => stage.firm.stop());

  const rows = kind.fields.flatMap((field) => Object.entries(spoiled).map(([how, edit]) => ({ field, how, edit })));

  test.each(rows)(
    "$field $how: whoever they may be about cannot be told, the others are, and the firm sees why",
    async ({ field, edit }) => {
      const told = kind.isTold(field);
      stage.firm.standIn.fail(...spoil(kind, (record) => edit(record, field)));
      // What a check does not read is told by pages, once it lasts.
      const isByPages = kind.name === "projects";
      for (const _ of isByPages ? ["now", "and a quarter of an hour later"] : ["now"]) {
        const { member, other, unknown } = await stage.loadEach();
        const definite: Answer[] = { nobody: [], "the stranger": [unknown], "all but the member": [other, unknown] }[
          told
        ];
        const open = [member, other, unknown].filter((page) => !definite.includes(page));
        await stage.expectCannotTell(open, "psa.partial");
        for (const page of definite) {
          expect(page.status).toBe(403);
          expect(page.text).not.toContain("Library renewal");
        }
      }
      expect(await stage.readHealth(isByPages)).toMatchObject({ state: "amber", cause: "psa.partial" });
      stage.firm.standIn.recover();
      await stage.expectRecovered(() => stage.loadEach(MENDED_MS));
      expect(await stage.readHealth(false)).toMatchObject({ state: "green", cause: null });
    },
    60_000,
  );
});
