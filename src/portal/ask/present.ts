import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { Firm } from "../../domain/firm.ts";
import type { NoticeModel } from "../../ui/components/notice.tsx";
import { formatPlainDay } from "../../ui/format/day.ts";
import { askFirm } from "../frame.ts";
import { askWords } from "./words.ts";

export type AskedKind = "told" | "already" | "too_often";

type AskedInput = {
  kind: AskedKind;
  firm: Firm;
  email: string;
  /** When the firm was asked, and the reference of the page that they asked on; empty without one. */
  askedAt: Date;
  reference: string;
  next: string;
  host: string;
  now: Date;
  locale: string;
};

/** The page after the button: what was done, what happens next, whom to write to. */
export function presentAsked(input: AskedInput): { model: NoticeModel; status: 200 | 429 } {
  const { kind, firm, email, askedAt, next, host, now, locale } = input;
  const say = askWords(locale);
  const values = { firm: firm.name, day: formatPlainDay(calendarDateOf(askedAt), calendarDateOf(now), locale) };
  const reference = input.reference === "" ? null : input.reference;
  const model: NoticeModel = {
    heading: say(kind, values),
    paragraphs: [say(`${kind}_text`, values)],
    signedInAs: { lead: say("signed_in_as"), email },
    actions: [{ label: say("load_again"), href: next }],
    contact: askFirm(firm, { email, place: `${host}${next}`, reference, locale }),
    reference: reference === null ? null : { label: say("reference"), code: reference },
  };
  return { model, status: kind === "too_often" ? 429 : 200 };
}
