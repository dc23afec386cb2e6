// Productive's people and companies to our nouns, pure. Only what a portal may know is carried over.
import type { Company, Contact } from "../../domain/contact.ts";
import { parseEmail } from "../../domain/email.ts";
import type { CompanyId, ContactId } from "../../domain/ids.ts";
import type { StaffMember } from "../../domain/project.ts";
import { textOrNull } from "./units.ts";
import type { CompanyRow, MemberRow, PersonRow } from "./wire.ts";

const EMPLOYEE = 1;
const CONTACT = 2;

/** Whether this is somebody at a client. One whom the firm has let into Productive as well is; whoever works there is not. */
export function isContact(row: MemberRow): boolean {
  if (isNobody(row) || row.hrm_type_id === EMPLOYEE) return false;
  return row.hrm_type_id === CONTACT || !row.is_user;
}

/** Whether this is somebody of the firm who still works there. */
export function isStaff(row: MemberRow): boolean {
  return !isNobody(row) && !isContact(row) && !isFormer(row);
}

/** Whether the firm employs this member, by Productive's type of person. */
export function isEmployee(row: MemberRow): boolean {
  return row.hrm_type_id === EMPLOYEE;
}

/** Placeholders stand for people who are not hired yet, agents are programs. */
function isNobody({ placeholder, agent, virtual }: MemberRow): boolean {
  return placeholder || agent || virtual;
}

function isFormer({ archived_at, deactivated_at }: MemberRow): boolean {
  return archived_at !== null || deactivated_at !== null;
}

/** Productive holds one email and one company for a person. An address that cannot be one is kept apart. */
export function mapContact(row: PersonRow): Contact {
  const written = row.email?.trim() ?? "";
  const email = parseEmail(written);
  return {
    id: row.id as ContactId,
    name: nameOf(row),
    emails: email === null ? [] : [email],
    unusableEmails: email === null && written !== "" ? [written] : [],
    companyIds: row.company === null ? [] : [row.company as CompanyId],
    title: textOrNull(row.title),
    phone: null,
    isArchived: isFormer(row),
  };
}

/** A person without a name is called by their email. */
export function nameOf({ first_name, last_name, email = null }: Partial<MemberRow>): string {
  const name = [first_name, last_name].map((part) => part?.trim()).filter(Boolean);
  return name.length > 0 ? name.join(" ") : (email ?? "");
}

/** Several mail domains, or the one of older accounts, in small letters. */
export function mapCompany(row: CompanyRow): Company {
  const domains = row.domains?.length ? row.domains : [row.domain ?? ""];
  return {
    id: row.id as CompanyId,
    name: row.name,
    isArchived: row.archived_at !== null,
    domains: domains.map((domain) => domain.trim().toLowerCase()).filter((domain) => domain !== ""),
  };
}

/** The discipline is the team, for whom there is one. */
export function mapStaffMember(row: MemberRow, discipline: string | null): StaffMember {
  return {
    id: row.id,
    name: nameOf(row),
    role: textOrNull(row.title),
    discipline,
    email: parseEmail(row.email ?? ""),
    phone: null,
  };
}
