// Rows to our nouns, pure. Only what a portal may know is carried over; what the vendor does not have is null or empty.
import type { Company, Contact } from "../../domain/contact.ts";
import type { Milestone, Phase, Project, StaffMember } from "../../domain/project.ts";
import { notWritten } from "./not-written.ts";
import type { CompanyRow, ContactRow, MilestoneRow, PersonRow, PhaseRow, ProjectRow } from "./wire.ts";

export function mapCompany(row: CompanyRow): Company {
  return notWritten(
    "src/connectors/new-vendor/map.ts, mapCompany: its name, whether it is archived, its mail domains",
    row,
  );
}

/** An email counts as parseEmail reads it; what it cannot read is in unusableEmails, for the firm to mend. */
export function mapContact(row: ContactRow): Contact {
  return notWritten(
    "src/connectors/new-vendor/map.ts, mapContact: the name, the emails, the companies, whether the contact is archived",
    row,
  );
}

/** Every status that clients must not see is `draft` or `archived`: what is not understood must not parse. */
export function mapProject(row: ProjectRow): Project {
  return notWritten(
    "src/connectors/new-vendor/map.ts, mapProject: the company, the status, the dates as days, the fee as decimal text",
    row,
  );
}

export function mapPhase(row: PhaseRow): Phase {
  return notWritten("src/connectors/new-vendor/map.ts, mapPhase: the project, the name and the order", row);
}

export function mapMilestone(row: MilestoneRow): Milestone {
  return notWritten(
    "src/connectors/new-vendor/map.ts, mapMilestone: the project, the name and the day on which it is due",
    row,
  );
}

export function mapStaffMember(row: PersonRow): StaffMember {
  return notWritten(
    "src/connectors/new-vendor/map.ts, mapStaffMember: the name and the role; never what somebody costs",
    row,
  );
}
