// What the page loads of this node say about connections, kept in memory so that no load costs a statement for it.
import type { PsaTrouble } from "../access/facts.ts";
import { isRefusal } from "../diagnosis/decide-health.ts";
import type { HealthState } from "../domain/connection-health.ts";
import type { FirmId } from "../domain/ids.ts";
import type { ReadRecord } from "../psa/read-record.ts";

/** `trouble` null: the PSA answers again. */
export type ReadNews = { firmId: FirmId; connectionId: string; trouble: PsaTrouble | null };

/** `failingSince`: null while a trouble is known that this node's own loads have not met. Both in milliseconds. */
type Failing = { failingSince: number | null; reportedAt: number | null };

/** Loads must fail for so long, and none succeed, before that is news; and it is news once in as long. */
const LASTS_MS = 60_000;

export class PageReads {
  readonly #failing = new Map<string, Failing>();

  /** The news in a read of a page, or null. Only who somebody is gets asked on every load. */
  notice({ firmId, connectionId, question, outcome, trouble, at }: ReadRecord): ReadNews | null {
    if (question !== "find_by_email") return null;
    if (outcome === "answered") {
      const known = this.#failing.get(connectionId);
      this.#failing.delete(connectionId);
      return known && known.reportedAt !== null ? { firmId, connectionId, trouble: null } : null;
    }
    return trouble && this.#isNews(connectionId, trouble, at.getTime()) ? { firmId, connectionId, trouble } : null;
  }

  /** What is stored of a connection now: while it is red, the first good read is news. */
  knowState(connectionId: string, state: HealthState): void {
    if (state !== "red") return void this.#failing.delete(connectionId);
    const { failingSince = null, reportedAt = null } = this.#failing.get(connectionId) ?? {};
    this.#failing.set(connectionId, { failingSince, reportedAt: reportedAt ?? 0 });
  }

  #isNews(connectionId: string, { cause }: PsaTrouble, at: number): boolean {
    const known = this.#failing.get(connectionId);
    const failingSince = known?.failingSince ?? at;
    const reportedAt = known?.reportedAt ?? null;
    const isLasting = isRefusal(cause) || at - failingSince >= LASTS_MS;
    const isNews = isLasting && (reportedAt === null || at - reportedAt >= LASTS_MS);
    this.#failing.set(connectionId, { failingSince, reportedAt: isNews ? at : reportedAt });
    return isNews;
  }
}
