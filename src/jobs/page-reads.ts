// What the page loads of this node say about connections, kept in memory so that no load costs a statement for it.
import { type Found, isRefusal, nothingFound } from "../access/connection-health.ts";
import { largeAfter, type PageRead } from "../diagnosis/decide-health.ts";
import type { LargeClient } from "../domain/connection-health.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { ReadRecord } from "../psa/read-record.ts";

/**
 * `connectionMark`: the state of the connection over which it was read. `read`: what pages have met, or that it is over; `large`: a
 * client of whom other parts than before are left out because there is too much. Null where that is no news.
 */
export type ReadNews = Pick<ReadRecord, "firmId" | "connectionId" | "connectionMark"> & {
  read: PageRead | null;
  large: LargeClient | null;
};

/** `failingSince`: null while a trouble is known that this node's own loads have not met. Both in milliseconds. */
type Failing = { failingSince: number | null; reportedAt: number | null };

/** Loads must fail for so long, and none succeed, before that is news; and it is news once in as long. */
const LASTS_MS = 60_000;
const FORGOTTEN_MS = 24 * 60 * 60_000;
/** What was answered within that minute is news before it ends. */
const LATER_MS = 45_000;

/** What stands of every connection in use of which something stands. */
type Unwell = readonly (Found & { id: string })[];

/** `answered`: when that was news last, and whether pages were answered since, or it is not known to have brought a check. */
type Checked = { kind: PageRead["kind"]; answered: { news: ReadNews; at: number; isWaiting: boolean } | null };

export class PageReads {
  /** By connection and kind of question; what is read of companies, by company too. */
  readonly #failing = new Map<string, Failing>();
  /** Of each connection, what a check has found that a page's answer speaks against. */
  readonly #checked = new Map<string, Checked>();
  readonly #large = new Map<string, readonly LargeClient[]>();

  /** The news in a read of a page, or null. */
  notice(record: ReadRecord): ReadNews | null {
    const read = readOf(record);
    if (!read) return null;
    const { firmId, connectionId, connectionMark } = record;
    const at = record.at.getTime();
    const about = { firmId, connectionId, connectionMark, large: null };
    const isNews = read.trouble
      ? this.#isLasting(connectionId, read, at)
      : this.#isRecovery({ ...about, read }, at, read);
    const large = this.#largeNews(record);
    return isNews || large ? { ...about, read: isNews ? read : null, large } : null;
  }

  /** The good reads that no check has followed, and whose minute is about to end: one a connection, and told once. */
  takeWaiting(now: Date): ReadNews[] {
    const at = now.getTime();
    const due = [...this.#checked.values()].flatMap(({ answered }) =>
      answered?.isWaiting && at - answered.at >= LATER_MS ? answered : [],
    );
    for (const answered of due) Object.assign(answered, { at, isWaiting: false });
    return due.map(({ news }) => news);
  }

