import type { CompanyId, ContactId, PortalId, ProjectId } from "./ids.ts";

/** Everything that a firm's switch from one PSA to another writes: what each id of the old PSA becomes. */
export type PsaSwitch = {
  /** The connection that takes over. */
  connectionId: string;
  /** Every portal of the firm. */
  portals: { portalId: PortalId; companyId: CompanyId; companyName: string }[];
  /** The approvals that go on counting. */
  aliases: { id: string; contactId: ContactId; contactName: string }[];
  endedAliasIds: string[];
  /** Every limit that holds afterwards. */
  limits: SwitchedLimit[];
  /** The projects that updates were written about. */
  updates: { companyId: CompanyId; projectId: ProjectId; to: { companyId: CompanyId; projectId: ProjectId } }[];
  /** The projects that clients answered about. */
  answers: { portalId: PortalId; projectId: ProjectId; to: ProjectId }[];
};

export type SwitchedLimit = {
  portalId: PortalId;
  contactId: ContactId;
  contactName: string;
  projectIds: ProjectId[];
  createdAt: Date;
  createdBy: string;
};

const UNLINKED = "unlinked:";

/**
 * What stands in place of an id for which the new PSA has nothing. INVARIANT: no PSA gives such an id, so that what the old
 * one called 12 is never taken for what the new one calls 12.
 */
export function unlinked<Id extends CompanyId | ContactId | ProjectId>(id: Id): Id {
  return (isUnlinked(id) ? id : `${UNLINKED}${id}`) as Id;
}

/** Whether nothing in the PSA is meant: a switch found nothing there for what it once meant. */
export function isUnlinked(id: CompanyId | ContactId | ProjectId): boolean {
  return id.startsWith(UNLINKED);
}

/** The company of a portal that is left without one; it differs from portal to portal. */
export function companyToCome(portalId: PortalId): CompanyId {
  return `${UNLINKED}${portalId}` as CompanyId;
}
