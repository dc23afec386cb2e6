// Letters as people without those keys write them: Ibáñez is Ibanez, Groß is Gross, Müller is Muller and also Mueller.

const written: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const umlauts: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

/** Plain letters, digits and separators, without accents. Folding twice changes nothing more. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return plainLetters(lower(text));
}

/** Every way in which the text may be written without accents; the first one is `fold`. */
export function foldings(text: string): string[] {
  if (isPlain(text)) return [text.toLowerCase()];
  const german = plainLetters(lower(text).replace(/[äöüøå]/g, (letter) => umlauts[letter] ?? letter));
  return [...new Set([fold(text), german])];
}

/** Whether two texts can be the same word, one of them written without accents. */
export function isSameWord(one: string, other: string): boolean {
  const others = foldings(other);
  return foldings(one).some((word) => others.includes(word));
}

/** Most names and nearly all mailboxes: nothing to fold, which saves nearly all of the time. */
function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Lower case twice over: some capitals become a letter with a mark, which then stands apart. */
function lower(text: string): string {
  return text.normalize("NFC").toLowerCase().normalize("NFC");
}

/** Marks go first: a letter of the table may stand below one, or come out of a letter that only looks different. */
function plainLetters(text: string): string {
  const unmarked = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return unmarked.replace(/[ßøæœłđðþı]/g, (letter) => written[letter] ?? letter);
}
