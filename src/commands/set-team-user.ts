import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findTeamUser, isOnlyAdmin, lockTeam } from "../data/queries/team.ts";
import { type TeamRole, teamUser } from "../data/schema/tables.ts";
import type { Email } from "../domain/email.ts";

/** `before`: which role whoever decides has seen, null for nobody of the team; absent: whatever stands there. */
type Wanted = { email: Email; role: TeamRole; before?: TeamRole | null };

/**
 * `same`: they had this role already. `only_admin`: nothing was changed, because the team would have no admin left.
 * `meanwhile`: nothing was changed, because they have another role than was seen.
 */
type TeamUserSet = "added" | "changed" | "same" | "only_admin" | "meanwhile";

/** Takes somebody into the team, or gives them another role; it counts on their next page load. */
export async function setTeamUser(db: Database, doer: Doer, { email, role, before }: Wanted): Promise<TeamUserSet> {
  const { firmId, now } = doer;
  return inFirmWrite(db, firmId, async (tx) => {
    await lockTeam(tx);
    const current = await findTeamUser(tx, email);
    if (before !== undefined && before !== (current?.role ?? null)) return "meanwhile";
    if (!current) {
      await tx.insert(teamUser).values({ firmId, id: randomUUID(), email, role, createdAt: now });
      await insertAudit(tx, doer, "team.add", { email, role });
      return "added";
    }
    if (current.role === role) return "same";
    if (await isOnlyAdmin(tx, email)) return "only_admin";
    await tx.update(teamUser).set({ role }).where(eq(teamUser.id, current.id));
    await insertAudit(tx, doer, "team.role", { email, role, before: current.role });
    return "changed";
  });
}
