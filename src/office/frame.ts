import type { Link, OfficeFrame } from "../ui/frame.ts";
import { frameWords } from "./frame-words.ts";

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
export const CONNECTIONS_PATH = "/settings/connections";
export const TEAM_PATH = "/settings/team";
export const API_KEYS_PATH = "/settings/api-keys";
export const FIRMS_PATH = "/firms";

/** Only there does the office take pictures; anywhere else a form is small. */
const uploadPaths = new RegExp(`^(${BRANDING_PATH}/(logo|favicon)|${UPDATES_PATH}/[0-9a-f-]{36})$`);

/** Whether a form sent to this path may carry pictures. */
export function takesUploads(path: string): boolean {
  return uploadPaths.test(path);
}

/** The form for an update about this project. */
export function newUpdatePath(projectId: string): string {
  return `${UPDATES_PATH}/new?${new URLSearchParams({ project: projectId })}`;
}

/** The switches of one portal. */
export function portalVisibilityPath(portalId: string): string {
  return `${PORTALS_PATH}/${encodeURIComponent(portalId)}/visibility`;
}

/** What stands around a page for nobody in particular. */
export function openFrame(title: string, locale: string): OfficeFrame {
  return { ...labelsOf(locale), firmName: title, nav: [], ownPortals: [], signedIn: null };
}

function labelsOf(locale: string) {
  const say = frameWords(locale);
  return {
    lang: locale,
    skipLabel: say("skip"),
    navLabel: say("office"),
    menuLabel: say("menu"),
    settingsLabel: say("settings"),
  };
}

type Framed = {
  locale: string;
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
  const { locale, firmName, email, path, hasSeveralFirms, ownPortals, openRequests } = around;
  const say = frameWords(locale);
  const signOut = { action: "/sign-out", fields: {} };
  const left: string[] = [...(openRequests === null ? ["requests"] : []), ...(hasSeveralFirms ? [] : ["change_firm"])];
  const links = settings.filter(({ key }) => !left.includes(key));
  const current = currentOf(links, path);
  return {
    ...labelsOf(locale),
    firmName,
    ownPortals,
    nav: links.map(({ key, href }) => ({
      label: say(key, { open: openRequests ?? 0 }),
      href,
      isCurrent: href === current,
    })),
    signedIn: {
      lead: say("signed_in_as"),
      email,
      switchAction: signOut,
      switchLabel: say("switch_email"),
      signOutAction: signOut,
      signOutLabel: say("sign_out"),
    },
  };
}

/** The pages of Settings → Client Portals, in the order in which an office needs them. */
const settings = [
  { key: "portals", href: PORTALS_PATH },
  { key: "diagnose", href: DIAGNOSE_PATH },
  { key: "requests", href: REQUESTS_PATH },
  { key: "preflight", href: PREFLIGHT_PATH },
  { key: "watch", href: WATCH_PATH },
  { key: "branding", href: BRANDING_PATH },
  { key: "visibility", href: VISIBILITY_PATH },
  { key: "updates", href: UPDATES_PATH },
  { key: "pulse", href: PULSE_PATH },
  { key: "connections", href: CONNECTIONS_PATH },
  { key: "team", href: TEAM_PATH },
  { key: "api_keys", href: API_KEYS_PATH },
  { key: "change_firm", href: FIRMS_PATH },
] as const;

/** The register's path is the beginning of many others: the longest that fits is where one is. */
function currentOf(links: readonly { href: string }[], path: string): string | null {
  const fitting = links.map(({ href }) => href).filter((href) => path === href || path.startsWith(`${href}/`));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? null;
}
