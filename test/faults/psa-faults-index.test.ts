// The same failures at a Harvest account of more contacts than are read whole for every question: whoever is known is read by their id
// there, and whoever is not is looked for in a listing. What an answer of the vendor's trouble says is kept nowhere.
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { answerStatus, editJson, type Fault, type LooseJson } from "../../demo/stand-ins/faults.ts";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { vendorRecords } from "../support/vendor-firm.ts";
import { BACK_MS, failuresOf, type Stage, startStage } from "./psa-failures.ts";

/** Sooner than all contacts, or what changed, would be listed again. */
const SOON_MS = 30_000;
const BY_ID = /\/contacts\/\d+$/;

describe("harvest, with more contacts than are read whole", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage("harvest", 3_000, withCrowd());
    await stage.expectRecovered(() => stage.loadAll(BACK_MS));
  }, 120_000);
  afterEach(() => stage.firm.standIn.recover());
  afterAll(() => stage.firm.stop());

  // Whatever comes too late is told by the same clock as in a small account; what is wrong with a listing alone hides nobody who is known.
  const quick = failuresOf("harvest").filter(([, , cause]) => cause !== "psa.down");
  const isOfListings = (name: string) =>
    ["rows that", "a page that", "a count"].some((begin) => name.startsWith(begin));

  test.each(quick.filter(([name]) => !isOfListings(name)))(
    "%s: nobody can be told, and everybody can a second after it is over",
    async (_name, fault, cause) => {
      stage.firm.standIn.fail(fault);
      await stage.expectCannotTell(Object.values(await stage.loadAll(SOON_MS)), cause);
      stage.firm.standIn.recover();
      await stage.expectRecovered(() => stage.loadAll(BACK_MS));
    },
    60_000,
  );

  const byId: [string, Fault][] = [
    ["says that they are not there", answerStatus(404)],
    ["has no id", editJson(({ id: _, ...row }: LooseJson) => row)],
    ["has no email", editJson(({ email: _, ...row }: LooseJson) => row)],
    ["has an id alone", editJson(({ id }: LooseJson) => ({ id }))],
    ["is something else", editJson(() => ["what"])],
  ];
  test.each(byId)(
    "where the answer about a contact %s, all are listed, and everybody is told what is so",
    async (_, fault) => {
      stage.firm.standIn.fail(fault, { path: BY_ID });
      await stage.expectRecovered(() => stage.loadAll(BACK_MS));
      stage.firm.standIn.recover();
      await stage.expectRecovered(() => stage.loadAll(BACK_MS));
    },
  );
});

function withCrowd(): FirmRecords {
  const { contacts, ...others } = vendorRecords();
  const crowd = Array.from({ length: 250 }, (_, nth) => ({
    ...{ id: `x-${nth}`, name: `P ${nth}`, email: `p${nth}@birch.example`, company_id: "birch" },
  }));
  return completeRecords({ ...others, contacts: [...contacts, ...crowd] });
}
