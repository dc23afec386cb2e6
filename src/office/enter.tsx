// The way in that every page of the office takes: a signed-in member of the team, in the firm of their session.
import { inFirmRead } from "../data/database.ts";
import type { Doer } from "../data/queries/audit.ts";
import { hasGotIn } from "../data/queries/decisions.ts";
import { readFirm, unscopedListFirmsOfAccountEmail, unscopedListFirmsOfTeamEmail } from "../data/queries/firms.ts";
import { countOpenRequests } from "../data/queries/requests.ts";
import type { TeamRole } from "../data/schema/tables.ts";
import type { Email } from "../domain/email.ts";
import type { Firm } from "../domain/firm.ts";
import type { AppContext } from "../http/env.ts";
import { browserLocale } from "../http/visitor-locale.ts";
import type { TeamMember } from "../identity/sessions.ts";
import type { Link, OfficeFrame } from "../ui/frame.ts";
import { officeFrame, PORTALS_PATH } from "./frame.ts";
import { frameWords } from "./frame-words.ts";
import { noticePage } from "./notice-page.tsx";
import type { OfficeServices } from "./services.ts";
import { officeSignInPage } from "./sign-in/route.tsx";

/** `firms`: every firm in whose team this email is. `locale`: in which the office speaks to them, by their browser. */
export type AtWork = {
  member: TeamMember;
  firm: Firm;
  firms: Firm[];
  now: Date;
  locale: string;
  frame: OfficeFrame;
};

/** Who does what follows, for the audit. */
export function doerOf({ member, now }: AtWork): Doer {
  return { firmId: member.firmId, actor: member.email, now };
}

const rankOf: Record<TeamRole, number> = { viewer: 0, member: 1, admin: 2 };

/** Lets a team member in who has at least this role; others get the sign-in page, or the words that say who may. */
export async function enterOffice(
  c: AppContext,
  services: OfficeServices,
  needed: TeamRole,
): Promise<AtWork | Response> {
  const member = await services.sessions.find(c);
  if (!member) return officeSignInPage(c, services);
  const { email, role } = member;
  const { firm, openRequests } = await inFirmRead(services.db, member.firmId, async (tx) => ({
    firm: await readFirm(tx),
    openRequests: role === "admin" ? await countOpenRequests(tx) : null,
  }));
  const firms = await unscopedListFirmsOfTeamEmail(services.db, email);
  const locale = browserLocale(c);
  const ownPortals = await listOwnPortals(services, { email, firms, locale });
  const around = { locale, firmName: firm.name, email, path: c.req.path, ownPortals, openRequests };
  const frame = officeFrame({ ...around, hasSeveralFirms: firms.length > 1 });
  if (rankOf[member.role] < rankOf[needed]) return notAllowed(c, services, { frame, needed, locale });
  return { member, firm, firms, now: services.clock.now(), locale, frame };
}

/** Whether this member may change things; others read the words that say what to change. */
export function canChange({ member }: AtWork): boolean {
  return rankOf[member.role] >= rankOf.admin;
}

/** Whether this member may see clients' pages; whoever only looks at settings may not. */
export function canPreview({ member }: AtWork): boolean {
  return rankOf[member.role] >= rankOf.member;
}

/** `firms`: in whose teams they are. */
type OwnPortals = { email: Email; firms: Firm[]; locale: string };

/**
 * Somebody of the team can be a client too. Their PSA is not asked here: where they have been before is enough. At a firm of
 * theirs they must have got in: who only tried a client's address there would be sent back here.
 */
async function listOwnPortals(
  { db, linkOrigin }: OfficeServices,
  { email, firms, locale }: OwnPortals,
): Promise<Link[]> {
  const links: Link[] = [];
  for (const firm of await unscopedListFirmsOfAccountEmail(db, email)) {
    const isOfTeam = firms.some(({ id }) => id === firm.id);
    if (isOfTeam && !(await inFirmRead(db, firm.id, (tx) => hasGotIn(tx, email)))) continue;
    links.push({ label: frameWords(locale)("own_projects", { firm: firm.name }), href: `${await linkOrigin(firm)}/` });
  }
  return links;
}

type NotAllowed = { frame: OfficeFrame; needed: TeamRole; locale: string };

function notAllowed(
  c: AppContext,
  { assets }: OfficeServices,
  { frame, needed, locale }: NotAllowed,
): Response | Promise<Response> {
  const say = frameWords(locale);
  const words = needed === "member" ? "only_members" : "only_admins";
  return noticePage(
    c,
    { assets, frame, status: 403 },
    {
      heading: say(words),
      text: say(`${words}_text`),
      actions: [{ label: say("back"), href: PORTALS_PATH }],
    },
  );
}
