import type { OfficeFrame } from "../ui/frame.ts";
import { LOCALE } from "../ui/locale.ts";

export const PORTALS_PATH = "/settings/client-portals";
export const DIAGNOSE_PATH = `${PORTALS_PATH}/diagnose`;
export const APPROVALS_PATH = `${DIAGNOSE_PATH}/approvals`;
export const REQUESTS_PATH = `${PORTALS_PATH}/requests`;
export const PREFLIGHT_PATH = `${PORTALS_PATH}/preflight`;
export const WATCH_PATH = `${PORTALS_PATH}/watch`;
export const VISIBILITY_PATH = "/settings/data-visibility";
export const API_KEYS_PATH = "/settings/api-keys";
export const FIRMS_PATH = "/firms";

/** What stands around a page for nobody in particular. */
export function openFrame(title: string): OfficeFrame {
  return { lang: LOCALE, firmName: title, nav: [], signedIn: null };
}

type Framed = { firmName: string; email: string; path: string; hasSeveralFirms: boolean };

/** What stands around a page for a member of the team. */
export function officeFrame({ firmName, email, path, hasSeveralFirms }: Framed): OfficeFrame {
  const signOut = { action: "/sign-out", fields: {} };
  const link = (label: string, href: string) => ({ label, href, isCurrent: path === href });
  const settings = [
    link("Settings → Client Portals", PORTALS_PATH),
    link("Data Visibility", VISIBILITY_PATH),
    link("API keys", API_KEYS_PATH),
  ];
  return {
    lang: LOCALE,
    firmName,
    nav: hasSeveralFirms ? [...settings, link("Change firm", FIRMS_PATH)] : settings,
    signedIn: { email, switchAction: signOut, signOutAction: signOut },
  };
}
