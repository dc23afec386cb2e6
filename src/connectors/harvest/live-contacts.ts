// The contacts of an account as they are read: the index of whom to look for where, and the fewest calls to read them again.
// INVARIANT: whoever is not among what was read for a question is in no listing of all contacts that was read for that very question.
// What is known from earlier says where to look, and never that somebody is not there.
import { type Email, parseEmail } from "../../domain/email.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Parsed, RowGap } from "../http/rows.ts";
import type { Call } from "../port.ts";
import { type HarvestClient, type Listing, ROWS_OF_PAGE } from "./client.ts";
import { ContactIndex, type KnownContact } from "./contact-index.ts";
import { type ContactRow, contacts } from "./wire.ts";

/** As few contacts as these are read whole for every question: one call, as for one of them, and nobody is missed. */
const FEW = 200;
/** More than these are read whole again so often: a change that Harvest does not date anew is seen then at the latest. */
const ALL_EVERY_MS = 15 * 60_000;
/** A further contact with an email that is known already is noticed so late at most. */
const CHANGES_EVERY_MS = 60_000;
/** More records than this are not read one by one: the whole listing costs less. */
export const ONE_BY_ONE_MAX = 4;

/** What was read for the question at hand: contacts by id, and what of it could not be understood. */
export type Live = { rows: Map<string, ContactRow>; gaps: RowGap[] };

export class LiveContacts {
  readonly index = new ContactIndex();
  readonly #client: HarvestClient;
  readonly #clock: Clock;
  #count = 0;
  #allReadMs = Number.NEGATIVE_INFINITY;
  #changesReadMs = Number.NEGATIVE_INFINITY;

  constructor(client: HarvestClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  async listAll(call: Call): Promise<Listing<ContactRow>> {
    const at = this.#nowMs();
    const listing = await this.#client.list(contacts, {}, call);
    this.index.replace(listing);
    this.#count = listing.rows.length + listing.gaps.length;
    this.#allReadMs = at;
    this.#changesReadMs = at;
    return listing;
  }

  /** Everybody who carries one of these emails now, and whoever else was read on the way. */
  async readFor(emails: readonly Email[], call: Call): Promise<Live> {
    const since = this.index.since();
    if (since === null || this.#mustReadAll(emails)) return this.#readAll(call);
    const live: Live = { rows: new Map(), gaps: [] };
    if (this.#mustReadChanges(emails)) keep(live, await this.#listChanges(since, call));
    const isKnownRead = await this.#readAgain(
      emails.flatMap((email) => this.index.contactsOf(email)),
      live,
      call,
    );
    const found = new Set([...live.rows.values()].map(({ email }) => email && parseEmail(email)));
    return isKnownRead && emails.every((email) => found.has(email)) ? live : this.#readAll(call);
  }

  /** Somebody unknown may be in a listing of one page, which costs no more than the listing of what changed. */
  #mustReadAll(emails: readonly Email[]): boolean {
    if (this.#count <= FEW || isDue(this.#allReadMs, ALL_EVERY_MS, this.#nowMs())) return true;
    const isOnePage = this.#count <= ROWS_OF_PAGE;
    return emails.some((email) => this.index.mayHide(email) || (isOnePage && !this.index.knows(email)));
  }

  #mustReadChanges(emails: readonly Email[]): boolean {
    const isUnknown = emails.some((email) => !this.index.knows(email));
    return isUnknown || isDue(this.#changesReadMs, CHANGES_EVERY_MS, this.#nowMs());
  }

  async #readAll(call: Call): Promise<Live> {
    const { rows, gaps } = await this.listAll(call);
    return { rows: new Map(rows.map((row) => [row.id, row])), gaps };
  }

  async #listChanges(since: Date, call: Call): Promise<Listing<ContactRow>> {
    const at = this.#nowMs();
    const updated_since = `${since.toISOString().slice(0, 19)}Z`;
    const listing = await this.#client.list(contacts, { updated_since }, call);
    this.index.addChanges(listing);
    this.#changesReadMs = at;
    return listing;
  }

  /**
   * Adds what these contacts are now; several of one client are one call. False unless each of them was there and could be read:
   * where one is gone, or they are too many for this, only a listing of all contacts says who is there.
   */
  async #readAgain(known: readonly KnownContact[], live: Live, call: Call): Promise<boolean> {
    const unread = known.filter(({ id }) => !live.rows.has(id));
    const byClient = Map.groupBy(unread, ({ clientId }) => clientId);
    if (byClient.size > ONE_BY_ONE_MAX) return false;
    const several = [...byClient].flatMap(([clientId, group]) => (group.length > 1 ? (clientId ?? []) : []));
    await Promise.all(several.map((client_id) => this.#read(live, this.#client.list(contacts, { client_id }, call))));
    const left = unread.filter(({ id }) => !live.rows.has(id));
    if (left.length > ONE_BY_ONE_MAX) return false;
    await Promise.all(left.map(({ id }) => this.#read(live, this.#client.find(contacts, id, call))));
    return left.every(({ id }) => live.rows.has(id));
  }

  async #read(live: Live, reading: Promise<Parsed<ContactRow>>): Promise<void> {
    const parsed = await reading;
    this.index.add(parsed.rows);
    keep(live, parsed);
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}

/** Each row in place of what was read of it before. */
function keep(live: Live, { rows, gaps }: Parsed<ContactRow>): void {
  for (const row of rows) live.rows.set(row.id, row);
  live.gaps.push(...gaps);
}

/** A clock that was set back must not put the next reading off. */
function isDue(lastMs: number, everyMs: number, nowMs: number): boolean {
  return nowMs < lastMs || nowMs - lastMs >= everyMs;
}
