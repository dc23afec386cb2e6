import type { Decision } from "../../access/decision.ts";
import { sendRecordedMail } from "../../commands/send-recorded-mail.ts";
import { inFirmWrite } from "../../data/database.ts";
import { insertAudit } from "../../data/queries/audit.ts";
import { readBranding } from "../../data/queries/branding.ts";
import { findBrandingImage } from "../../data/queries/images.ts";
import { readPortalLocale } from "../../data/queries/portal-locale.ts";
import { findPortalAt } from "../../data/queries/portals.ts";
import type { Email } from "../../domain/email.ts";
import { languageSettingAt } from "../../domain/portal-language.ts";
import { addressFor } from "../../identity/link-tag.ts";
import { localeOfSetting } from "../../lib/locale.ts";
import type { nowOpenMail } from "../../mail/access-mail.ts";
import { mailLook } from "../../mail/mail-look.ts";
import type { MailResult } from "../../mail/mailer.ts";
import { type AtWork, doerOf } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";

type Telling = { email: Email; decision: Decision; write: typeof nowOpenMail<Email> };

/** Mails somebody whom the PSA confirms right now the address of the portal that is theirs. */
export async function sendAccessMail(
  services: OfficeServices,
  work: AtWork,
  { email, decision, write }: Telling,
): Promise<MailResult> {
  const { firm } = work;
  const slug = decision.portal.currentSlug ?? "";
  const address = `${await services.linkOrigin(firm)}/${slug}`;
  const { branding, logo, setting } = await inFirmWrite(services.db, firm.id, async (tx) => {
    await insertAudit(tx, doerOf(work), "mail.access_open", { email });
    const branding = await readBranding(tx);
    const logo = branding.logo && (await findBrandingImage(tx, branding.logo.id));
    const portal = await findPortalAt(tx, slug);
    const setting = languageSettingAt(portal?.ownLanguage ?? null, await readPortalLocale(tx));
    return { branding, logo, setting };
  });
  return sendRecordedMail(
    services,
    { firmId: firm.id, kind: "access_open" },
    write({
      to: email,
      firmName: firm.name,
      contactEmail: firm.contactEmail,
      look: await mailLook(branding, logo),
      locale: localeOfSetting(setting),
      address: addressFor(address, services.linkKey, { firmId: firm.id, email }),
    }),
  );
}
