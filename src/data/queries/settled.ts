import { asc, isNull } from "drizzle-orm";
import type { Alias, ContactLimit } from "../../access/facts.ts";
import type { Email } from "../../domain/email.ts";
import type { PortalId } from "../../domain/ids.ts";
import type { TemplateBlocks } from "../../domain/template.ts";
import { blocksOf } from "../../domain/template-shape.ts";
import type { OwnSwitch, TouchedSwitch } from "../../domain/visibility.ts";
import type { Tx } from "../database.ts";
import { contactLimit, emailAlias } from "../schema/rescue-tables.ts";
import { teamUser } from "../schema/tables.ts";
import { readTemplateShapes } from "./template-shapes.ts";
import { listOwnSwitches, listTouched } from "./visibility.ts";

/** What the firm has settled on its own side about anybody, at all its portals. */
export type Settled = {
  aliases: Alias[];
  limits: (ContactLimit & { portalId: PortalId })[];
  /** What each template shows. */
  templates: TemplateBlocks;
  switches: TouchedSwitch[];
  ownSwitches: OwnSwitch[];
  teamEmails: ReadonlySet<Email>;
};

/** The approvals, limits, switches and team of now: for everybody what `readDoor` finds for one. */
export async function readSettled(tx: Tx): Promise<Settled> {
  const aliases = await tx
    .select({ email: emailAlias.email, contactId: emailAlias.contactId, contactEmail: emailAlias.contactEmail })
    .from(emailAlias)
    .where(isNull(emailAlias.revokedAt))
    .orderBy(asc(emailAlias.email));
  const limits = await tx
    .select({
      contactId: contactLimit.contactId,
      portalId: contactLimit.portalId,
      projectIds: contactLimit.projectIds,
    })
    .from(contactLimit)
    .orderBy(asc(contactLimit.contactId));
  const switches = await listTouched(tx);
  const ownSwitches = await listOwnSwitches(tx);
  const templates = blocksOf(await readTemplateShapes(tx));
  const team = await tx.select({ email: teamUser.email }).from(teamUser);
  const teamEmails = new Set(team.map(({ email }) => email));
  return { aliases, limits, switches, ownSwitches, templates, teamEmails };
}
