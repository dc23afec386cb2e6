import type { OfficeFrame } from "../ui/frame.ts";
import { LOCALE } from "../ui/locale.ts";

export const PORTALS_PATH = "/settings/client-portals";

/** What stands around an office page; before signing in there is no firm to name. */
export function officeFrame(firmName: string, email: string | null, path: string): OfficeFrame {
  const signOut = { action: "/sign-out", fields: {} };
  const nav = [{ label: "Settings → Client Portals", href: PORTALS_PATH, isCurrent: path === PORTALS_PATH }];
  return {
    lang: LOCALE,
    firmName,
    nav: email === null ? [] : nav,
    signedIn: email === null ? null : { email, switchAction: signOut, signOutAction: signOut },
  };
}
