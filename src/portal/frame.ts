import type { Firm } from "../domain/firm.ts";
import type { AppContext } from "../http/env.ts";
import { invariant } from "../lib/invariant.ts";
import type { Link, PortalFrame } from "../ui/frame.ts";
import { LOCALE } from "../ui/locale.ts";

/** The firm of this host. */
export function firmOf(c: AppContext): Firm {
  invariant(c.env.firm, "the portals' pages are mounted on a firm's host only");
  return c.env.firm;
}

type Framed = { firm: Firm; email: string | null; companyName: string | null; path: string };

/** What stands around a page. Whom to ask is shown once an email is proved. */
export function portalFrame({ firm, email, companyName, path }: Framed): PortalFrame {
  const signOut = (next: string) => ({ action: "/sign-out", fields: { next } });
  const homePath = `/${path.split("/")[1] ?? ""}`;
  return {
    lang: LOCALE,
    firmName: firm.name,
    companyName,
    homeHref: homePath,
    signedIn: email === null ? null : { email, switchAction: signOut(path), signOutAction: signOut("/") },
    contact: email === null ? null : { label: `Write to ${firm.name}`, href: `mailto:${firm.contactEmail}` },
  };
}

/** Asks the firm's own person, with everything they need to help already in the mail. */
export function askFirm(firm: Firm, asked: { email: string; place: string; reference: string | null }): Link {
  const subject = `I cannot see my projects${asked.reference ? ` (${asked.reference})` : ""}`;
  const lines = [
    `I am signed in as ${asked.email} at ${asked.place}.`,
    asked.reference ? `Reference: ${asked.reference}` : "",
  ];
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.filter(Boolean).join("\n"))}`;
  return { label: `Ask ${firm.name}`, href: `mailto:${firm.contactEmail}?${query}` };
}
