import { type Branding, DEFAULT_ACCENT, type PictureNamed, phoneLink } from "../domain/branding.ts";
import { pictureEndings } from "../domain/picture.ts";
import type { Look } from "../ui/frame.ts";
import { brandStylesPath } from "./brand-styles.ts";

/** Where a firm's pictures stand at its portals. */
const PICTURES_PATH = "/images";

/** What a page needs of a firm's branding. `picturesPath`: below which its pictures stand on this host. */
export function lookOf(branding: Branding, picturesPath = PICTURES_PATH): Look {
  const { logo, favicon, accent, supportEmail, supportPhone } = branding;
  const addressOf = ({ id, type }: PictureNamed) => `${picturesPath}/${id}.${pictureEndings[type]}`;
  return {
    // The sheet's own accent has shades that were drawn for it.
    styles: accent === null || accent === DEFAULT_ACCENT ? null : brandStylesPath(accent),
    icon: favicon && { href: addressOf(favicon), type: favicon.type },
    logo: logo && { src: addressOf(logo), width: logo.width, height: logo.height },
    support: [
      ...(supportEmail ? [{ label: supportEmail, href: `mailto:${supportEmail}` }] : []),
      ...(supportPhone ? [{ label: supportPhone, href: phoneLink(supportPhone) }] : []),
    ],
  };
}
