import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type MailKind, type MailState, mailRecord } from "../data/schema/rescue-tables.ts";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";
import type { Clock } from "../lib/clock.ts";
import type { Mail, Mailer, MailResult } from "../mail/mailer.ts";

const stateOf: Record<MailResult["kind"], MailState> = {
  accepted: "accepted",
  address_refused: "refused",
  failed: "failed",
};

/**
 * Sends a mail to one of the firm's people and keeps what became of it (never what it said): queued before it is handed
 * over, then accepted, refused with the server's words, or failed. The network is not asked inside a transaction.
 */
export async function sendRecordedMail(
  { db, mailer, clock }: { db: Database; mailer: Mailer; clock: Clock },
  { firmId, kind }: { firmId: FirmId; kind: MailKind },
  mail: Mail & { to: Email },
): Promise<MailResult> {
  const id = randomUUID();
  const queued = { firmId, id, kind, email: mail.to, state: "queued" as const, queuedAt: clock.now() };
  await inFirmWrite(db, firmId, (tx) => tx.insert(mailRecord).values(queued));
  const result = await mailer.send(mail);
  const settled = {
    state: stateOf[result.kind],
    words: result.kind === "accepted" ? null : storable(result.words),
    settledAt: clock.now(),
  };
  await inFirmWrite(db, firmId, (tx) => tx.update(mailRecord).set(settled).where(eq(mailRecord.id, id)));
  return result;
}

const WORDS_KEPT_MAX = 500;

/** A mail server may answer at any length and with any byte; PostgreSQL takes no NUL in a text. */
function storable(words: string): string {
  return words.slice(0, WORDS_KEPT_MAX).replaceAll("\0", "\uFFFD");
}
