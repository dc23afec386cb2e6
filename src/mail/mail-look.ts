import type { Branding } from "../domain/branding.ts";
import type { Picture } from "../domain/picture.ts";
import { encodeMailedLogo } from "../pictures/encode-mailed-logo.ts";

/** How a firm's mails to its clients look, how they greet, and where they say that help is. */
export type MailLook = Pick<Branding, "accent" | "welcome" | "supportEmail" | "supportPhone"> & {
  /** As it is carried along, with the width and height of its pixels. */
  logo: { id: string; picture: Picture } | null;
};

/** Out of the firm's branding and its kept logo; a logo that no mail can carry is left out. */
export async function mailLook(branding: Branding, keptLogo: Picture | null): Promise<MailLook> {
  const { accent, welcome, supportEmail, supportPhone } = branding;
  const picture = keptLogo && (await encodeMailedLogo(keptLogo));
  const logo = branding.logo && picture ? { id: branding.logo.id, picture } : null;
  return { accent, welcome, supportEmail, supportPhone, logo };
}
