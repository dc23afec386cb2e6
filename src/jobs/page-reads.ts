// What the page loads of this node say about connections, kept in memory so that no load costs a statement for it.
import { type Findings, type HealthSource, isRefusal } from "../access/connection-health.ts";
import type { PageRead } from "../diagnosis/decide-health.ts";
import type { FirmId } from "../domain/ids.ts";
import type { ReadRecord } from "../psa/read-record.ts";

export type ReadNews = { firmId: FirmId; connectionId: string; read: PageRead };

/** `failingSince`: null while a trouble is known that this node's own loads have not met. Both in milliseconds. */
type Failing = { failingSince: number | null; reportedAt: number | null };

/** Loads must fail for so long, and none succeed, before that is news; and it is news once in as long. */
const LASTS_MS = 60_000;

export class PageReads {
  /** By connection and kind of question; what is read of companies, by company too. */
  readonly #failing = new Map<string, Failing>();
  /** What a check has found red and pages ask too, and when one was last answered in spite of it. */
  readonly #checkedRed = new Map<string, { kind: PageRead["kind"]; answeredAt: number | null }>();

  /** The news in a read of a page, or null. */
  notice(record: ReadRecord): ReadNews | null {
    const read = readOf(record);
    if (!read) return null;
    const { firmId, connectionId } = record;
    const at = record.at.getTime();
    const isNews = read.trouble ? this.#isLasting(connectionId, read, at) : this.#isRecovery(connectionId, read, at);
    return isNews ? { firmId, connectionId, read } : null;
  }

  /** What is stored of a connection now: of a kind that is in trouble, the first good read is news. */
  knowFindings(connectionId: string, { check, people, projects }: Findings): void {
    const place = placeOf(connectionId, { kind: "people", trouble: null });
    if (people) this.#know(place);
    // Over, by what another node or a check has met. What has not lasted yet goes on lasting.
    else if (this.#failing.get(place)?.reportedAt !== null) this.#failing.delete(place);
    if (projects) this.#know(placeOf(connectionId, { kind: "projects", companyId: projects.companyId, trouble: null }));
    const kind = check?.state === "red" ? kindOf(check.source) : null;
    const { answeredAt = null } = this.#checkedRed.get(connectionId) ?? {};
    if (kind) this.#checkedRed.set(connectionId, { kind, answeredAt });
    else this.#checkedRed.delete(connectionId);
  }

  #know(place: string): void {
    const { failingSince = null, reportedAt = null } = this.#failing.get(place) ?? {};
    this.#failing.set(place, { failingSince, reportedAt: reportedAt ?? 0 });
  }

  #isLasting(connectionId: string, read: PageRead, at: number): boolean {
    const place = placeOf(connectionId, read);
    const known = this.#failing.get(place);
    const failingSince = known?.failingSince ?? at;
    const reportedAt = known?.reportedAt ?? null;
    const isLasting = isRefusal(read.trouble?.cause ?? null) || at - failingSince >= LASTS_MS;
    const isNews = isLasting && (reportedAt === null || at - reportedAt >= LASTS_MS);
    this.#failing.set(place, { failingSince, reportedAt: isNews ? at : reportedAt });
    return isNews;
  }

  #isRecovery(connectionId: string, read: PageRead, at: number): boolean {
    const place = placeOf(connectionId, read);
    const wasReported = (this.#failing.get(place)?.reportedAt ?? null) !== null;
    this.#failing.delete(place);
    return this.#contradictsCheck(connectionId, read, at) || wasReported;
  }

  #contradictsCheck(connectionId: string, { kind }: PageRead, at: number): boolean {
    const red = this.#checkedRed.get(connectionId);
    if (red?.kind !== kind || (red.answeredAt !== null && at - red.answeredAt < LASTS_MS)) return false;
    this.#checkedRed.set(connectionId, { kind, answeredAt: at });
    return true;
  }
}

/** Only who somebody is and a company's work are asked for pages. A fault of our own, or a visitor who left, says nothing. */
function readOf({ question, outcome, trouble, companyId }: ReadRecord): PageRead | null {
  if (outcome !== "answered" && trouble === null) return null;
  if (question === "find_by_email") return { kind: "people", trouble };
  return question === "read_company_work" && companyId !== null ? { kind: "projects", companyId, trouble } : null;
}

function placeOf(connectionId: string, read: PageRead): string {
  return `${connectionId} ${read.kind} ${read.kind === "projects" ? read.companyId : ""}`;
}

/** Which kind of page can tell that what a check has found is over. */
export function kindOf(source: HealthSource | null): PageRead["kind"] | null {
  if (source === "check.people") return "people";
  return source === "check.projects" ? "projects" : null;
}