  /**
   * What is stored now, by whichever node: of connections that are not among them nothing is. What failed once, and was not asked for
   * again in a day, is forgotten.
   */
  knowAll(unwell: Unwell, now: Date): void {
    for (const [place, { failingSince, reportedAt }] of this.#failing)
      if (reportedAt === null && now.getTime() - (failingSince ?? 0) >= FORGOTTEN_MS) this.#failing.delete(place);
    const stored = new Map(unwell.map((one) => [one.id, one]));
    const reported = [...this.#failing].flatMap(([place, { reportedAt }]) => (reportedAt === null ? [] : idOf(place)));
    for (const id of new Set([...stored.keys(), ...this.#checked.keys(), ...this.#large.keys(), ...reported]))
      this.know(id, stored.get(id) ?? { findings: nothingFound, largeClients: [] });
  }

  /** What is stored of a connection now: of a kind that is in trouble, the first good read is news. */
  know(connectionId: string, { findings: { check, people, projects }, largeClients }: Found): void {
    if (largeClients.length > 0) this.#large.set(connectionId, largeClients);
    else this.#large.delete(connectionId);
    const place = placeOf(connectionId, { kind: "people", trouble: null });
    if (people) this.#know(place);
    // Over, by what another node or a check has met. What has not lasted yet goes on lasting.
    else if (this.#failing.get(place)?.reportedAt !== null) this.#failing.delete(place);
    if (projects) this.#know(placeOf(connectionId, { kind: "projects", companyId: projects.companyId, trouble: null }));
    else this.#endProjects(connectionId);
    const kind = contradictedBy(check);
    const { answered = null } = this.#checked.get(connectionId) ?? {};
    if (kind) this.#checked.set(connectionId, { kind, answered });
    else this.#checked.delete(connectionId);
  }

  #endProjects(connectionId: string): void {
    const ofProjects = placeOf(connectionId, { kind: "projects", companyId: "" as CompanyId, trouble: null });
    for (const [place, { reportedAt }] of this.#failing)
      if (reportedAt !== null && place.startsWith(ofProjects)) this.#failing.delete(place);
  }

  #know(place: string): void {
    const { failingSince = null, reportedAt = null } = this.#failing.get(place) ?? {};
    this.#failing.set(place, { failingSince, reportedAt: reportedAt ?? 0 });
  }

  #isLasting(connectionId: string, read: PageRead, at: number): boolean {
    const place = placeOf(connectionId, read);
    // A good read that waits to be told is past now.
    const checked = this.#checked.get(connectionId);
    if (checked?.answered && checked.kind === read.kind) checked.answered.isWaiting = false;
    const known = this.#failing.get(place);
    const failingSince = known?.failingSince ?? at;
    const reportedAt = known?.reportedAt ?? null;
    const isLasting = isRefusal(read.trouble?.cause ?? null) || at - failingSince >= LASTS_MS;
    const isNews = isLasting && (reportedAt === null || at - reportedAt >= LASTS_MS);
    this.#failing.set(place, { failingSince, reportedAt: isNews ? at : reportedAt });
    return isNews;
  }

  #isRecovery(news: ReadNews, at: number, read: PageRead): boolean {
    const place = placeOf(news.connectionId, read);
    const wasReported = (this.#failing.get(place)?.reportedAt ?? null) !== null;
    this.#failing.delete(place);
    return this.#contradictsCheck(news, at, read) || wasReported;
  }

  /** What is left out of this client's work, where it is something else than is known. It is known from now on. */
  #largeNews({ connectionId, companyId, tooMuch }: ReadRecord): LargeClient | null {
    if (companyId === null || tooMuch === null) return null;
    const known = this.#large.get(connectionId) ?? [];
    const large = { companyId, parts: tooMuch };
    const after = largeAfter(known, large);
    if (after === known) return null;
    this.#large.set(connectionId, after);
    return large;
  }

  /** The check that the news brings may come too soon after the last to be made, so that the news itself waits too. */
  #contradictsCheck(news: ReadNews, at: number, read: PageRead): boolean {
    const checked = this.#checked.get(news.connectionId);
    if (checked?.kind !== read.kind) return false;
    const { answered } = checked;
    const isNews = answered === null || at - answered.at >= LASTS_MS;
    checked.answered = { news, at: isNews ? at : answered.at, isWaiting: true };
    return isNews;
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

function idOf(place: string): string {
  return place.slice(0, place.indexOf(" "));
}

/**
 * Which kind of page, when it is answered, speaks against what a check has found. Not against what a token lacks or no longer
 * shows: pages go on meanwhile.
 */
export function contradictedBy(check: Found["findings"]["check"]): PageRead["kind"] | null {
  if (check === null || (check.state !== "red" && !isPassing(check))) return null;
  if (check.source === "check.people") return "people";
  return check.source === "check.projects" ? "projects" : null;
}

function isPassing({ state, cause }: NonNullable<Found["findings"]["check"]>): boolean {
  return state === "amber" && (cause === "psa.down" || cause === "psa.rate_limited");
}
