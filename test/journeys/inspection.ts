// What stands in people's browsers on a tour, inspected in every language, at every width, light and dark, while they go on.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { vi } from "vitest";
import type { Language } from "../../src/lib/locale.ts";
import { englishOn, otherLanguages } from "../support/english.ts";
import { askAgain, type Cookies, noteRequests } from "./ask-again.ts";
import { openContext, patience } from "./browsing.ts";
import { openReader, type Reader, type Reading } from "./reader.ts";
import type { Stage } from "./stage.ts";

const locales: Record<Language, string> = { en: "en-GB", de: "de-DE", es: "es-ES" };

/** A page as it was sent to somebody, in the languages in which it was. */
type Taken = { name: string; cookies: Cookies; texts: [language: Language, html: string][] };

export type Inspection = {
  /** A browser of one more person, in English unless it is said. */
  open: (language?: Language) => Promise<BrowserContext>;
  /** Takes down what stands there, in every language, or as it is when it comes `onlyOnce`, and lets the person go on. */
  look: (page: Page, name: string, onlyOnce?: { language: Language }) => Promise<void>;
  /** What is wrong with all that was taken down, once it is inspected. */
  finish: () => Promise<string[]>;
};

/**
 * `open`: a browser of one more person. `look`: called at each page once it stands there, with a name for it; a page that comes
 * once and not when it is asked for again is looked at in one language.
 */
export type Tour = { stage: Stage } & Pick<Inspection, "open" | "look">;

/** `take`: takes the place of the inspection, for pages in English alone: called for each variant of one while it stands there. */
export async function openInspection(
  browser: Browser,
  stage: Stage,
  take?: (page: Page, name: string, label: string) => Promise<void>,
): Promise<Inspection> {
  const requests = noteRequests();
  const context = await openContext(browser);
  const places = {
    office: { read: await openReader(context, `${stage.office}/sign-in`), isDone: Promise.resolve() },
    portals: { read: await openReader(context, `${stage.portals}/sign-in`), isDone: Promise.resolve() },
  };
  const faults: string[] = [];
  const inspect = async (read: Reader, { name, cookies, texts }: Taken) => {
    await context.addCookies(cookies);
    let first: Reading | null = null;
    for (const [language, html] of texts) {
      const reading: Reading = await read(
        { html, open: first?.open },
        take && ((page, label) => take(page, name, label)),
      );
      const foreign = language === "en" ? [] : leftIn(html, language);
      const found = [...(first ? otherPage(first.shape, reading.shape) : []), ...foreign];
      faults.push(...[...reading.faults, ...found].map((fault) => `${name}, ${language}, ${fault}`));
      first ??= reading;
    }
  };
  return {
    open: async (language = "en") => {
      const opened = await openContext(browser, { locale: locales[language] });
      requests.follow(opened);
      return opened;
    },
    look: async (page, name, onlyOnce) => {
      if (take && onlyOnce && onlyOnce.language !== "en") return;
      const sent = requests.of(page);
      const cookies = await page.context().cookies(sent.url());
      const ask = (language: Language) => askAgain(sent, cookies, locales[language]);
      const texts: Taken["texts"] = [[onlyOnce?.language ?? "en", await page.content()]];
      for (const language of take || onlyOnce ? [] : otherLanguages) texts.push([language, await ask(language)]);
      await untilAlike(texts, ask);
      const place = places[sent.url().startsWith(stage.office) ? "office" : "portals"];
      place.isDone = place.isDone.then(() => inspect(place.read, { name, cookies, texts }));
      // Its pictures are there for as long as the page is.
      if (texts.some(([, html]) => html.includes("<img"))) await place.isDone;
    },
    finish: async () => {
      await Promise.all([places.office.isDone, places.portals.isDone]);
      return faults;
    },
  };
}

/**
 * Where the PSA is slower than a page waits, a list is as it was last read until it is read anew. One language may meet it before that
 * and the next one after it: then those that did are asked for again.
 */
async function untilAlike(texts: Taken["texts"], ask: (language: Language) => Promise<string>): Promise<void> {
  await vi.waitFor(async () => {
    const early = texts.filter(([, html]) => html.includes('class="being-read"'));
    if (early.length === 0 || early.length === texts.length) return;
    for (const text of early) text[1] = await ask(text[0]);
    throw new Error("everybody is being read anew");
  }, patience);
}

/** The same page has the same kinds of elements in every language, if not as many: a list can grow by being asked for. */
function otherPage(english: string[], other: string[]): string[] {
  const [lost, more] = [
    english.filter((kind) => !other.includes(kind)),
    other.filter((kind) => !english.includes(kind)),
  ];
  return lost.length + more.length === 0 ? [] : [`is another page: without ${lost.join()}, but with ${more.join()}`];
}

/** What the sample's people have written, and what the mails said that wait in the mailbox, stays in its language. */
const written = ["Project manager", "project manager", "for review", "Thank you."];
const mails = /<ol class="mails">.*<\/ol>/s;

function leftIn(html: string, language: Exclude<Language, "en">): string[] {
  const lang = /<html lang="([^"]*)"/.exec(html)?.[1];
  const wrong = lang === locales[language] ? [] : [`says that it is in ${lang}`];
  const left = englishOn({ text: html.replace(mails, "") }, language).filter((piece) => !written.includes(piece));
  return [...wrong, ...left.map((piece) => `holds English: ${piece}`)];
}
