// What lately happened with one person, newest first: mails, sign-ins, visits, our own questions. Pure.

import type { PersonRecords } from "../../data/queries/people.ts";
import type { AccessMail } from "../../data/queries/requests.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { eventWords } from "./event-words.ts";
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

/** What is kept of a person, the newest first: refusals, visits and mails. */
export function presentEvents({ stops, visits, mails }: PersonRecords, told: Told): EventModel[] {
  const events = [
    ...[...stops, ...visits].map((row, index) => ({ at: row.at, event: decisionEvent(row, index, told) })),
    ...mails.map((row) => ({ at: row.queuedAt, event: mailEvent(row, told) })),
  ];
  return events.sort((one, other) => other.at.getTime() - one.at.getTime()).map(({ event }) => event);
}

/** What became of the newest mail to the person. */
export type NewestMail = { lead: string; when: MomentModel; result: string; detail: string | null };

/** Null where no mail to them is kept. */
export function presentNewestMail({ mails: [newest] }: Pick<PersonRecords, "mails">, told: Told): NewestMail | null {
  if (!newest) return null;
  const { when, result, detail } = mailEvent(newest, told);
  return { lead: eventWords(told.locale)(`newest_${newest.kind}`), when, result: result.text, detail };
}

/** That the person was told where their portal is, and what became of it. */
export function accessMailText({ at, state }: AccessMail, { now, locale }: Told): string {
  const when = formatMoment(at, now, locale).text;
  const isTaken = state === "accepted" || state === "queued";
  return eventWords(locale)(isTaken ? "were_mailed" : "mail_not_taken", { when });
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
  const { asked, outcome, reference } = body;
  const say = eventWords(told.locale);
  const yes = source === "sign_in" ? "signed_in" : "got_in";
  const no = source === "sign_in" ? "stopped" : "refused";
  const door = asked.includes("://") ? asked : `/${asked}`;
  return {
    key: `${source} ${at.toISOString()} ${index}`,
    when: formatMoment(at, told.now, told.locale),
    what: asked === "" ? say(source) : say("at_door", { what: say(source), door }),
    result: {
      text: say(({ granted: yes, refused: no, unavailable: "not_told" } as const)[outcome]),
      isTrouble: outcome !== "granted",
    },
    detail: storedReason(body, told.locale),
    reference: reference === null ? null : { text: reference, href: referencePath(reference) },
  };
}

function mailEvent(
  { id, kind, state, words, queuedAt, settledAt }: PersonRecords["mails"][number],
  { now, locale }: Told,
): EventModel {
  const say = eventWords(locale);
  const settled = settledAt && settledAt > queuedAt ? `, ${formatMoment(settledAt, now, locale).text}` : "";
  return {
    key: id,
    when: formatMoment(queuedAt, now, locale),
    what: say(`mail_${kind}`),
    result: { text: `${say(`mail_${state}`)}${settled}`, isTrouble: state === "refused" || state === "failed" },
    detail: words ? say("quoted", { words }) : null,
    reference: null,
  };
}
