import type { Link } from "../../ui/frame.ts";
import type { OfficeNotice } from "../notice-page.tsx";

/**
 * For somebody at the office who is in no team: their portals, or whom to ask when none is known. A reference is of one firm:
 * with several, none is shown, for nobody could tell to whom it is to be read.
 */
export function presentNoTeam(email: string, portals: Link[], references: (string | null)[]): OfficeNotice {
  const actions = [...portals, { label: "Use another email", href: "/sign-in" }];
  const [first = null, ...others] = references;
  if (portals.length === 0) {
    return {
      heading: "This email is in no firm’s team",
      text: `${email} is not in the team of a firm here. Ask an admin of your firm to add it. If you are a client, open the portal address that the firm sent you.`,
      actions,
    };
  }
  return {
    heading: "Your projects have their own address",
    text: `This is the office of the firm’s own team, and ${email} is a client’s email. Open your projects below and keep that address. You prove your email there once more.`,
    actions,
    reference: others.length === 0 ? first : null,
  };
}
