import { sensitiveAtAny } from "../access/newly-exposed.ts";
import { createPortals } from "../commands/create-portals.ts";
import { rotateAddress } from "../commands/rotate-address.ts";
import { setPortalState } from "../commands/set-portal-state.ts";
import { inFirmRead } from "../data/database.ts";
import { readContentSettings } from "../data/queries/content-settings.ts";
import { listPortals } from "../data/queries/portals.ts";
import type { Company } from "../domain/contact.ts";
import { type Firm, isTemplate, type Portal, type PortalState, templates } from "../domain/firm.ts";
import { isPortalSlug } from "../domain/slug.ts";
import { LOCALE } from "../lib/locale.ts";
import { namedFields } from "../office/visibility/named-fields.ts";
import { readWholeDirectory } from "../psa/read-directory.ts";
import { listRegister, registerRow } from "../tenancy/register.ts";
import { type Answer, columns, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, doerOf, gatewayOf, linkOriginOf, requireFirm } from "./context.ts";

export type PortalTarget = { firm: string; company?: string; portal?: string };

/** Every client company of the PSA with its portal address; companies without a portal say so. */
export async function portalList(context: CommandContext, options: { firm: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const portals = await inFirmRead(context.db, firm.id, listPortals);
  const companies = await readCompanies(context, firm);
  const listed = listRegister(await linkOriginOf(context, firm), portals, companies);
  const table = columns([
    ["COMPANY", "STATE", "TEMPLATE", "ADDRESS"],
    ...listed.map((row) => [row.company.name, row.state, row.template ?? "–", row.address ?? "–"]),
  ]);
  if (companies !== null) return { json: { portals: listed }, lines: table };
  const warning = "The PSA does not answer: companies that have no portal yet are missing here.";
  return { json: { portals: listed }, lines: [...table, "", warning], exitCode: exitCodes.cannotTell };
}

/** Makes portals: for one company, or for every active company that has none. */
export async function portalCreate(
  context: CommandContext,
  options: { firm: string; company?: string; slug?: string; template?: string },
): Promise<Answer> {
  const { slug, company: companyId, template = null } = options;
  if (slug !== undefined && !isPortalSlug(slug))
    throw new WrongUse(
      `"${slug}" cannot be an address: lower-case letters, digits and hyphens, and no word such as login or portal`,
    );
  if (slug !== undefined && companyId === undefined) throw new WrongUse("--slug needs --company");
  if (template !== null && !isTemplate(template))
    throw new WrongUse(`"${template}" is no template; one of ${templates.join(", ")}`);
  const firm = await requireFirm(context, options.firm);
  const all = await readCompanies(context, firm);
  if (all === null)
    return {
      json: { created: [] },
      lines: ["The PSA does not answer; nothing was made."],
      exitCode: exitCodes.cannotTell,
    };
  const companies = all.filter(({ id, isArchived }) => (companyId === undefined ? !isArchived : id === companyId));
  if (companyId !== undefined && companies.length === 0) throw new WrongUse(`the PSA has no company "${companyId}"`);
  const wishes = companies.map((company) => ({ company, template, ...(slug !== undefined && { slug }) }));
  const result = await createPortals(context.db, doerOf(context, firm), wishes);
  if (result.kind === "slug_taken")
    throw new WrongUse(`the address "${result.slug}" is in use, or was; choose another`);
  const origin = await linkOriginOf(context, firm);
  const created = result.portals.map((portal) => registerRow(origin, portal));
  const shows = await showsOf(context, firm, result.portals);
  const made = created.map((row) => `${row.company.name}: ${row.address}`);
  return {
    json: { created, shows },
    lines: created.length === 0 ? ["Nothing to make."] : [...made, ...(shows ? ["", shows] : [])],
  };
}

/** What these portals show of what many agreements keep from clients; null: nothing of that. */
async function showsOf({ db }: CommandContext, firm: Firm, portals: readonly Portal[]): Promise<string | null> {
  const fields = sensitiveAtAny(await inFirmRead(db, firm.id, readContentSettings), portals);
  if (fields.length === 0) return null;
  return `Whoever gets in there sees ${namedFields(fields, LOCALE)}, which many agreements keep from clients.`;
}

/** Gives a portal a new address; the one so far leads on. */
export async function portalRotate(
  context: CommandContext,
  options: PortalTarget & { slug?: string },
): Promise<Answer> {
  const { slug } = options;
  if (slug !== undefined && !isPortalSlug(slug))
    throw new WrongUse(
      `"${slug}" cannot be an address: lower-case letters, digits and hyphens, and no word such as login or portal`,
    );
  const { firm, portal } = await requirePortal(context, options);
  const result = await rotateAddress(context.db, doerOf(context, firm), portal.id, slug);
  if (result.kind !== "rotated")
    throw new WrongUse(`the address "${slug}" is in use by another portal, or was; choose another`);
  const row = registerRow(await linkOriginOf(context, firm), result.portal);
  return { json: row, lines: [`${row.company.name}: ${row.address}`, `/${portal.slug} leads on to it.`] };
}

/** Pauses or resumes a portal. */
export async function portalState(context: CommandContext, options: PortalTarget, state: PortalState): Promise<Answer> {
  const { firm, portal } = await requirePortal(context, options);
  await setPortalState(context.db, doerOf(context, firm), portal.id, state);
  const row = registerRow(await linkOriginOf(context, firm), { ...portal, state });
  return { json: row, lines: [`${row.company.name}: ${state}`] };
}

async function requirePortal(context: CommandContext, { firm: firmSlug, company, portal: slug }: PortalTarget) {
  if (company === undefined && slug === undefined) throw new WrongUse("say which portal: --portal P or --company ID");
  const firm = await requireFirm(context, firmSlug);
  const portals = await inFirmRead(context.db, firm.id, listPortals);
  const portal = portals.find((one) => (slug === undefined ? one.companyId === company : one.slug === slug));
  if (!portal) throw new WrongUse("there is no such portal; `prolens portal list` shows all");
  return { firm, portal };
}

async function readCompanies(context: CommandContext, firm: Firm): Promise<Company[] | null> {
  const reading = await readWholeDirectory(await gatewayOf(context, firm));
  return "kind" in reading ? null : reading.value.companies;
}
