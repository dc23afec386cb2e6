import { type TeamRole, teamRoles } from "../../data/schema/tables.ts";
import type { Email } from "../../domain/email.ts";
import type { FieldModel } from "../../ui/components/field.tsx";
import { formatAge } from "../../ui/format/age.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { TEAM_PATH } from "../frame.ts";
import { frameWords } from "../frame-words.ts";
import { teamWords } from "./words.ts";

type Person = { id: string; email: Email; role: TeamRole; createdAt: Date; lastSignedInAt: Date | null };

/** What could not be done, with what was typed. */
export type Refused =
  | { what: "email"; why: "no_email" | "in_team"; typed: string; role: TeamRole | null }
  | { what: "role"; typed: string }
  | { what: "contact"; typed: string }
  | { what: "person"; why: "only_admin" | "meanwhile"; email: Email };

export type TeamModel = {
  heading: string;
  lead: string;
  /** Why what was asked for did not happen; null when nothing was refused, or the field says it. */
  problem: string | null;
  tableLabel: string;
  columns: Record<"who" | "role" | "since" | "signedIn", string>;
  actionsLabel: string;
  rows: PersonRow[];
  roles: { heading: string; list: { role: string; may: string }[] };
  /** Null for whoever may only look; then `onlyLooks` says so. */
  add: { heading: string; action: string; field: FieldModel; role: RoleField; submit: string } | null;
  contact: { heading: string; text: string; form: { action: string; field: FieldModel; submit: string } | null };
  onlyLooks: string | null;
};

export type PersonRow = {
  id: string;
  email: string;
  role: string;
  since: string;
  signedIn: string;
  actions: { label: string; about: string; target: FormTarget }[];
  /** Why there is nothing to do. */
  note: string | null;
};

type RoleField = {
  label: string;
  problem: string | null;
  options: { value: TeamRole; label: string; isChosen: boolean }[];
};

export type TeamInput = {
  team: Person[];
  contactEmail: string;
  canChange: boolean;
  refused: Refused | null;
  now: Date;
  locale: string;
};

/** Who signs in at the office, as what, and to whom clients write. */
export function presentTeam(input: TeamInput): TeamModel {
  const { team, canChange, refused, locale } = input;
  const say = teamWords(locale);
  return {
    heading: say("heading", { count: team.length }),
    lead: say("lead"),
    problem: refused?.what === "person" ? say(refused.why, { email: refused.email }) : null,
    tableLabel: say("team"),
    columns: { who: say("col_who"), role: say("col_role"), since: say("col_since"), signedIn: say("col_signed_in") },
    actionsLabel: frameWords(locale)("row_actions"),
    rows: team.map((person) => presentPerson(person, input)),
    roles: {
      heading: say("roles"),
      // Each may what the one before it may, and more.
      list: teamRoles.toReversed().map((role) => ({ role: say(role), may: say(`${role}_may`) })),
    },
    add: canChange ? presentAdd(refused, locale) : null,
    contact: presentContact(input),
    onlyLooks: canChange ? null : say("only_looks"),
  };
}

function presentPerson(person: Person, { team, canChange, now, locale }: TeamInput): PersonRow {
  const { id, email, role, createdAt, lastSignedInAt } = person;
  const say = teamWords(locale);
  const isLastAdmin = role === "admin" && team.filter((one) => one.role === "admin").length === 1;
  const others = teamRoles.filter((one) => one !== role);
  const changes = others.map((to) => ({
    label: say(`make_${to}`),
    about: email,
    target: { action: `${TEAM_PATH}/${id}/role`, fields: { role: to, before: role } },
  }));
  const remove = { label: say("remove"), about: email, target: { action: `${TEAM_PATH}/${id}/remove`, fields: {} } };
  return {
    id,
    email,
    role: say(role),
    since: formatAge(createdAt, now, locale),
    signedIn: lastSignedInAt ? formatAge(lastSignedInAt, now, locale) : say("not_known"),
    actions: canChange && !isLastAdmin ? [...changes, remove] : [],
    note: canChange && isLastAdmin ? say("last_admin") : null,
  };
}

function presentAdd(refused: Refused | null, locale: string): TeamModel["add"] {
  const say = teamWords(locale);
  const typed = refused?.what === "email" ? refused : null;
  const kept = refused?.what === "role" ? refused : typed;
  const chosen = typed?.role ?? "member";
  return {
    heading: say("add"),
    action: TEAM_PATH,
    field: {
      name: "email",
      label: say("email"),
      hint: say("email_hint"),
      problem: typed && say(typed.why, { email: typed.typed }),
      value: kept?.typed ?? "",
    },
    role: {
      label: say("col_role"),
      problem: refused?.what === "role" ? say("no_role") : null,
      options: teamRoles.map((value) => ({ value, label: say(value), isChosen: value === chosen })),
    },
    submit: say("add_submit"),
  };
}

function presentContact({ contactEmail, canChange, refused, locale }: TeamInput): TeamModel["contact"] {
  const say = teamWords(locale);
  const typed = refused?.what === "contact" ? refused.typed : null;
  return {
    heading: say("contact"),
    text: say("contact_text", { email: contactEmail }),
    form: canChange
      ? {
          action: `${TEAM_PATH}/contact`,
          field: contactField(typed, locale),
          submit: say("contact_submit"),
        }
      : null,
  };
}

/** `typed`: what cannot be an address; null when nothing was typed yet. */
function contactField(typed: string | null, locale: string): FieldModel {
  const say = teamWords(locale);
  const problem = typed === null ? null : say("no_email");
  return { name: "contact", label: say("contact_email"), hint: null, problem, value: typed ?? "" };
}

export type LeavingModel = {
  heading: string;
  text: string;
  action: string;
  field: FieldModel;
  submit: string;
  back: Link;
};

/** The question that comes before the one to whom clients write is taken out of the team. */
export function presentLeaving({ id, email, typed, locale }: Pick<Person, "id" | "email"> & Typed): LeavingModel {
  const say = teamWords(locale);
  return {
    heading: say("leaving"),
    text: say("leaving_text", { email }),
    action: `${TEAM_PATH}/${id}/remove`,
    field: contactField(typed, locale),
    submit: say("leaving_submit", { email }),
    back: { label: say("leaving_back"), href: TEAM_PATH },
  };
}

type Typed = { typed: string | null; locale: string };
