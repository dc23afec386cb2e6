// Listings of the whole account, which are the same for every client of the firm: whoever needs one shortly after somebody else has it too,
// so that clients who come at the same time do not ask for it each. Figures alone: who may come in is asked anew on every load.
import type { Clock } from "../../lib/clock.ts";
import type { Kind } from "../http/rows.ts";
import type { Call } from "../port.ts";
import type { HarvestClient, Listing } from "./client.ts";

/** Held in memory for so long at the most, though the connector is used no more: nobody is answered from it then. */
const SHARED_MS = 60_000;

type Row = { id: string };
type Asked<R extends Row> = { rowsMax: number; kind: Kind<R>; params?: Record<string, string> };
/** `listing` null: there are more rows than `rowsMax`. */
type Held = { listing: Listing<Row> | null; rowsMax: number; readAt: Date; forgetting: NodeJS.Timeout };
/** `sharers`: whoever has come to wait for it. */
type Running = { answer: Promise<Held>; signal: AbortSignal; sharers: Call[] };

export class FirmListings {
  readonly #client: HarvestClient;
  readonly #clock: Clock;
  readonly #held = new Map<string, Held>();
  readonly #running = new Map<string, Running>();

  constructor(client: HarvestClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  /** For one reading, which is as old as the oldest listing that it was made of. */
  forReading(): FirmReading {
    return new FirmReading((asked, call) => this.#read(asked, call));
  }

  async #read<R extends Row>(asked: Asked<R>, call: Call): Promise<Held> {
    const { rowsMax, kind, params = {} } = asked;
    const name = JSON.stringify([kind.path, params]);
    const held = this.#held.get(name);
    if (held && this.#isFresh(held) && (held.listing !== null || held.rowsMax >= rowsMax)) return held;
    // A page waits for none of background work, nor what leaves no calls to others for what does: they have another patience.
    const key = `${call.isUrgent} ${call.isSecond ?? false} ${rowsMax} ${name}`;
    const running = this.#running.get(key);
    return running ? this.#share(running, asked, call) : this.#begin(key, name, { asked, call });
  }

  /** Whoever began may leave before the end; that says nothing to the others. */
  async #share<R extends Row>({ answer, signal, sharers }: Running, asked: Asked<R>, call: Call): Promise<Held> {
    sharers.push(call);
    try {
      return await answer;
    } catch (err) {
      if (!signal.aborted) throw err;
      return this.#read(asked, call);
    }
  }

  #begin<R extends Row>(key: string, name: string, { asked, call }: { asked: Asked<R>; call: Call }): Promise<Held> {
    const { rowsMax, kind, params = {} } = asked;
    const readAt = this.#clock.now();
    const sharers = [call];
    const answer = this.#client
      .listUpTo(rowsMax, kind, params, { ...call, ...forAll(sharers) })
      .then((listing) => this.#hold(name, { listing, rowsMax, readAt }))
      .finally(() => this.#running.delete(key));
    this.#running.set(key, { answer, signal: call.signal, sharers });
    return answer;
  }

  #hold(name: string, read: Omit<Held, "forgetting">): Held {
    clearTimeout(this.#held.get(name)?.forgetting);
    const held = { ...read, forgetting: setTimeout(() => this.#held.delete(name), SHARED_MS).unref() };
    this.#held.set(name, held);
    return held;
  }

  /** A clock that was set back makes nothing last longer. */
  #isFresh({ readAt }: Held): boolean {
    const ageMs = this.#clock.now().getTime() - readAt.getTime();
    return ageMs >= 0 && ageMs < SHARED_MS;
  }
}

/** A page that waits for one of them waits for what they share, and each is told what holds it back. */
function forAll(sharers: readonly Call[]): Required<Pick<Call, "isAwaited" | "onHeld">> {
  return {
    isAwaited: () => sharers.some(({ isAwaited }) => isAwaited?.()),
    onHeld: (why) => {
      for (const { onHeld } of sharers) onHeld?.(why);
    },
  };
}

export class FirmReading {
  readonly #read: <R extends Row>(asked: Asked<R>, call: Call) => Promise<Held>;
  #oldest: Date | null = null;

  constructor(read: <R extends Row>(asked: Asked<R>, call: Call) => Promise<Held>) {
    this.#read = read;
  }

  /** Every row of the listing, read within the last minute; null where there are more than `rowsMax`. Rejects with a PsaFault. */
  async listUpTo<R extends Row>(rowsMax: number, kind: Kind<R>, params: Record<string, string>, call: Call) {
    const { listing, readAt } = await this.#read({ rowsMax, kind, params }, call);
    this.#oldest = this.#oldest === null || readAt < this.#oldest ? readAt : this.#oldest;
    const isTooMuch = listing === null || listing.rows.length + listing.gaps.length > rowsMax;
    // INVARIANT: what lies under the name of a kind was parsed by that kind.
    return isTooMuch ? null : (listing as Listing<R>);
  }

  /** When the oldest of what was read here was asked for, or else `readAt`. */
  oldest(readAt: Date): Date {
    return this.#oldest !== null && this.#oldest < readAt ? this.#oldest : readAt;
  }
}
