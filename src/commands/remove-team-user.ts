import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findTeamUser, isOnlyAdmin, lockTeam } from "../data/queries/team.ts";
import { teamUser } from "../data/schema/tables.ts";
import type { Email } from "../domain/email.ts";
import { changeContactEmail } from "./set-contact-email.ts";

/** `only_admin`: they were left where they are, because the team would have no admin left. */
type TeamUserRemoved = "removed" | "none" | "only_admin";

/**
 * Takes somebody out of the team. Their sessions and previews end with them; what they did stays in the audit. `contact`: to
 * whom clients write from then on; null leaves that as it is.
 */
export async function removeTeamUser(
  db: Database,
  doer: Doer,
  email: Email,
  contact: Email | null = null,
): Promise<TeamUserRemoved> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    await lockTeam(tx);
    const current = await findTeamUser(tx, email);
    if (!current) return "none";
    if (await isOnlyAdmin(tx, email)) return "only_admin";
    await tx.delete(teamUser).where(eq(teamUser.id, current.id));
    await insertAudit(tx, doer, "team.remove", { email, role: current.role });
    if (contact !== null) await changeContactEmail(tx, doer, contact);
    return "removed";
  });
}
