import type { AliasRow } from "../../data/queries/aliases.ts";
import { formatAge } from "../../ui/format/age.ts";
import { formatQuantity } from "../../ui/format/number.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { APPROVALS_PATH, DIAGNOSE_PATH } from "../frame.ts";

export type ApprovalsModel = { heading: string; lead: string; rows: ApprovalRow[]; emptyText: string };

export type ApprovalRow = {
  id: string;
  email: string;
  contact: string;
  approved: string;
  state: { text: string; isTrouble: boolean };
  /** Null for whoever may not change anything, and for what is revoked. */
  revoke: FormTarget | null;
};

export type ApprovalsInput = {
  aliases: AliasRow[];
  /** Whether an approval still leads to its contact; null when the PSA does not answer. */
  isStanding: ((alias: AliasRow) => boolean) | null;
  canChange: boolean;
  now: Date;
  locale: string;
};

/** Every address that the firm approved, in force or revoked: who, when, and whether it still leads anywhere. */
export function presentApprovals(input: ApprovalsInput): ApprovalsModel {
  const inForce = input.aliases.filter(({ revokedAt }) => revokedAt === null).length;
  return {
    heading: `${formatQuantity(inForce, "approved address", "approved addresses", input.locale)}`,
    lead: "Each is your firm’s word that an email is a contact. It counts while the contact carries the same email in the PSA, and no longer.",
    rows: input.aliases.map((alias) => presentRow(alias, input)),
    emptyText:
      "None so far. When somebody signs in with an email that nearly is a contact’s, Diagnose offers to approve it.",
  };
}

function presentRow(alias: AliasRow, { isStanding, canChange, now, locale }: ApprovalsInput): ApprovalRow {
  const { id, email, contactName, contactEmail, createdBy, createdAt, revokedAt, revokedBy } = alias;
  const isBroken = revokedAt === null && isStanding !== null && !isStanding(alias);
  return {
    id,
    email,
    contact: `${contactName}, ${contactEmail}`,
    approved: `${formatAge(createdAt, now, locale)}, by ${createdBy}`,
    state: revokedAt
      ? { text: `Revoked ${formatAge(revokedAt, now, locale)}, by ${revokedBy ?? "somebody"}`, isTrouble: false }
      : isBroken
        ? { text: `Leads nowhere: no active contact has ${contactEmail} any more`, isTrouble: true }
        : { text: "In force", isTrouble: false },
    revoke:
      revokedAt === null && canChange
        ? { action: `${DIAGNOSE_PATH}/revoke`, fields: { email, next: APPROVALS_PATH } }
        : null,
  };
}
