const RESERVED = new Set([
  "assets",
  "sign-in",
  "sign-out",
  "healthz",
  "readyz",
  "metrics",
  "api",
  "favicon.ico",
  "robots.txt",
]);
const LENGTH_MAX = 48;
/** Leaves room for the number of a second one of the same name. */
const SHORT_MAX = 40;
const LEGAL_FORMS = /-(?:inc|corp|corporation|co|company|ltd|limited|llc|llp|plc|pllc|pc|gmbh|ag|sa|sl|bv)$/;
const SHAPE = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** Whether a text can stand in an address: lower-case letters, digits and inner hyphens, and no path of our own. */
export function isSlug(text: string): boolean {
  return text.length <= LENGTH_MAX && SHAPE.test(text) && !RESERVED.has(text);
}

/**
 * An address-ready form of a company's name that is not in `taken`: "Béton & Söhne, Inc." → "beton-sohne".
 * A name without a usable letter becomes "client"; a taken one gets the next free number.
 */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss")
    .replace(/ø/gi, "o")
    .replace(/æ/gi, "ae")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .replace(LEGAL_FORMS, "");
  const short = shorten(plain);
  const base = isSlug(short) ? short : "client";
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Cut between words where there is a hyphen to cut at. */
function shorten(slug: string): string {
  if (slug.length <= SHORT_MAX) return slug;
  const end = slug.lastIndexOf("-", SHORT_MAX);
  return slug.slice(0, end > 0 ? end : SHORT_MAX);
}
