import type { AliasRow } from "../../data/queries/aliases.ts";
import { formatAge } from "../../ui/format/age.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { APPROVALS_PATH, DIAGNOSE_PATH } from "../frame.ts";
import { frameWords } from "../frame-words.ts";
import { approvalsWords } from "./words.ts";

export type ApprovalsModel = {
  title: string;
  backLabel: string;
  heading: string;
  lead: string;
  labels: ApprovalLabels;
  rows: ApprovalRow[];
  emptyText: string;
};

export type ApprovalLabels = {
  email: string;
  countsAs: string;
  approved: string;
  state: string;
  actions: string;
  revoke: string;
};

export type ApprovalRow = {
  id: string;
  email: string;
  contact: string;
  approved: string;
  state: { text: string; isTrouble: boolean };
  /** Null for whoever may not change anything, and for what is revoked. */
  revoke: { target: FormTarget; about: string } | null;
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
  const say = approvalsWords(input.locale);
  const inForce = input.aliases.filter(({ revokedAt }) => revokedAt === null).length;
  return {
    title: say("title"),
    backLabel: say("all_people"),
    heading: say("heading", { count: inForce }),
    lead: say("lead"),
    labels: {
      email: say("email"),
      countsAs: say("counts_as"),
      approved: say("approved"),
      state: say("state"),
      actions: frameWords(input.locale)("row_actions"),
      revoke: say("revoke"),
    },
    rows: input.aliases.map((alias) => presentRow(alias, input)),
    emptyText: say("none"),
  };
}

function presentRow(alias: AliasRow, input: ApprovalsInput): ApprovalRow {
  const { id, email, contactName, contactEmail, createdBy, createdAt, revokedAt } = alias;
  const say = approvalsWords(input.locale);
  const target = { action: `${DIAGNOSE_PATH}/revoke`, fields: { email, next: APPROVALS_PATH } };
  return {
    id,
    email,
    contact: `${contactName}, ${contactEmail}`,
    approved: say("approved_by", { age: formatAge(createdAt, input.now, input.locale), who: createdBy }),
    state: presentState(alias, input),
    revoke: revokedAt === null && input.canChange ? { target, about: say("revoke_about", { email }) } : null,
  };
}

function presentState(alias: AliasRow, { isStanding, now, locale }: ApprovalsInput): ApprovalRow["state"] {
  const { contactEmail, revokedAt, revokedBy } = alias;
  const say = approvalsWords(locale);
  if (revokedAt) {
    const told = { age: formatAge(revokedAt, now, locale), who: revokedBy ?? say("somebody") };
    return { text: say("revoked_by", told), isTrouble: false };
  }
  const isBroken = isStanding !== null && !isStanding(alias);
  return isBroken
    ? { text: say("broken", { email: contactEmail }), isTrouble: true }
    : { text: say("in_force"), isTrouble: false };
}
