// Stores how a connection is, and tells the firm's admins once of each change: amber, red, and that it is over.
import { explainHealth } from "../access/explain/health.ts";
import { recordHealth } from "../commands/record-health.ts";
import { sendRecordedMail } from "../commands/send-recorded-mail.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import { findConnection } from "../data/queries/connections.ts";
import { type ConnectionHealth, findTroubledPortal } from "../data/queries/health.ts";
import { readPortalLocale } from "../data/queries/portal-locale.ts";
import { listAdmins } from "../data/queries/team.ts";
import { standingAfter } from "../diagnosis/decide-health.ts";
import type { Firm } from "../domain/firm.ts";
import { vendorName } from "../domain/psa-connection.ts";
import type { Clock } from "../lib/clock.ts";
import { localeOfSetting } from "../lib/locale.ts";
import { healthMail } from "../mail/health-mail.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { PageReads } from "./page-reads.ts";

export type HealthParts = {
  db: Database;
  clock: Clock;
  mailer: Mailer;
  pageReads: PageReads;
  /** Settings → Connections. */
  connectionsAddress: string;
};

/** `connectionMark`: the state of the connection that it was found over. */
type About = { firm: Firm; connectionId: string; connectionMark: string };

/**
 * Stores what `change` makes of the state before; null stores no more than a mail that is due by now. `mailedState` is stored
 * with it and the mail sent after the transaction, so that of several nodes one sends it. Resolves with how it is then; null where
 * the connection was ended or its token renewed since: what was found over the one before says nothing of it.
 */
export async function settleHealth(
  parts: HealthParts,
  { firm, ...connection }: About,
  change: (before: ConnectionHealth) => ConnectionHealth | null,
): Promise<ConnectionHealth | null> {
  const { db, clock, pageReads } = parts;
  const now = clock.now();
  const { before, after } = await recordHealth(db, firm.id, connection, (known) => {
    const next = change(known);
    const { findings } = next ?? known;
    const settled = { ...(next ?? known), ...standingAfter(known, findings, now) };
    return next || settled.mailedState !== known.mailedState ? settled : known;
  });
  if (!before || !after) return null;
  pageReads.know(connection.connectionId, after);
  if (after.mailedState !== before.mailedState) await tellAdmins(parts, firm, { before, after });
  return after;
}

type Change = { before: ConnectionHealth; after: ConnectionHealth };

async function tellAdmins(parts: HealthParts, firm: Firm, { before, after: health }: Change): Promise<void> {
  const { admins, connection, portal, locale } = await inFirmRead(parts.db, firm.id, async (tx) => ({
    admins: await listAdmins(tx),
    connection: await findConnection(tx),
    portal: await findTroubledPortal(tx, health),
    locale: localeOfSetting(await readPortalLocale(tx)),
  }));
  const vendor = connection && vendorName(connection.kind);
  const said = explainHealth(health, locale, { client: portal?.companyName ?? null, vendor });
  const { since } = health.state === "green" ? before : health;
  const about = { firmName: firm.name, vendor, ...said, state: health.state, since, now: parts.clock.now() };
  for (const to of admins) {
    const mail = healthMail({ to, ...about, address: parts.connectionsAddress, locale });
    await sendRecordedMail(parts, { firmId: firm.id, kind: "health" }, mail);
  }
}
