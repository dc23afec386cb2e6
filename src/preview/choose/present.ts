import { PORTALS_PATH } from "../../office/frame.ts";
import { choosePreviewPath } from "../../office/preview-paths.ts";
import type { FieldModel } from "../../ui/components/field.tsx";
import type { FormTarget, Link } from "../../ui/frame.ts";
import type { ChooseLoad } from "./load.ts";

export type ChooseModel = {
  heading: string;
  lead: string;
  back: Link;
  toCome: { text: string; label: string; target: FormTarget };
  people: { key: string; name: string; email: string; note: string | null; target: FormTarget }[];
  /** In place of people; null when there are some. */
  noneText: string | null;
  other: { action: string; field: FieldModel; label: string };
};

/** The field of a form that says that nobody in particular is meant. */
export const TO_COME = "to-come";

/** As whom the portal can be looked at. `refused`: what was typed and is no email. */
export function presentChoose({ portal, contacts }: ChooseLoad, refused: string | null): ChooseModel {
  const action = choosePreviewPath(portal.id);
  const people = (contacts ?? [])
    .flatMap(({ id, name, emails, isArchived }) =>
      emails.map((email) => ({
        key: `${id} ${email}`,
        name,
        email,
        note: isArchived ? "archived in the PSA" : null,
        target: { action, fields: { email } },
      })),
    )
    .sort((one, other) => one.name.localeCompare(other.name, "en") || one.email.localeCompare(other.email, "en"));
  return {
    heading: `Preview the portal of ${portal.companyName}`,
    lead: "You see the very pages that they would get now, and what is not on them and why. Nothing can be changed there, it ends after 15 minutes, your audit names who looked, and it never counts as a visit.",
    back: { label: "Client portals", href: PORTALS_PATH },
    toCome: {
      text: "Before anybody is invited: what a new contact of this company would see, whom the PSA names on no project.",
      label: "Look as a contact who does not exist yet",
      target: { action, fields: { as: TO_COME } },
    },
    people,
    noneText: people.length > 0 ? null : noneText(contacts === null),
    other: {
      action,
      label: "See what they see",
      field: {
        name: "email",
        label: "As anybody else",
        hint: "Also somebody who does not get in: you see the page that turns them away.",
        problem: refused === null ? null : "This is no email address. Check it for a missing @ or a blank.",
        value: refused ?? "",
      },
    },
  };
}

function noneText(isTrouble: boolean): string {
  if (isTrouble) return "The PSA does not answer, so its contacts cannot be listed. Type an email below.";
  return "The PSA has no contact of this company with an email.";
}
