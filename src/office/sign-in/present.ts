import type { Link } from "../../ui/frame.ts";
import type { OfficeNotice } from "../notice-page.tsx";
import { officeDoorWords } from "./words.ts";

type NoTeam = {
  email: string;
  /** The firms at whose portals they have business, and where those are. */
  firms: { firmName: string; href: string; reference: string | null }[];
  locale: string;
};

/**
 * For somebody at the office who is in no team: their portals, or whom to ask when none is known. A reference is of one firm:
 * with several, none is shown, for nobody could tell to whom it is to be read.
 */
export function presentNoTeam({ email, firms, locale }: NoTeam): OfficeNotice {
  const say = officeDoorWords(locale);
  const portals = firms.map(({ firmName, href }): Link => ({ label: say("open_projects", { firm: firmName }), href }));
  const actions = [...portals, { label: say("other_email"), href: "/sign-in" }];
  const [first, ...others] = firms;
  if (!first) return { heading: say("no_team"), text: say("no_team_text", { email }), actions };
  return {
    heading: say("elsewhere"),
    text: say("elsewhere_text", { email }),
    actions,
    reference: others.length === 0 ? first.reference : null,
  };
}
