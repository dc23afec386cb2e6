// The one shape in which a PSA is read. Only read methods live here: a write cannot be expressed.
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { CompanyWork, Project } from "../domain/project.ts";

/** Something in the source that could not be understood: which file and line (or endpoint and record), and what to mend. */
export type Gap = {
  /** For people: `contacts.csv, line 12, column email`. */
  place: string;
  message: string;
  /** In a listing: which records it may hide. A gap that does not say may hide any. */
  hides?: Hidden;
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

/** Who carries an email right now: every contact with exactly this email, archived ones too, and the companies they are linked to. */
export type EmailMatch = { contacts: Contact[]; companies: Company[] };

export type Directory = { companies: Company[]; contacts: Contact[] };

/** What `connection test` reports: how many records of each kind, which optional kinds are not supplied, and every gap. */
export type ConnectionReport = {
  counts: { kind: string; rows: number }[];
  notSupplied: string[];
  gaps: Gap[];
};

/** Every method rejects with a PsaFault when there is no answer, and stops when the signal aborts. */
export interface PsaConnector {
  /** The live question of every portal load. An empty list is an answer; no answer is a PsaFault. */
  findByEmail(email: Email, signal: AbortSignal): Promise<Reading<EmailMatch>>;
  /** One company as it is right now, or null when the PSA has none of this id. */
  findCompany(companyId: CompanyId, signal: AbortSignal): Promise<Reading<Company | null>>;
  /** All companies and contacts: for the register of portals and the pre-flight, never for a portal load. */
  listDirectory(signal: AbortSignal): Promise<Reading<Directory>>;
  /** All projects of all companies, of every status: for the firm's own questions about everybody, never for a portal load. */
  listProjects(signal: AbortSignal): Promise<Reading<Project[]>>;
  /** The company's projects of every status and what belongs to them; every row is checked to be the company's own. */
  readCompanyWork(companyId: CompanyId, signal: AbortSignal): Promise<Reading<CompanyWork>>;
  /**
   * A cheap token that changes whenever `readCompanyWork` might answer differently, or null when the source cannot say.
   * A cached snapshot counts only while the token is the same.
   */
  workVersion(signal: AbortSignal): Promise<string | null>;
  /** Reads everything once and reports. Rejects only when there is nothing to report about. */
  inspect(signal: AbortSignal): Promise<ConnectionReport>;
}
