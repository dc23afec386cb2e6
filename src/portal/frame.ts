import type { Branding } from "../domain/branding.ts";
import type { Firm } from "../domain/firm.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { AppContext } from "../http/env.ts";
import { lookOf } from "../http/look-of.ts";
import { invariant } from "../lib/invariant.ts";
import type { Link, PortalFrame } from "../ui/frame.ts";
import type { OwnPortal } from "./own-portals.ts";
import { frameWords } from "./words.ts";

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
  locale: string;
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
export function portalFrame(framed: Framed): PortalFrame {
  const { firm, branding, locale, email, companyName, path, switchable, officeUrl } = framed;
  const say = frameWords(locale);
  const homePath = `/${path.split("/")[1] ?? ""}`;
  return {
    lang: locale,
    skipLabel: say("skip"),
    firmName: firm.name,
    companyName,
    companies: switchable ? companyLinks(switchable, say("all_companies")) : [],
    companiesLabel: say("other_companies"),
    office: officeUrl ? { label: say("office"), href: officeUrl.href } : null,
    homeHref: homePath,
    signedIn: email === null ? null : signedInAs(email, path, say),
    // A support email stands beside it and leads to the same place.
    contact:
      email === null || branding.supportEmail
        ? null
        : {
            label: say("write_to", { firm: firm.name }),
            href: `mailto:${firm.contactEmail}`,
            email: firm.contactEmail,
          },
    look: lookOf(branding),
  };
}

function signedInAs(email: string, path: string, say: ReturnType<typeof frameWords>): PortalFrame["signedIn"] {
  const signOut = (next: string) => ({ action: "/sign-out", fields: { next } });
  return {
    lead: say("signed_in_as"),
    email,
    switchAction: signOut(path),
    switchLabel: say("switch_email"),
    signOutAction: signOut("/"),
    signOutLabel: say("sign_out"),
  };
}

/** The way to the other companies. Whoever is of one only has none. */
function companyLinks(
  { portals, current }: NonNullable<Framed["switchable"]>,
  allLabel: string,
): PortalFrame["companies"] {
  const others = portals.filter(({ companyId }) => companyId !== current);
  if (others.length === 0) return [];
  const shown = others.slice(0, OTHERS_SHOWN_MAX).map(({ name, href }) => ({ label: name, href }));
  return [...shown, { label: allLabel, href: CHOOSER_PATH }];
}

type AskedOfFirm = { email: string; place: string; reference: string | null; locale: string };

/** Asks the firm's own person, with everything they need to help already in the mail. */
export function askFirm(firm: Firm, { email, place, reference, locale }: AskedOfFirm): Link {
  const say = frameWords(locale);
  const subject = reference ? say("subject_reference", { reference }) : say("subject");
  const lines = [say("body", { email, place }), ...(reference ? [say("body_reference", { reference })] : [])];
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join("\n"))}`;
  return { label: say("write_to", { firm: firm.name }), href: `mailto:${firm.contactEmail}?${query}` };
}
