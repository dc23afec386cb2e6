import { type AskedKind, explainAsked } from "../../access/explain/visitor-asked.ts";
import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { Firm } from "../../domain/firm.ts";
import type { NoticeModel } from "../../ui/components/notice.tsx";
import { formatPlainDay } from "../../ui/format/day.ts";
import { askFirm } from "../frame.ts";

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
  const day = formatPlainDay(calendarDateOf(askedAt), calendarDateOf(now), locale);
  const { heading, text, status } = explainAsked(kind, { firm: firm.name, day });
  const reference = input.reference === "" ? null : input.reference;
  const model: NoticeModel = {
    heading,
    paragraphs: [text],
    signedInAs: email,
    actions: [{ label: "Load my page again", href: next }],
    contact: askFirm(firm, { email, place: `${host}${next}`, reference }),
    reference,
  };
  return { model, status };
}
