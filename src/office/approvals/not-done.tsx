// What the firm reads when something of this folder could not be done: why, in one sentence, and the way back.
import type { AliasApproved } from "../../commands/approve-alias.ts";
import type { AppContext } from "../../http/env.ts";
import type { AtWork } from "../enter.tsx";
import { noticePage } from "../notice-page.tsx";
import type { OfficeServices } from "../services.ts";
import type { NotApprovable } from "./load.ts";
import { approvalsWords } from "./words.ts";

export type WhyNot =
  | NotApprovable
  | Extract<AliasApproved, { kind: "other_in_force" }>
  | { kind: "no_way_in"; summary: string }
  | { kind: "mail_failed"; words: string };

/** Nothing was approved or mailed, and why: 503 where it may work later, else 422. `back`: where the person came from. */
export function notDonePage(
  c: AppContext,
  { assets }: OfficeServices,
  { frame, locale }: AtWork,
  { why, back }: { why: WhyNot; back: string },
): Response | Promise<Response> {
  const status = why.kind === "no_answer" || why.kind === "mail_failed" ? 503 : 422;
  const actions = [{ label: approvalsWords(locale)("back"), href: back }];
  return noticePage(c, { assets, frame, status }, { ...wordsFor(why, locale), actions });
}

function wordsFor(why: WhyNot, locale: string): { heading: string; text: string } {
  const say = approvalsWords(locale);
  const notApproved = say("not_approved");
  switch (why.kind) {
    case "not_an_email":
      return { heading: say("no_email"), text: say("no_email_text") };
    case "no_answer":
    case "own_email":
    case "contact_changed":
      return { heading: notApproved, text: say(why.kind) };
    case "archived":
    case "other_in_force":
      return { heading: notApproved, text: say(why.kind, { contact: why.contactName }) };
    case "no_way_in":
      return { heading: say("no_mail"), text: say("no_mail_text", { summary: why.summary }) };
    case "mail_failed":
      return { heading: say("not_taken"), text: say("not_taken_text", { words: why.words }) };
  }
}
