// One picture that shows many pages, each in all of its variants side by side. Where everything stands is worked out first.
import sharp, { type OverlayOptions } from "sharp";

export type Shot = { label: string; file: string; width: number; height: number };

/** One page: its name and its pictures, in the order in which they stand. */
export type Card = { name: string; shots: Shot[] };

export type Box = { left: number; top: number; width: number; height: number };

export type Layout = {
  width: number;
  height: number;
  cards: { name: string; box: Box; shots: { shot: Shot; box: Box }[] }[];
};

/** Words of 16 px are still read at 6. */
const SCALE = 0.4;
/** Of a long page its beginning is shown. */
const HEIGHT_MAX = 480;
const GAP = 16;
const HEAD = 52;
const paper = "#8a8a8a";

/** Puts each card below the others of the column that is shortest so far, so that the sheet is about as high as it is wide. */
export function arrange(cards: Card[]): Layout {
  const sizes = cards.map(sizeOf);
  const cardWidth = Math.max(0, ...sizes.map(({ width }) => width)) + GAP;
  const area = sizes.reduce((total, { height }) => total + (height + GAP) * cardWidth, 0);
  const count = Math.max(1, Math.round(Math.sqrt(area) / Math.max(cardWidth, 1)));
  const columns: number[] = Array.from({ length: count }, () => GAP);
  const placed = cards.map((card, index) => {
    const top = Math.min(...columns);
    const column = columns.indexOf(top);
    const box = { left: GAP + column * cardWidth, top, ...(sizes[index] ?? sizeOf(card)) };
    columns[column] = top + box.height + GAP;
    return { name: card.name, box, shots: placeShots(card, box) };
  });
  return { width: GAP + count * cardWidth, height: Math.max(...columns), cards: placed };
}

function sizeOf({ shots }: Card): { width: number; height: number } {
  const thumbs = shots.map(thumbOf);
  const width = thumbs.reduce((total, thumb) => total + thumb.width + GAP, -GAP);
  return { width: Math.max(width, 0), height: HEAD + Math.max(0, ...thumbs.map(({ height }) => height)) };
}

function placeShots({ shots }: Card, { left, top }: Box): { shot: Shot; box: Box }[] {
  let x = left;
  return shots.map((shot) => {
    const box = { left: x, top: top + HEAD, ...thumbOf(shot) };
    x += box.width + GAP;
    return { shot, box };
  });
}

function thumbOf({ width, height }: Shot): { width: number; height: number } {
  const scaled = (length: number) => Math.max(1, Math.round(length * SCALE));
  return { width: scaled(width), height: Math.min(scaled(height), HEIGHT_MAX) };
}

/** Draws the sheet into a PNG file. */
export async function drawSheet({ width, height, cards }: Layout, path: string): Promise<void> {
  const parts: OverlayOptions[] = [];
  for (const { name, box, shots } of cards) {
    parts.push({ input: Buffer.from(headOf(name, box, shots)), left: box.left, top: box.top });
    for (const { shot, box: place } of shots) {
      const input = await sharp(shot.file)
        .resize(place.width, place.height, { fit: "cover", position: "top" })
        .png({ compressionLevel: 1 })
        .toBuffer();
      parts.push({ input, left: place.left, top: place.top });
    }
  }
  const sheet = sharp({ create: { width, height, channels: 3, background: paper }, limitInputPixels: false });
  await sheet.composite(parts).png({ palette: true, effort: 1 }).toFile(path);
}

/** The name of a page and, below it, the label of each of its pictures; what is too long is cut off by the edge. */
function headOf(name: string, { left, width }: Box, shots: { shot: Shot; box: Box }[]): string {
  const labels = shots.map(
    ({ shot, box }) => `<text x="${box.left - left}" y="45" font-size="13" fill="#222">${xml(shot.label)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEAD}" font-family="sans-serif"><text x="0" y="24" font-size="22" font-weight="bold" fill="#000">${xml(name)}</text>${labels.join("")}</svg>`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
