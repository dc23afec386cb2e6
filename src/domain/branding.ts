import type { Email } from "./email.ts";
import type { PictureType } from "./picture.ts";

/** A kept picture by its id, without its content. */
export type PictureNamed = { id: string; type: PictureType; width: number; height: number };

/** How a firm looks and speaks at its portals; null wherever the program's own holds. */
export type Branding = {
  logo: PictureNamed | null;
  favicon: PictureNamed | null;
  /** "#0d9488", in small letters. */
  accent: string | null;
  /** Markdown. */
  welcome: string | null;
  supportEmail: Email | null;
  supportPhone: string | null;
};

export const noBranding: Branding = {
  logo: null,
  favicon: null,
  accent: null,
  welcome: null,
  supportEmail: null,
  supportPhone: null,
};

export const brandingItems = ["logo", "favicon", "accent", "welcome", "supportEmail", "supportPhone"] as const;
export type BrandingItem = (typeof brandingItems)[number];

/** The accent of a firm that has chosen none. */
export const DEFAULT_ACCENT = "#0d9488";

/** A colour as designers write it, with three digits or six, with # or without; null when it is none. */
export function parseAccent(text: string): string | null {
  const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const whole = digits.length === 3 ? digits.replace(/./g, (digit) => digit + digit) : digits;
  return `#${whole.toLowerCase()}`;
}

const PHONE_LENGTH_MAX = 40;
const PHONE_SHAPE = /^\+?[\d\s()./-]+(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/i;
const DIGITS_MIN = 5;

/** A phone number as it is to be read, or null when nobody could dial it. */
export function parsePhone(text: string): string | null {
  const phone = text.trim().replace(/\s+/g, " ");
  const digits = phone.replace(/\D/g, "").length;
  return phone.length <= PHONE_LENGTH_MAX && PHONE_SHAPE.test(phone) && digits >= DIGITS_MIN ? phone : null;
}

/** The `tel:` address of a number that `parsePhone` took. An extension is dialled after a pause (RFC 3966 has no way that phones agree on). */
export function phoneLink(phone: string): string {
  const [number = "", extension] = phone.split(/\s*(?:x|ext\.?)\s*/i);
  const digits = number.replace(/[^\d+]/g, "");
  return `tel:${digits}${extension ? `,${extension}` : ""}`;
}
