import type { Link, OfficeFrame } from "../ui/frame.ts";
import { LOCALE } from "../ui/locale.ts";

export const PORTALS_PATH = "/settings/client-portals";
export const DIAGNOSE_PATH = `${PORTALS_PATH}/diagnose`;
export const APPROVALS_PATH = `${DIAGNOSE_PATH}/approvals`;
export const REQUESTS_PATH = `${PORTALS_PATH}/requests`;
export const PREFLIGHT_PATH = `${PORTALS_PATH}/preflight`;
export const DEFAULTS_PATH = `${PORTALS_PATH}/defaults`;
export const TEMPLATES_PATH = `${PORTALS_PATH}/templates`;
export const WATCH_PATH = `${PORTALS_PATH}/watch`;
export const BRANDING_PATH = `${PORTALS_PATH}/branding`;
export const UPDATES_PATH = "/updates";
export const VISIBILITY_PATH = "/settings/data-visibility";
export const PULSE_PATH = "/pulse";
export const API_KEYS_PATH = "/settings/api-keys";
export const FIRMS_PATH = "/firms";

/** Only there does the office take pictures; anywhere else a form is small. */
const uploadPaths = new RegExp(`^(${BRANDING_PATH}/(logo|favicon)|${UPDATES_PATH}/[^/]+/photos)$`);

/** Whether a form sent to this path may carry pictures. */
export function takesUploads(path: string): boolean {
  return uploadPaths.test(path);
}

/** The switches of one portal. */
export function portalVisibilityPath(portalId: string): string {
  return `${PORTALS_PATH}/${encodeURIComponent(portalId)}/visibility`;
}

/** What stands around a page for nobody in particular. */
export function openFrame(title: string): OfficeFrame {
  return { lang: LOCALE, firmName: title, nav: [], ownPortals: [], signedIn: null };
}

type Framed = {
  firmName: string;
  email: string;
  path: string;
  hasSeveralFirms: boolean;
  ownPortals: Link[];
  /** How many wait for an answer; null for whoever is not to give one. */
  openRequests: number | null;
};

/** What stands around a page for a member of the team. */
export function officeFrame(around: Framed): OfficeFrame {
  const { firmName, email, path, hasSeveralFirms, ownPortals, openRequests } = around;
  const signOut = { action: "/sign-out", fields: {} };
  const [portals, diagnose, ...others] = settings;
  const requests = openRequests === null ? [] : [requestsLink(openRequests)];
  const links = [portals, diagnose, ...requests, ...others, ...(hasSeveralFirms ? [changeFirm] : [])];
  return {
    lang: LOCALE,
    firmName,
    ownPortals,
    nav: links.map((link) => ({ ...link, isCurrent: path === link.href || isBelow(path, link.href) })),
    signedIn: {
      lead: "Signed in as",
      email,
      switchAction: signOut,
      switchLabel: "Use another email",
      signOutAction: signOut,
      signOutLabel: "Sign out",
    },
  };
}

/** The pages of Settings → Client Portals, in the order in which an office needs them. */
const settings: [Link, Link, ...Link[]] = [
  { label: "Client Portals", href: PORTALS_PATH },
  { label: "Diagnose", href: DIAGNOSE_PATH },
  { label: "Pre-flight", href: PREFLIGHT_PATH },
  { label: "Watch", href: WATCH_PATH },
  { label: "Branding", href: BRANDING_PATH },
  { label: "Data Visibility", href: VISIBILITY_PATH },
  { label: "Updates", href: UPDATES_PATH },
  { label: "Pulse", href: PULSE_PATH },
  { label: "API keys", href: API_KEYS_PATH },
];

function requestsLink(open: number): Link {
  return { label: open === 0 ? "Requests" : `Requests (${open})`, href: REQUESTS_PATH };
}

const changeFirm: Link = { label: "Change firm", href: FIRMS_PATH };

/** The register's path is the beginning of all the others; only its own page is its. */
function isBelow(path: string, href: string): boolean {
  return href !== PORTALS_PATH && path.startsWith(`${href}/`);
}
