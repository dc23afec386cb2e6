import { removeTeamUser } from "../commands/remove-team-user.ts";
import { setTeamUser } from "../commands/set-team-user.ts";
import { inFirmRead } from "../data/database.ts";
import { listTeam } from "../data/queries/team.ts";
import { type TeamRole, teamRoles } from "../data/schema/tables.ts";
import { type Email, parseEmail } from "../domain/email.ts";
import { type Answer, columns, WrongUse } from "./answer.ts";
import { type CommandContext, doerOf, requireFirm } from "./context.ts";

/** Everybody who signs in at the firm's office, with their role. */
export async function teamList(context: CommandContext, options: { firm: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const rows = await inFirmRead(context.db, firm.id, listTeam);
  const team = rows.map(({ email, role, createdAt }) => ({ email, role, addedAt: createdAt.toISOString() }));
  const table = columns([
    ["EMAIL", "ROLE", "ADDED"],
    ...team.map(({ email, role, addedAt }) => [email, role, addedAt.slice(0, 10)]),
  ]);
  return { json: { team }, lines: table };
}

/** Takes somebody into the team, or gives them another role. */
export async function teamAdd(
  context: CommandContext,
  options: { firm: string; email: string; role: string },
): Promise<Answer> {
  const email = requireEmail(options.email);
  const role = requireRole(options.role);
  const firm = await requireFirm(context, options.firm);
  const change = await setTeamUser(context.db, doerOf(context, firm), { email, role });
  if (change === "only_admin") throw onlyAdmin(email);
  const lines = [`${email}: ${role}${change === "same" ? " already" : ""}`];
  if (change === "added") lines.push(`They sign in at ${context.config.officeUrl.href}`);
  return { json: { email, role, change }, lines };
}

/** Takes somebody out of the team; their sessions end at once. */
export async function teamRemove(context: CommandContext, options: { firm: string; email: string }): Promise<Answer> {
  const email = requireEmail(options.email);
  const firm = await requireFirm(context, options.firm);
  const end = await removeTeamUser(context.db, doerOf(context, firm), email);
  if (end === "none") throw new WrongUse(`${email} is not in the team; \`prolens team list\` shows all`);
  if (end === "only_admin") throw onlyAdmin(email);
  const isContact = email === firm.contactEmail;
  const contact = `Clients still write to ${email}. Another address for their questions: Settings → Team.`;
  return { json: { email, isContact }, lines: [`${email}: removed`, ...(isContact ? [contact] : [])] };
}

function requireEmail(typed: string): Email {
  const email = parseEmail(typed);
  if (!email) throw new WrongUse(`"${typed}" is no email address`);
  return email;
}

function requireRole(typed: string): TeamRole {
  const role = teamRoles.find((one) => one === typed);
  if (!role) throw new WrongUse(`"${typed}" is no role; one of ${teamRoles.join(", ")}`);
  return role;
}

function onlyAdmin(email: Email): WrongUse {
  return new WrongUse(`${email} is the only admin; make somebody else an admin first`);
}
