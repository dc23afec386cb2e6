import { type ClosedKind, explainForVisitor } from "../../access/explain/visitor.ts";
import type { Firm } from "../../domain/firm.ts";
import type { NoticeAction, NoticeModel } from "../../ui/components/notice.tsx";
import { askFirm } from "../frame.ts";

export type ClosedInput = {
  kind: Exclude<ClosedKind, "sign_in">;
  firm: Firm;
  email: string;
  companyName: string | null;
  /** Portals of this firm that are this person's own. */
  portals: { name: string; href: string }[];
  reference: string | null;
  path: string;
  /** Where the firm's own team works; null for everybody else. */
  officeUrl: URL | null;
  /** Host and path, as the visitor can read them to somebody. */
  place: string;
};

/** The page instead of the one that was asked for: what happened, what to do now, whom to ask. */
export function presentClosed(input: ClosedInput): { model: NoticeModel; status: 200 | 403 | 404 | 503 } {
  const { kind, firm, email, companyName, reference, place } = input;
  const { heading, text, status } = explainForVisitor(kind, { firm: firm.name, email, company: companyName });
  const model: NoticeModel = {
    heading,
    paragraphs: [text],
    signedInAs: kind === "no_projects" || kind === "elsewhere" || kind === "link_of_other" ? email : null,
    actions: actionsFor(input),
    contact: askFirm(firm, { email, place, reference }),
    reference,
  };
  return { model, status };
}

function actionsFor(input: ClosedInput): NoticeAction[] {
  const { kind, path, portals, officeUrl, firm, reference } = input;
  const ask = {
    label: `Ask ${firm.name}`,
    formAction: { action: "/ask", fields: { reference: reference ?? "", next: path } },
  };
  const switchEmail = { label: "Use another email", formAction: { action: "/sign-out", fields: { next: path } } };
  const home = `/${path.split(/[/?]/)[1] ?? ""}`;
  switch (kind) {
    case "cannot_tell":
      return [{ label: "Try again", href: path }, ask];
    case "no_such_project":
      return [{ label: "See all projects", href: home }];
    case "elsewhere":
      return [...portals.map(({ name, href }) => ({ label: `Open ${name}`, href })), switchEmail, ask];
    case "team":
      return [...(officeUrl ? [{ label: "Open the office", href: officeUrl.href }] : []), switchEmail];
    case "link_of_other":
      return [switchEmail, ...portals.map(({ name, href }) => ({ label: `Open ${name}`, href }))];
    case "no_projects":
      return [switchEmail, ask];
    case "not_open":
    case "paused":
    case "no_projects_yet":
      return [ask];
  }
}
