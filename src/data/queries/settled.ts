import { asc, isNull } from "drizzle-orm";
import type { Alias, ContactLimit } from "../../access/facts.ts";
import type { Email } from "../../domain/email.ts";
import type { PortalId } from "../../domain/ids.ts";
import { blocksOf, type TemplateBlocks } from "../../domain/template.ts";
import type { VisibilitySwitches } from "../../domain/visibility.ts";
import type { Tx } from "../database.ts";
import { contactLimit, emailAlias } from "../schema/rescue-tables.ts";
import { teamUser, visibilitySwitch } from "../schema/tables.ts";
import { readTemplateShapes } from "./template-shapes.ts";
import { withDefaults } from "./visibility.ts";

/** What the firm has settled on its own side about anybody, at all its portals. */
export type Settled = {
  aliases: Alias[];
  limits: (ContactLimit & { portalId: PortalId })[];
  switches: VisibilitySwitches;
  /** What each template shows. */
  templates: TemplateBlocks;
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
  const touched = await tx.select({ name: visibilitySwitch.name, isOn: visibilitySwitch.isOn }).from(visibilitySwitch);
  const templates = blocksOf(await readTemplateShapes(tx));
  const team = await tx.select({ email: teamUser.email }).from(teamUser);
  const teamEmails = new Set(team.map(({ email }) => email));
  return { aliases, limits, switches: withDefaults(touched), templates, teamEmails };
}
