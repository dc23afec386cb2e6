import type { Branding } from "../domain/branding.ts";
import type { Firm } from "../domain/firm.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { AppContext } from "../http/env.ts";
import { lookOf } from "../http/look-of.ts";
import { invariant } from "../lib/invariant.ts";
import type { Link, PortalFrame } from "../ui/frame.ts";
import { LOCALE } from "../ui/locale.ts";
import type { OwnPortal } from "./own-portals.ts";

/** The list of somebody's portals, also when one of them opens at once. */
export const CHOOSER_PATH = "/?choose=1";

/** The firm of this host. */
export function firmOf(c: AppContext): Firm {
  invariant(c.env.firm, "the portals' pages are mounted on a firm's host only");
  return c.env.firm;
}

/** Where this firm's portals stand for whoever is here: at the built-in host, or at one of the firm's own. */
export function originOf(c: AppContext): string {
  invariant(c.env.origin, "the portals' pages are mounted on a firm's host only");
  return c.env.origin;
}

type Framed = {
  firm: Firm;
  branding: Branding;
  email: string | null;
  companyName: string | null;
  path: string;
  /** The person's portals, and which company's they are at; null where there is nothing to switch. */
  switchable?: { portals: OwnPortal[]; current: CompanyId | null } | null;
  /** Where the firm's own team works; null for everybody else. */
  officeUrl?: URL | null;
};

/** So many other companies stand at the head of a page; whoever is of more finds them on a page of their own. */
const OTHERS_SHOWN_MAX = 3;

/** What stands around a page. Whom to ask is shown once an email is proved. */
export function portalFrame({ firm, branding, email, companyName, path, switchable, officeUrl }: Framed): PortalFrame {
  const signOut = (next: string) => ({ action: "/sign-out", fields: { next } });
  const homePath = `/${path.split("/")[1] ?? ""}`;
  return {
    lang: LOCALE,
    firmName: firm.name,
    companyName,
    companies: switchable ? companyLinks(switchable) : [],
    office: officeUrl ? { label: "Your firm’s office", href: officeUrl.href } : null,
    homeHref: homePath,
    signedIn: email === null ? null : { email, switchAction: signOut(path), signOutAction: signOut("/") },
    contact: email === null ? null : { label: `Write to ${firm.name}`, href: `mailto:${firm.contactEmail}` },
    look: lookOf(branding),
  };
}

/** The way to the other companies. Whoever is of one only has none. */
function companyLinks({ portals, current }: NonNullable<Framed["switchable"]>): PortalFrame["companies"] {
  const others = portals.filter(({ companyId }) => companyId !== current);
  if (others.length === 0) return [];
  const shown = others.slice(0, OTHERS_SHOWN_MAX).map(({ name, href }) => ({ label: name, href }));
  return [...shown, { label: "All your companies", href: CHOOSER_PATH }];
}

/** Asks the firm's own person, with everything they need to help already in the mail. */
export function askFirm(firm: Firm, asked: { email: string; place: string; reference: string | null }): Link {
  const subject = `I cannot see my projects${asked.reference ? ` (${asked.reference})` : ""}`;
  const lines = [
    `I am signed in as ${asked.email} at ${asked.place}.`,
    asked.reference ? `Reference: ${asked.reference}` : "",
  ];
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.filter(Boolean).join("\n"))}`;
  return { label: `Write to ${firm.name}`, href: `mailto:${firm.contactEmail}?${query}` };
}
