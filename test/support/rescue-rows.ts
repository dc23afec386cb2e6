// One row of a firm in each table that single features write, for tests about the tables themselves.
import { randomUUID } from "node:crypto";
import { inFirmWrite } from "../../src/data/database.ts";
import {
  accessRequest,
  apiKey,
  contactLimit,
  customHost,
  drift,
  emailAlias,
  mailRecord,
  rescueCode,
  watchedAccess,
  watchRun,
} from "../../src/data/schema/rescue-tables.ts";
import { visibilitySwitch } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import type { ContactId } from "../../src/domain/ids.ts";
import { invariant } from "../../src/lib/invariant.ts";
import type { TestApp, TestFirm } from "./test-app.ts";

/** Writes them for an email of the firm, at the firm's portal for Acme. */
export async function writeRescueRows({ database, clock }: TestApp, { firm, portals }: TestFirm): Promise<void> {
  const portalId = portals.get("c-acme")?.id;
  invariant(portalId, "the sample has a portal for Acme");
  const now = clock.now();
  const own = { firmId: firm.id, id: randomUUID() };
  const email = `rows@${firm.slug}.example` as Email;
  const contact = { contactId: "k-1" as ContactId, contactName: "Jane Doe" };
  const made = { createdAt: now, createdBy: "test" };
  await inFirmWrite(database.db, firm.id, async (tx) => {
    await tx.insert(emailAlias).values({ ...own, ...contact, ...made, email, contactEmail: email });
    await tx.insert(contactLimit).values({ firmId: firm.id, portalId, ...contact, ...made, projectIds: [] });
    await tx.insert(accessRequest).values({ ...own, email, portalId, askedSlug: "", reference: "", createdAt: now });
    await tx.insert(mailRecord).values({ ...own, email, kind: "code", state: "queued", queuedAt: now });
    await tx.insert(rescueCode).values({ ...own, ...made, email, codeHash: "", expiresAt: now });
    await tx
      .insert(watchedAccess)
      .values({ firmId: firm.id, email, portalId, outcome: "granted", projects: 1, seenAt: now });
    await tx
      .insert(drift)
      .values({ ...own, kind: "psa_trouble", cause: "psa.down", reason: "", projectsLost: 0, foundAt: now });
    await tx.insert(watchRun).values({ firmId: firm.id, startedAt: now });
    await tx
      .insert(visibilitySwitch)
      .values({ firmId: firm.id, name: "fee", isOn: false, changedAt: now, changedBy: "test" });
    await tx.insert(apiKey).values({ ...own, ...made, name: "test", keyHash: randomUUID() });
    await tx
      .insert(customHost)
      .values({ firmId: firm.id, host: `${firm.slug}.host.example`, state: "pending", createdAt: now });
  });
}
