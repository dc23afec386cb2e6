// The contacts of an account as they are read: the index of whom to look for where, and the fewest calls to read them again.
import type { Email } from "../../domain/email.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Call } from "../port.ts";
import type { HarvestClient, Listing } from "./client.ts";
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

/** Contacts by id that were read for the question at hand. */
export type Live = Map<string, ContactRow>;

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

  async listChanges(call: Call): Promise<Listing<ContactRow>> {
    const since = this.index.since();
    if (since === null) return this.listAll(call);
    const at = this.#nowMs();
    const updated_since = `${since.toISOString().slice(0, 19)}Z`;
    const listing = await this.#client.list(contacts, { updated_since }, call);
    this.index.addChanges(listing);
    this.#changesReadMs = at;
    return listing;
  }

  /** Lists what has to be listed before the index can be asked about these emails; null where it is new enough. */
  async listIfDue(emails: readonly Email[], call: Call): Promise<Listing<ContactRow> | null> {
    const now = this.#nowMs();
    if (this.#count <= FEW || isDue(this.#allReadMs, ALL_EVERY_MS, now)) return this.listAll(call);
    const isUnknown = emails.some((email) => this.index.contactsOf(email).length === 0);
    return isUnknown || isDue(this.#changesReadMs, CHANGES_EVERY_MS, now) ? this.listChanges(call) : null;
  }

  /** Adds to `live` what these contacts are now; whoever is gone is not in it. Several of one client are one call. */
  async readAgain(known: readonly KnownContact[], live: Live, call: Call): Promise<void> {
    const unread = known.filter(({ id }) => !live.has(id));
    const byClient = Map.groupBy(unread, ({ clientId }) => clientId);
    if (byClient.size > ONE_BY_ONE_MAX) return keep(live, await this.listAll(call));
    const several = [...byClient].flatMap(([clientId, group]) => (group.length > 1 ? (clientId ?? []) : []));
    await Promise.all(several.map((clientId) => this.#readOfClient(clientId, live, call)));
    const left = unread.filter(({ id }) => !live.has(id));
    if (left.length > ONE_BY_ONE_MAX) return keep(live, await this.listAll(call));
    await Promise.all(left.map(({ id }) => this.#readOne(id, live, call)));
  }

  async #readOfClient(clientId: string, live: Live, call: Call): Promise<void> {
    const listing = await this.#client.list(contacts, { client_id: clientId }, call);
    this.index.add(listing);
    keep(live, listing);
  }

  async #readOne(id: string, live: Live, call: Call): Promise<void> {
    const found = await this.#client.find(contacts, id, call);
    if (found.rows.length + found.gaps.length === 0) this.index.forget(id);
    this.index.add(found);
    keep(live, found);
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}

/** Adds rows to the contacts that are known, each in place of what was known of it. */
export function keep(live: Live, { rows }: { rows: readonly ContactRow[] }): void {
  for (const row of rows) live.set(row.id, row);
}

/** A clock that was set back must not put the next reading off. */
function isDue(lastMs: number, everyMs: number, nowMs: number): boolean {
  return nowMs < lastMs || nowMs - lastMs >= everyMs;
}
