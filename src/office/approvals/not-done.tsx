// What the firm reads when something of this folder could not be done: why, in one sentence, and the way back.
import type { AliasApproved } from "../../commands/approve-alias.ts";
import type { AppContext } from "../../http/env.ts";
import type { AtWork } from "../enter.tsx";
import { noticePage } from "../notice-page.tsx";
import type { OfficeServices } from "../services.ts";
import type { NotApprovable } from "./load.ts";

export type WhyNot =
  | NotApprovable
  | Extract<AliasApproved, { kind: "other_in_force" }>
  | { kind: "no_way_in"; summary: string }
  | { kind: "mail_failed"; words: string };

export function notDonePage(
  c: AppContext,
  { assets }: OfficeServices,
  { frame }: AtWork,
  { why, back }: { why: WhyNot; back: string },
): Response | Promise<Response> {
  const status = why.kind === "no_answer" || why.kind === "mail_failed" ? 503 : 422;
  const actions = [{ label: "Go back", href: back }];
  return noticePage(c, { assets, frame, status }, { ...wordsFor(why), actions });
}

function wordsFor(why: WhyNot): { heading: string; text: string } {
  const notApproved = "Nothing was approved";
  switch (why.kind) {
    case "not_an_email":
      return { heading: "That is no email", text: "Go back and choose the person again." };
    case "no_answer":
      return {
        heading: notApproved,
        text: "The PSA does not answer right now, so it cannot be checked. Try again in a minute.",
      };
    case "own_email":
      return {
        heading: notApproved,
        text: "By now a contact in the PSA carries this very email, so there is nothing to approve. Check again what stops them.",
      };
    case "contact_changed":
      return {
        heading: notApproved,
        text: "That contact no longer carries that email in the PSA. Check again who is near.",
      };
    case "archived":
      return {
        heading: notApproved,
        text: `${why.contactName} is archived in the PSA. Restore the contact there first, if they should get in.`,
      };
    case "other_in_force":
      return {
        heading: notApproved,
        text: `This email is approved already, for ${why.contactName}. Revoke that first, under Approved addresses.`,
      };
    case "no_way_in":
      return { heading: "No mail was sent", text: `${why.summary} Mend that first.` };
    case "mail_failed":
      return { heading: "The mail was not taken", text: `The mail server said: “${why.words}”` };
  }
}
