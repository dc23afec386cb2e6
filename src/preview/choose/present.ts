import type { Contact } from "../../domain/contact.ts";
import { PORTALS_PATH } from "../../office/frame.ts";
import { frameWords } from "../../office/frame-words.ts";
import { presentListed } from "../../office/present-listed.ts";
import { choosePreviewPath } from "../../office/preview-paths.ts";
import type { FieldModel } from "../../ui/components/field.tsx";
import type { FormTarget, Link } from "../../ui/frame.ts";
import type { ChooseLoad } from "./load.ts";
import { chooseWords } from "./words.ts";

export type ChooseModel = {
  heading: string;
  lead: string;
  back: Link;
  asContact: { heading: string; label: string; columns: { contact: string; email: string }; actionsLabel: string };
  people: { key: string; name: string; email: string; note: string | null; target: FormTarget; about: string }[];
  seeLabel: string;
  /** In place of people; null when there are some. */
  noneText: string | null;
  /** How old the list is; null where it is as it is now. */
  listedText: string | null;
  toCome: { heading: string; text: string; label: string; target: FormTarget };
  other: { heading: string; action: string; field: FieldModel };
};

/** The field of a form that says that nobody in particular is meant. */
export const TO_COME = "to-come";

type Shown = {
  /** What was typed and is no email. */
  refused: string | null;
  now: Date;
  locale: string;
};

/** As whom the portal can be looked at. */
export function presentChoose({ portal, contacts, listed }: ChooseLoad, { refused, now, locale }: Shown): ChooseModel {
  const say = chooseWords(locale);
  const action = choosePreviewPath(portal.id);
  const people = listPeople(contacts ?? [], action, locale);
  return {
    heading: say("heading", { company: portal.companyName }),
    lead: say("lead"),
    back: { label: say("back"), href: PORTALS_PATH },
    asContact: {
      heading: say("as_contact"),
      label: say("contacts"),
      columns: { contact: say("contact"), email: say("email") },
      actionsLabel: frameWords(locale)("row_actions"),
    },
    people,
    seeLabel: say("see"),
    listedText: contacts === null ? null : presentListed(listed, { now, locale }),
    noneText: people.length > 0 ? null : say(contacts === null ? "trouble" : "none"),
    toCome: {
      heading: say("to_come"),
      text: say("to_come_text"),
      label: say("to_come_look"),
      target: { action, fields: { as: TO_COME } },
    },
    other: {
      heading: say("by_email"),
      action,
      field: {
        name: "email",
        label: say("other"),
        hint: say("other_hint"),
        problem: refused === null ? null : say("other_problem"),
        value: refused ?? "",
      },
    },
  };
}

function listPeople(contacts: Contact[], action: string, locale: string): ChooseModel["people"] {
  const say = chooseWords(locale);
  const people = contacts.flatMap(({ id, name, emails, isArchived }) =>
    emails.map((email) => ({
      key: `${id} ${email}`,
      name,
      email,
      note: isArchived ? say("archived") : null,
      target: { action, fields: { email } },
      about: say("see_about", { name, email }),
    })),
  );
  return people.sort(
    (one, other) => one.name.localeCompare(other.name, locale) || one.email.localeCompare(other.email, locale),
  );
}
