// What a connector says that it never supplies, it supplies of nobody in the sample firm, and everything else it does: the review of
// a switch tells the firm so before its clients' pages change.
import { rm } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { writeSampleFirm } from "../../demo/sample-firm.ts";
import { readFirmRecords } from "../../demo/stand-ins/records.ts";
import { suppliedFields } from "../../src/access/content.ts";
import { getJson } from "../../src/connectors/http/get-json.ts";
import { makeConnector, neverSupplied } from "../../src/connectors/registry.ts";
import { calendarDateOf } from "../../src/domain/calendar-date.ts";
import { type PsaConnection, type PsaKind, vendorKinds } from "../../src/domain/psa-connection.ts";
import { type FieldName, fieldNames } from "../../src/domain/template.ts";
import { TestClock } from "../support/test-clock.ts";
import { VENDOR_TOKEN, vendorStandIns } from "../support/vendor-stand-in.ts";
import { call } from "./ask-connector.ts";
import { makeCsvFolder } from "./csv-folder.ts";

const clock = new TestClock();

/** The sample firm, which holds something for every field, where a PSA of this kind has it. */
async function sampleIn(kind: PsaKind): Promise<{ psa: PsaConnection; origin: string }> {
  const { dir } = await makeCsvFolder();
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeSampleFirm(dir, calendarDateOf(clock.now()));
  if (kind === "csv") return { psa: { kind, settings: { dir } }, origin: "" };
  const standIn = await vendorStandIns[kind].start(readFirmRecords(dir));
  onTestFinished(() => standIn.close());
  return { psa: vendorStandIns[kind].psa, origin: standIn.url };
}

test.each<PsaKind>(["csv", ...vendorKinds])(
  "%s supplies every field but those that it says it never does",
  async (kind) => {
    const { psa, origin } = await sampleIn(kind);
    const connector = makeConnector(psa, clock, () => ({ clock, origin, send: getJson, token: () => VENDOR_TOKEN }));
    const supplied = new Set<FieldName>();
    for (const { id } of (await connector.listDirectory(call)).value.companies)
      for (const field of suppliedFields((await connector.readCompanyWork(id, call)).value, [])) supplied.add(field);
    expect(fieldNames.filter((field) => !supplied.has(field))).toEqual(
      fieldNames.filter((field) => neverSupplied[kind].includes(field)),
    );
  },
);
