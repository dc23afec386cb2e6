import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite } from "../data/database.ts";
import { insertAudit } from "../data/queries/audit.ts";
import { unscopedFindFirmBySlug } from "../data/queries/firms.ts";
import { firm } from "../data/schema/columns.ts";
import { teamUser } from "../data/schema/tables.ts";
import type { Email } from "../domain/email.ts";
import type { Firm } from "../domain/firm.ts";
import type { FirmId } from "../domain/ids.ts";

type NewFirm = { slug: string; name: string; admin: Email; now: Date };

/** Makes a firm and its first admin, who is also whom clients ask. Null when the slug is taken. */
export async function createFirm(db: Database, { slug, name, admin, now }: NewFirm): Promise<Firm | null> {
  if (await unscopedFindFirmBySlug(db, slug)) return null;
  const made: Firm = { id: randomUUID() as FirmId, slug, name, contactEmail: admin };
  return inFirmWrite(db, made.id, async (tx) => {
    const rows = await tx
      .insert(firm)
      .values({ ...made, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: firm.id });
    if (rows.length === 0) return null;
    await tx
      .insert(teamUser)
      .values({ firmId: made.id, id: randomUUID(), email: admin, role: "admin", createdAt: now });
    await insertAudit(tx, { firmId: made.id, actor: "command line", now }, "firm.create", { slug, admin });
    return made;
  });
}
