import { removeTeamUser } from "../../commands/remove-team-user.ts";
import { setContactEmail } from "../../commands/set-contact-email.ts";
import { setTeamUser } from "../../commands/set-team-user.ts";
import { inFirmRead } from "../../data/database.ts";
import { findTeamUserById, listTeam } from "../../data/queries/team.ts";
import { type TeamRole, teamRoles } from "../../data/schema/tables.ts";
import { parseEmail } from "../../domain/email.ts";
import type { App, AppContext } from "../../http/env.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { TEAM_PATH } from "../frame.ts";
import { idIn } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { presentLeaving, presentTeam, type Refused } from "./present.ts";
import { LeavingPage, TeamPage } from "./view.tsx";

const EMAIL_MAX = 254;

/** Settings → Team: everybody of the team reads who is in it, admins change it. */
export function addTeam(app: App, services: OfficeServices): void {
  app.get(TEAM_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    return work instanceof Response ? work : showTeam(c, services, work, null);
  });
  app.post(TEAM_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    return work instanceof Response ? work : addPerson(c, services, work);
  });
  app.post(`${TEAM_PATH}/contact`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    return work instanceof Response ? work : changeContact(c, services, work);
  });
  app.post(`${TEAM_PATH}/:id/role`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    return work instanceof Response ? work : changeRole(c, services, work);
  });
  app.post(`${TEAM_PATH}/:id/remove`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    return work instanceof Response ? work : removePerson(c, services, work);
  });
}

async function showTeam(c: AppContext, { db, assets }: OfficeServices, work: AtWork, refused: Refused | null) {
  const { firm, now, locale, frame } = work;
  const team = await inFirmRead(db, firm.id, listTeam);
  const { contactEmail } = firm;
  const model = presentTeam({ team, contactEmail, canChange: canChange(work), refused, now, locale });
  return renderPage(c, <TeamPage assets={assets} frame={frame} model={model} />, refused === null ? 200 : 422);
}

async function addPerson(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const { email: typed = "", role: wanted } = await readForm(c);
  const [email, role] = [parseEmail(typed), roleIn(wanted)];
  const kept = { typed: typed.slice(0, EMAIL_MAX), role };
  if (!email) return showTeam(c, services, work, { what: "email", why: "no_email", ...kept });
  if (!role) return showTeam(c, services, work, { what: "role", ...kept });
  const change = await setTeamUser(services.db, doerOf(work), { email, role, before: null });
  if (change !== "added") return showTeam(c, services, work, { what: "email", why: "in_team", ...kept });
  return c.redirect(TEAM_PATH, 303);
}

async function changeContact(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const { contact: typed = "" } = await readForm(c);
  const email = parseEmail(typed);
  if (!email) return showTeam(c, services, work, { what: "contact", typed: typed.slice(0, EMAIL_MAX) });
  await setContactEmail(services.db, doerOf(work), email);
  return c.redirect(TEAM_PATH, 303);
}

async function changeRole(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const { role: wanted, before: seen } = await readForm(c);
  const [role, before] = [roleIn(wanted), roleIn(seen)];
  const person = await findPerson(c, services, work);
  if (!person || !role) return c.redirect(TEAM_PATH, 303);
  const change = await setTeamUser(services.db, doerOf(work), { email: person.email, role, before });
  if (change === "only_admin" || change === "meanwhile")
    return showTeam(c, services, work, { what: "person", why: change, email: person.email });
  return c.redirect(TEAM_PATH, 303);
}

/** Whoever takes away the person to whom clients write is asked for another address first. */
async function removePerson(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const person = await findPerson(c, services, work);
  if (!person) return c.redirect(TEAM_PATH, 303);
  const { contact: typed } = await readForm(c);
  const contact = typed === undefined ? null : parseEmail(typed);
  if (person.email === work.firm.contactEmail && !contact) {
    const model = presentLeaving({ ...person, typed: typed?.slice(0, EMAIL_MAX) ?? null, locale: work.locale });
    const page = <LeavingPage assets={services.assets} frame={work.frame} model={model} />;
    return renderPage(c, page, typed === undefined ? 200 : 422);
  }
  const end = await removeTeamUser(services.db, doerOf(work), person.email, contact);
  if (end === "only_admin") return showTeam(c, services, work, { what: "person", why: end, email: person.email });
  return c.redirect(TEAM_PATH, 303);
}

/** Whoever is in the address; null for an id of nobody, or of another firm's. */
function findPerson(c: AppContext, { db }: OfficeServices, { firm }: AtWork) {
  return inFirmRead(db, firm.id, (tx) => findTeamUserById(tx, idIn(c.req.param("id"))));
}

function roleIn(text: string | undefined): TeamRole | null {
  return teamRoles.find((role) => role === text) ?? null;
}
