// References such as PL-7K3M-9Q: short enough to read out on the phone, and they say nothing to an outsider.
// The alphabet is Crockford's base 32 (no I, L, O, U); the last character checks the others.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Makes PL-7K3M-9Q, the example in every text, a reference that checks. */
const EXAMPLE_OFFSET = 11;
const SHAPE = /^PL-?([0-9A-Z]{4})-?([0-9A-Z]{2})$/;

/** Makes a reference from five numbers of 0–31, which the caller draws at random. */
export function makeReference(digits: readonly [number, number, number, number, number]): string {
  const body = digits.map((digit) => ALPHABET.charAt(digit & 31)).join("");
  return format(body + checkCharacter(body));
}

/**
 * The reference in its one form, or null when the text is none: blanks, small letters, missing hyphens and the usual
 * misreadings (O for 0, I or L for 1) are put right; any other single wrong character or two swapped neighbours is noticed.
 */
export function parseReference(text: string): string | null {
  const cleaned = text
    .toUpperCase()
    .replace(/[\s–—_]+/g, "")
    .replace(/^P[L1I]/, "PL");
  const match = SHAPE.exec(cleaned);
  if (!match) return null;
  const all = `${match[1]}${match[2]}`.replaceAll("O", "0").replace(/[IL]/g, "1");
  if ([...all].some((character) => !ALPHABET.includes(character))) return null;
  return checkCharacter(all.slice(0, 5)) === all.charAt(5) ? format(all) : null;
}

/** Weights are odd, hence invertible modulo 32: one wrong character always shows. */
function checkCharacter(body: string): string {
  const weights = [1, 3, 5, 7, 9];
  const sum = weights.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)), 0);
  return ALPHABET.charAt((sum + EXAMPLE_OFFSET) % 32);
}

function format(all: string): string {
  return `PL-${all.slice(0, 4)}-${all.slice(4)}`;
}
