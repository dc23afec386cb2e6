// The one shape in which a PSA is read. Only read methods live here: a write cannot be expressed.
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { CompanyWork, Project, Unread } from "../domain/project.ts";
import type { PsaFault } from "./errors.ts";

/** Something in the source that could not be understood: which file and line (or endpoint and record), and what to mend. */
export type Gap = {
  /** For people: `contacts.csv, line 12, column email`. */
  place: string;
  message: string;
  /** In a listing: which records it may hide. A gap that does not say may hide any. */
  hides?: Hidden;
  /** In a company's work: what is not known because of it. Such a gap hides no project, unless it says so by `hides`. */
  unread?: Unread;
};

/**
 * Records that a gap may hide: contacts by their emails, companies by their ids, projects and what belongs to them by the id
 * of their company. `keys` null: it may be any of them.
 */
export type Hidden = { record: "contact" | "company" | "project"; keys: readonly string[] | null };

/**
 * An answer of the PSA. `gaps` lists what could not be understood. Where it is not empty, the absence of a record in `value`
 * proves nothing: absence must then be treated as unknown.
 */
export type Reading<T> = { value: T; gaps: Gap[]; readAt: Date };

/** The same while it is being put together: nobody has said yet when it was read. */
export type Answer<T> = Omit<Reading<T>, "readAt">;

/** Who carries an email right now: every contact with exactly this email, archived ones too, and the companies they are linked to. */
export type EmailMatch = { contacts: Contact[]; companies: Company[] };

export type Directory = { companies: Company[]; contacts: Contact[] };

/** What `connection test` reports: how many records of each kind, which optional kinds are not supplied, and every gap. */
export type ConnectionReport = {
  counts: { kind: string; rows: number }[];
  notSupplied: string[];
  gaps: Gap[];
  /** Of the gaps: what nobody can be let in without, and could not be read at all. Absent where a source rejects then. */
  unread?: Gap[];
};

/** Whose eyes the PSA is read with: the organisation there, and whose token it is; null where the source knows no such thing. */
export type PsaIdentity = { organisation: string | null; tokenOwner: string | null };

/** How far a listing has been read: so many records of as many as the source says that it has; null while it has not said so. */
export type Progress = { read: number; of: number | null };

/**
 * How a question is asked. It is given up when `signal` aborts. `isUrgent`: somebody waits for a page, so it goes before
 * background work where the vendor's calls are counted. `onProgress`: told of each collection that is read before it is counted, then as often as more of it has come.
 * `isAwaited`: whether a page waits by now for what was begun as background work, which then goes first as well. `onHeld`: told why,
 * again and again, while the call is held back because no more of them may be sent yet. `isSecond`: it is for what a page is shown without as well, so it
 * leaves most of the calls to what no page can do without; for a page it is refused at once then.
 */
export type Call = {
  signal: AbortSignal;
  isUrgent: boolean;
  isAwaited?: () => boolean;
  isSecond?: boolean;
  onHeld?: (why: PsaFault) => void;
  onProgress?: (collection: string, progress: Progress) => void;
};

/** Every method rejects with a PsaFault when there is no answer, and stops when the call's signal aborts. */
export interface PsaConnector {
  /**
   * The live question of every portal load, for one email or several that are asked at the same moment: one answer each, in
   * their order. An empty list is an answer; no answer is a PsaFault.
   */
  findByEmails(emails: readonly Email[], call: Call): Promise<Reading<EmailMatch>[]>;
  /** One company as it is right now, or null when the PSA has none of this id. */
  findCompany(companyId: CompanyId, call: Call): Promise<Reading<Company | null>>;
  /** All companies and contacts: for the register of portals and the pre-flight, never for a portal load. */
  listDirectory(call: Call): Promise<Reading<Directory>>;
  /** All projects of all companies, of every status: for the firm's own questions about everybody, never for a portal load. */
  listProjects(call: Call): Promise<Reading<Project[]>>;
  /** Rejects unless projects can be read now: one cheap question, for the health of the connection. What is read is not looked at. */
  requireProjects(call: Call): Promise<void>;
  /**
   * The company's projects of every status and what belongs to them; every row is checked to be the company's own. Where a row of
   * a part could not be read, a gap says so by `unread`: what would come to too little is then left out by whoever asks.
   */
  readCompanyWork(companyId: CompanyId, call: Call): Promise<Reading<CompanyWork>>;
  /**
   * A cheap token that changes whenever `readCompanyWork` might answer differently, or null when the source cannot say.
   * A cached snapshot counts only while the token is the same.
   */
  workVersion(call: Call): Promise<string | null>;
  /** Cheaply, whose eyes these are: before a connection is stored, and for its health. A wrong token or organisation is a PsaFault that says so. */
  identify(call: Call): Promise<PsaIdentity>;
  /** Reads everybody and all projects once, reads or counts the rest, and reports. Rejects only when there is nothing to report about. */
  inspect(call: Call): Promise<ConnectionReport>;
}
