// One row of a firm in each table that single features write, for tests about the tables themselves.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../src/data/database.ts";
import { inFirmWrite } from "../../src/data/database.ts";
import { findConnection } from "../../src/data/queries/connections.ts";
import {
  branding,
  image,
  portalDefaults,
  portalSwitch,
  preview,
  projectUpdate,
  pulseAnswer,
  templateShape,
  updatePhoto,
  updateVersion,
} from "../../src/data/schema/content-tables.ts";
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
import { connectionHealth, teamUser, visibilitySwitch } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId, ContactId, PortalId, ProjectId } from "../../src/domain/ids.ts";
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
    const read = await findConnection(tx);
    invariant(read, "the firm reads from a connection");
    const healthy = { state: "green", mailedState: "green", since: now, checkedAt: now } as const;
    await tx.insert(connectionHealth).values({ firmId: firm.id, connectionId: read.id, ...healthy });
    await tx.insert(watchRun).values({ firmId: firm.id, startedAt: now });
    await tx
      .insert(visibilitySwitch)
      .values({ firmId: firm.id, name: "fee", isOn: false, changedAt: now, changedBy: "test" });
    await tx.insert(apiKey).values({ ...own, ...made, name: "test", keyHash: randomUUID() });
    await tx
      .insert(customHost)
      .values({ firmId: firm.id, host: `${firm.slug}.host.example`, state: "pending", createdAt: now });
    await writeContentRows(tx, { firmId: firm.id, portalId, email, now });
  });
}

type Rows = { firmId: TestFirm["firm"]["id"]; portalId: PortalId; email: Email; now: Date };

async function writeContentRows(tx: Tx, { firmId, portalId, email, now }: Rows): Promise<void> {
  const changed = { changedAt: now, changedBy: "test" };
  const [id, imageId] = [randomUUID(), randomUUID()];
  const [user] = await tx.select({ id: teamUser.id }).from(teamUser);
  invariant(user, "the firm has somebody in its team");
  const project = { projectId: "p-1" as ProjectId, projectName: "Library" };
  const note = { state: "draft" as const, datedOn: "2026-01-01", body: "", percents: [], version: 1 };
  const picture = { type: "image/png", width: 1, height: 1, content: Buffer.from([1]) };
  await tx.insert(portalDefaults).values({ firmId, template: "owner", pulseEvery: "off", ...changed });
  await tx.insert(image).values({ firmId, id: imageId, ...picture, createdAt: now, createdBy: "test" });
  await tx.insert(branding).values({ firmId, ...changed });
  await tx.insert(templateShape).values({ firmId, template: "owner", blocks: [], ...changed });
  await tx.insert(portalSwitch).values({ firmId, portalId, name: "fee", isOn: false, ...changed });
  await tx
    .insert(projectUpdate)
    .values({ firmId, id, companyId: "c-acme" as CompanyId, ...project, ...note, authorName: "", createdAt: now });
  await tx.insert(updateVersion).values({ firmId, updateId: id, ...note, ...changed });
  await tx.insert(updatePhoto).values({ firmId, updateId: id, imageId, position: 0, caption: "" });
  await tx.insert(pulseAnswer).values({ firmId, id, portalId, ...project, email, score: 3, comment: "", at: now });
  await tx.insert(preview).values({ firmId, id, teamUserId: user.id, portalId, email, createdAt: now, expiresAt: now });
}
