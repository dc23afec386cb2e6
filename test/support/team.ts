// People of a firm's team besides its first admin.
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { inFirmWrite } from "../../src/data/database.ts";
import { type TeamRole, teamUser } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import type { TestApp, TestFirm } from "./test-app.ts";

/** Adds somebody to the team and returns their email. */
export async function addTeamUser(app: TestApp, { firm }: TestFirm, role: TeamRole): Promise<Email> {
  const email = `${role}-${randomUUID().slice(0, 8)}@${firm.slug}.example` as Email;
  const row = { firmId: firm.id, id: randomUUID(), email, role, createdAt: app.clock.now() };
  await inFirmWrite(app.database.db, firm.id, (tx) => tx.insert(teamUser).values(row));
  return email;
}

export async function setTeamRole(app: TestApp, { firm }: TestFirm, email: Email, role: TeamRole): Promise<void> {
  await inFirmWrite(app.database.db, firm.id, (tx) =>
    tx.update(teamUser).set({ role }).where(eq(teamUser.email, email)),
  );
}

export async function removeTeamUser(app: TestApp, { firm }: TestFirm, email: Email): Promise<void> {
  await inFirmWrite(app.database.db, firm.id, (tx) => tx.delete(teamUser).where(eq(teamUser.email, email)));
}
