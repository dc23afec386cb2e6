// What lately happened with one person, newest first: mails, sign-ins, visits, our own questions. Pure.

import type { PersonRecords } from "../../data/queries/people.ts";
import type { AccessMail } from "../../data/queries/requests.ts";
import type { MailKind, MailState } from "../../data/schema/rescue-tables.ts";
import type { DecisionSource } from "../../data/schema/tables.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { referencePath } from "./paths.ts";
import { storedReason, type Told } from "./present-steps.ts";

export type EventModel = {
  key: string;
  when: MomentModel;
  what: string;
  result: { text: string; isTrouble: boolean };
  detail: string | null;
  reference: { text: string; href: string } | null;
};

const sourceWords: Record<DecisionSource, string> = {
  visit: "Visit",
  sign_in: "Sign-in attempt",
  diagnose: "Checked by your firm",
};

const mailWords: Record<MailKind, string> = {
  code: "Mail with a code",
  access_open: "Mail with their portal’s address",
  access_request: "Mail about a request for help",
  drift: "Mail about lost access",
};

const stateWords: Record<MailState, { text: string; isTrouble: boolean }> = {
  queued: { text: "Queued; not handed over yet", isTrouble: false },
  accepted: { text: "Accepted by the mail server", isTrouble: false },
  refused: { text: "Refused", isTrouble: true },
  failed: { text: "Not taken by our mail server", isTrouble: true },
};

export function presentEvents({ stops, visits, mails }: PersonRecords, told: Told): EventModel[] {
  const events = [
    ...[...stops, ...visits].map((row, index) => ({ at: row.at, event: decisionEvent(row, index, told) })),
    ...mails.map((row) => ({ at: row.queuedAt, event: mailEvent(row, told) })),
  ];
  return events.sort((one, other) => other.at.getTime() - one.at.getTime()).map(({ event }) => event);
}

/** The newest mail to the person: what became of the one that was just sent. */
export function presentNewestMail({ mails: [newest] }: Pick<PersonRecords, "mails">, told: Told): EventModel | null {
  return newest ? mailEvent(newest, told) : null;
}

/** That the person was told where their portal is, and what became of it. */
export function accessMailText({ at, state }: AccessMail, { now, locale }: Told): string {
  const when = formatMoment(at, now, locale).text;
  const isTaken = state === "accepted" || state === "queued";
  return isTaken ? `They were mailed their address ${when}.` : `The mail with their address was not taken, ${when}.`;
}

/** A day: after that it is history, and stands there. */
const TOLD_LATELY_MS = 24 * 60 * 60 * 1000;

/** The answer to "Send them their address", as long as it is news. */
export function presentLateAccessMail({ mails }: Pick<PersonRecords, "mails">, told: Told): string | null {
  const mail = mails.find(({ kind }) => kind === "access_open");
  const isLate = mail && told.now.getTime() - mail.queuedAt.getTime() < TOLD_LATELY_MS;
  return isLate ? accessMailText({ at: mail.queuedAt, state: mail.state }, told) : null;
}

function decisionEvent({ at, source, body }: PersonRecords["stops"][number], index: number, told: Told): EventModel {
  const { outcome, reference } = body;
  const yes = source === "sign_in" ? "Signed in" : "Got in";
  const no = source === "sign_in" ? "Stopped" : "Refused";
  return {
    key: `${source} ${at.toISOString()} ${index}`,
    when: formatMoment(at, told.now, told.locale),
    what: `${sourceWords[source]}${doorWords(body.asked)}`,
    result: {
      text: { granted: yes, refused: no, unavailable: "Could not be told" }[outcome],
      isTrouble: outcome !== "granted",
    },
    detail: storedReason(body),
    reference: reference === null ? null : { text: reference, href: referencePath(reference) },
  };
}

function doorWords(asked: string): string {
  if (asked === "") return "";
  return asked.includes("://") ? ` at ${asked}` : ` at /${asked}`;
}

function mailEvent(
  { id, kind, state, words, queuedAt, settledAt }: PersonRecords["mails"][number],
  told: Told,
): EventModel {
  const settled = settledAt && settledAt > queuedAt ? `, ${formatMoment(settledAt, told.now, told.locale).text}` : "";
  const { text, isTrouble } = stateWords[state];
  return {
    key: id,
    when: formatMoment(queuedAt, told.now, told.locale),
    what: mailWords[kind],
    result: { text: `${text}${settled}`, isTrouble },
    detail: words ? `“${words}”` : null,
    reference: null,
  };
}
