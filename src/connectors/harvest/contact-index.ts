// Which contacts carry which email, as far as it was read: Harvest cannot be asked by email. It says where to look, never who
// may come in, and never that nobody carries an email: whoever is found here is read again before they count.
import { type Email, parseEmail } from "../../domain/email.ts";
import { gapsHiding, type RowGap } from "../http/rows.ts";
import type { Listing } from "./client.ts";
import type { ContactRow } from "./wire.ts";

export type KnownContact = { id: string; clientId: string | null };

/** Changes are read from a little before the newest one known: what was written meanwhile may become visible late. */
const OVERLAP_MS = 5 * 60_000;

export class ContactIndex {
  readonly #byEmail = new Map<Email, Map<string, KnownContact>>();
  readonly #emails = new Map<string, Email>();
  /** Of listings alone, and until all contacts are listed again: what one record says by its id is nobody else's. */
  #gaps: RowGap[] = [];
  #changedUntilMs: number | null = null;

  /** A listing of all contacts: whoever is not in it is gone. */
  replace(listing: Listing<ContactRow>): void {
    this.#byEmail.clear();
    this.#emails.clear();
    this.#gaps = [];
    this.#changedUntilMs = null;
    this.addChanges(listing);
  }

  /** A listing of what changed since `since()`. */
  addChanges(listing: Listing<ContactRow>): void {
    this.add(listing.rows);
    this.#gaps.push(...listing.gaps);
    this.#changedUntilMs = newestChange(listing) ?? this.#changedUntilMs;
  }

  /** Some contacts as they are now. */
  add(rows: readonly ContactRow[]): void {
    for (const row of rows) this.#put(row);
  }

  contactsOf(email: Email): KnownContact[] {
    return [...(this.#byEmail.get(email)?.values() ?? [])];
  }

  knows(email: Email): boolean {
    return this.contactsOf(email).length > 0;
  }

  /** Whether a listed row that could not be read may be a contact with this email. */
  mayHide(email: Email): boolean {
    return gapsHiding(this.#gaps, new Set([email])).length > 0;
  }

  /** From when on changes are to be read, by the vendor's clock; null: there is nothing to begin from, so all are to be read. */
  since(): Date | null {
    return this.#changedUntilMs === null ? null : new Date(this.#changedUntilMs - OVERLAP_MS);
  }

  #put({ id, client, email: written }: ContactRow): void {
    const former = this.#emails.get(id);
    if (former !== undefined) this.#byEmail.get(former)?.delete(id);
    this.#emails.delete(id);
    const email = written === null ? null : parseEmail(written);
    if (email === null) return;
    this.#emails.set(id, email);
    const known = this.#byEmail.get(email) ?? new Map<string, KnownContact>();
    this.#byEmail.set(email, known.set(id, { id, clientId: client?.id ?? null }));
  }
}

/** Never later than the vendor's own clock said: one row that is dated in the future must not hide the changes before it. */
function newestChange({ rows, readAt }: Listing<ContactRow>): number | null {
  const newest = rows.reduce<number | null>((max, { updated_at }) => Math.max(max ?? 0, updated_at.getTime()), null);
  return newest === null || readAt === null ? newest : Math.min(newest, readAt.getTime());
}
