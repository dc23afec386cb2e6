const RESERVED = new Set([
  "assets",
  "sign-in",
  "sign-out",
  "ask",
  "images",
  "healthz",
  "readyz",
  "metrics",
  "api",
  "favicon.ico",
  "robots.txt",
]);
/** What people type when they do not know a portal's name. Where no portal stands there, it leads to the start. */
const GUESSED = new Set(
  [
    "login log-in signin sign-on signon logon register welcome start home index index.html index.htm main my me",
    "portal portals client clients client-portal client-portals customer customers dashboard office",
    "project projects account accounts app",
  ].flatMap((line) => line.split(" ")),
);
const LENGTH_MAX = 48;
/** Leaves room for the number of a second one of the same name. */
const SHORT_MAX = 40;
const LEGAL_FORMS = /-(?:inc|corp|corporation|co|company|ltd|limited|llc|llp|plc|pllc|pc|gmbh|ag|sa|sl|bv)$/;
const SHAPE = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** Whether a text can stand in an address: lower-case letters, digits and inner hyphens, and no path of our own. */
export function isSlug(text: string): boolean {
  return text.length <= LENGTH_MAX && SHAPE.test(text) && !RESERVED.has(text);
}

/** Whether a text is a path that people guess, in small letters. */
export function isGuessedPath(text: string): boolean {
  return GUESSED.has(text);
}

/** Whether a portal can be given this slug: one that people guess would open one client's portal to many who want another's. */
export function isPortalSlug(text: string): boolean {
  return isSlug(text) && !isGuessedPath(text);
}

/**
 * An address-ready form of a company's name that is not in `taken`: "Béton & Söhne, Inc." → "beton-sohne".
 * A name without a usable letter becomes "company"; one that is taken or no portal's to have gets the next free number.
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
  const base = SHAPE.test(short) && short !== "" ? short : "company";
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (isPortalSlug(slug) && !taken.has(slug)) return slug;
  }
}

/** Cut between words where there is a hyphen to cut at. */
function shorten(slug: string): string {
  if (slug.length <= SHORT_MAX) return slug;
  const end = slug.lastIndexOf("-", SHORT_MAX);
  return slug.slice(0, end > 0 ? end : SHORT_MAX);
}
