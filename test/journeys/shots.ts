// Pictures of every page for people to look at: `npm run shots` puts them into shots/, with one sheet that shows all.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { arrange, type Card, drawSheet } from "./contact-sheet.ts";
import { variants } from "./reader.ts";

const folder = fileURLToPath(new URL("../../shots", import.meta.url));

export type Album = {
  /** The whole page as it stands there, which is one of its variants. */
  take: (page: Page, name: string, label: string) => Promise<void>;
  /** One sheet with everything that was taken, as a picture and as a page whose thumbnails lead to the whole ones. */
  finish(): Promise<void>;
};

/** Begins anew: what was in the folder is gone. */
export async function openAlbum(): Promise<Album> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names = new Set<string>();
  return {
    take: async (page, name, label) => {
      await page.screenshot({ path: join(folder, fileName(name, label)), fullPage: true });
      names.add(name);
    },
    finish: async () => {
      const sorted = [...names].toSorted();
      const page = join(folder, "index.html");
      const picture = join(folder, "index.png");
      await writeFile(page, contactSheet(sorted));
      await drawSheet(arrange(await Promise.all(sorted.map(cardOf))), picture);
      process.stdout.write(`${names.size * variants.length} pictures, all together in ${picture} and ${page}\n`);
    },
  };
}

function fileName(name: string, label: string): string {
  return `${name}.${label}.png`;
}

async function cardOf(name: string): Promise<Card> {
  const shots = variants.map(async ({ label }) => {
    const file = join(folder, fileName(name, label));
    const { width, height } = await sharp(file).metadata();
    return { label, file, width, height };
  });
  return { name, shots: await Promise.all(shots) };
}

function contactSheet(names: string[]): string {
  const pictures = (name: string) =>
    variants
      .map(({ label, viewport }) => {
        const file = fileName(name, label);
        return `<a href="${file}"><img src="${file}" alt="${name}, ${label}" width="${Math.round(viewport.width * 0.36)}"></a>`;
      })
      .join("");
  const rows = names.map((name) => `<section><h2>${name}</h2><div>${pictures(name)}</div></section>`);
  const style = `body{font:14px sans-serif;margin:24px;background:#888}h2{margin:24px 0 8px}div{display:flex;gap:16px;align-items:start}a{max-height:420px;overflow:hidden;display:block}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>ProLens, every page</title><style>${style}</style>${rows.join("\n")}</html>\n`;
}
