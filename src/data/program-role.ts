// The role under which the program works: it owns nothing, bypasses nothing, and holds the rights listed here.
import { createHmac } from "node:crypto";
import pg from "pg";
import type { Login } from "./database.ts";

const readWrite = [
  "firm connection portal portal_address portal_account portal_session team_user team_session portal_proof office_proof",
  "email_alias contact_limit access_request mail_record rescue_code watched_access drift watch_run api_key custom_host visibility_switch",
  "portal_defaults image branding template_shape portal_switch project_update update_version update_photo pulse_answer preview",
  "connection_health",
].join(" ");
const appendOnly = "decision audit";

/** The program's role exists already, with rights that would undo the row policies. */
export class RoleTooPowerful extends Error {}

/**
 * Makes the role (named after the owner, `<owner>_app`) if it is missing and grants it its rights. Runs as the tables' owner.
 * The owner needs to be no superuser, but to have CREATEROLE; the server's own words say so where it has not.
 */
export async function grantProgramRole(owner: pg.Client, password: string | null): Promise<void> {
  const name = programRoleName(await currentUser(owner));
  await createRole(owner, name, password);
  const role = pg.escapeIdentifier(name);
  const listed = (names: string) =>
    names
      .split(" ")
      .map((name) => pg.escapeIdentifier(name))
      .join(", ");
  await owner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
  await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${listed(readWrite)} TO ${role}`);
  await owner.query(`GRANT SELECT, INSERT ON ${listed(appendOnly)} TO ${role}`);
  await owner.query(`GRANT EXECUTE ON FUNCTION prolens_current_firm(), prolens_firm_by_slug(text),
    prolens_firms_of_team_email(text), prolens_firms_of_reference(text), prolens_purge(timestamptz, timestamptz),
    prolens_firm_by_host(text), prolens_firms_of_account_email(text), prolens_few_firms(integer),
    prolens_firms_to_watch(timestamptz), prolens_firms_to_check(timestamptz), prolens_firms_with_credentials(),
    prolens_unwell_connections() TO ${role}`);
}

/**
 * The login for the program beside the owner's: same server and database, the restricted role. Its password derives from
 * the owner's, so that several nodes agree on it and it is stored nowhere. An owner without a password (a trusted socket)
 * gets a role without one: it can log in only where the server trusts it as well.
 */
export function programLogin(owner: Login): Login {
  const parts = loginParts(owner);
  const user = programRoleName(parts.user);
  const password = programPassword(owner) ?? undefined;
  return { ...parts.rest, user, ...(password !== undefined && { password }) } as Login;
}

/** The restricted role's password, derived from the owner's; null where the owner has none. */
export function programPassword(owner: Login): string | null {
  const { user, password } = loginParts(owner);
  return password ? createHmac("sha256", password).update(`prolens program role ${user}`).digest("base64url") : null;
}

function programRoleName(owner: string): string {
  return `${owner}_app`.slice(-63);
}

async function createRole(owner: pg.Client, role: string, password: string | null): Promise<void> {
  const name = pg.escapeLiteral(role);
  const identifier = pg.escapeIdentifier(role);
  await owner.query(`DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${name}) THEN CREATE ROLE ${identifier} LOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  await owner.query(
    `ALTER ROLE ${identifier} LOGIN PASSWORD ${password === null ? "NULL" : pg.escapeLiteral(password)}`,
  );
  const { rows } = await owner.query(
    "SELECT FROM pg_roles WHERE rolname = $1 AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)",
    [role],
  );
  if (rows.length > 0)
    throw new RoleTooPowerful(`the role ${role} may do more than ProLens lets its program do; take it away`);
}

async function currentUser(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
  return rows[0]?.name ?? "";
}

function loginParts(login: Login): { user: string; password: string; rest: Record<string, unknown> } {
  const client = new pg.Client(login);
  const user = client.user ?? "";
  const password = typeof client.password === "string" ? client.password : "";
  return { user, password, rest: { host: client.host, port: client.port, database: client.database, ssl: client.ssl } };
}
