import type { ClosedKind } from "../../access/explain/visitor.ts";
import type { Firm } from "../../domain/firm.ts";
import type { NoticeAction, NoticeModel } from "../../ui/components/notice.tsx";
import { askFirm } from "../frame.ts";
import { explainForVisitor } from "./explain.ts";
import { closedWords } from "./words.ts";

export type ClosedInput = {
  kind: Exclude<ClosedKind, "sign_in">;
  firm: Firm;
  email: string;
  companyName: string | null;
  /** Portals of this firm that are this person's own. */
  portals: { name: string; href: string }[];
  reference: string | null;
  path: string;
  /** The portal's first page, for whoever may read that it is there. */
  homeHref: string;
  /** Where the firm's own team works; null for everybody else. */
  officeUrl: URL | null;
  /** Host and path, as the visitor can read them to somebody. */
  place: string;
  locale: string;
};

/** The page instead of the one that was asked for: what happened, what to do now, whom to ask. */
export function presentClosed(input: ClosedInput): { model: NoticeModel; status: 200 | 403 | 404 | 503 } {
  const { kind, firm, email, companyName, reference, place, locale } = input;
  const say = closedWords(locale);
  const names = { firm: firm.name, email, company: companyName };
  const { heading, text, status } = explainForVisitor(kind, names, locale);
  const isAboutEmail = kind === "no_projects" || kind === "elsewhere" || kind === "link_of_other";
  const model: NoticeModel = {
    heading,
    paragraphs: [text],
    signedInAs: isAboutEmail ? { lead: say("signed_in_as"), email } : null,
    actions: actionsFor(input),
    contact: askFirm(firm, { email, place, reference, locale }),
    reference: reference === null ? null : { label: say("reference"), code: reference },
  };
  return { model, status };
}

function actionsFor(input: ClosedInput): NoticeAction[] {
  const { kind, path, homeHref, portals, officeUrl, firm, reference, locale } = input;
  const say = closedWords(locale);
  const ask = {
    label: say("ask", { firm: firm.name }),
    formAction: { action: "/ask", fields: { reference: reference ?? "", next: path } },
  };
  const switchEmail = { label: say("switch_email"), formAction: { action: "/sign-out", fields: { next: path } } };
  const own = portals.map(({ name, href }) => ({ label: say("open", { name }), href }));
  switch (kind) {
    case "cannot_tell":
      return [{ label: say("try_again"), href: path }, ask];
    case "no_such_project":
      return [{ label: say("see_all"), href: homeHref }];
    case "elsewhere":
      return [...own, switchEmail, ask];
    case "team":
      return [...(officeUrl ? [{ label: say("open_office"), href: officeUrl.href }] : []), switchEmail];
    case "link_of_other":
      return [switchEmail, ...own];
    case "no_projects":
      return [switchEmail, ask];
    case "not_open":
    case "paused":
    case "no_projects_yet":
    case "nothing_shown":
      return [ask];
  }
}

/**
 * INVARIANT: only a member of the company may read its name, and they read it on these pages; everybody else gets a page that
 * depends on them alone.
 */
export function isForMembers(kind: ClosedKind): boolean {
  return ["paused", "no_projects_yet", "nothing_shown", "no_such_project"].includes(kind);
}
