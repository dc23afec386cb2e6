import { createFirm } from "../commands/create-firm.ts";
import { parseEmail } from "../domain/email.ts";
import { isSlug } from "../domain/slug.ts";
import { portalOrigin } from "../tenancy/place.ts";
import { type Answer, WrongUse } from "./answer.ts";
import type { CommandContext } from "./context.ts";

/** A firm and its first admin. */
export async function firmCreate(
  context: CommandContext,
  options: { slug: string; name: string; admin: string },
): Promise<Answer> {
  const { slug } = options;
  const name = options.name.trim();
  const admin = parseEmail(options.admin);
  if (!isSlug(slug))
    throw new WrongUse(`"${slug}" cannot be part of an address: lower-case letters, digits and hyphens`);
  if (name === "" || name.length > 120) throw new WrongUse("--name must be between 1 and 120 characters");
  if (!admin) throw new WrongUse(`"${options.admin}" is no email address`);
  const firm = await createFirm(context.db, { slug, name, admin, now: context.now });
  if (!firm) throw new WrongUse(`a firm with the slug "${slug}" exists already`);
  const { officeUrl } = context.config;
  return {
    json: { firm: { slug, name }, admin, office: officeUrl.href, portals: portalOrigin(slug, context.config) },
    lines: [
      `${name} is set up.`,
      `${admin} signs in at ${officeUrl.href}`,
      `Client portals will stand below ${portalOrigin(slug, context.config)}`,
    ],
  };
}
