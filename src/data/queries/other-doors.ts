import type { OtherDoor } from "../../access/find-own-portal.ts";
import type { Email } from "../../domain/email.ts";
import type { CompanyId, FirmId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import { listPortalsOfCompanies } from "./portals.ts";
import { readDoor } from "./read-door.ts";

type Whose = { firmId: FirmId; email: Email; now: Date };

/** The open portals of these companies as doors for this person, by company name. */
export async function readOtherDoors(tx: Tx, companyIds: CompanyId[], whose: Whose): Promise<OtherDoor[]> {
  const doors: OtherDoor[] = [];
  for (const { slug, state } of await listPortalsOfCompanies(tx, companyIds)) {
    if (state !== "open") continue;
    const { found, rules } = await readDoor(tx, { ...whose, slug });
    if (found) doors.push({ slug, rules, address: { kind: "found", ...found } });
  }
  return doors;
}
