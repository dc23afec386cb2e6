import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { arrange, type Box, type Card, drawSheet, type Layout } from "./contact-sheet.ts";

function cardsOf(count: number, file = "x.png"): Card[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Page ${index} <&>`,
    shots: [
      { label: "phone", file, width: 390, height: 844 + index * 97 },
      { label: "desk", file, width: 1280, height: 900 },
    ],
  }));
}

function boxesOf({ cards }: Layout): Box[] {
  return cards.map(({ box }) => box);
}

function overlap(a: Box, b: Box): boolean {
  const isBeside = a.left + a.width <= b.left || b.left + b.width <= a.left;
  return !isBeside && a.top < b.top + b.height && b.top < a.top + a.height;
}

function isInside(inner: Box, outer: Box): boolean {
  const right = inner.left + inner.width <= outer.left + outer.width;
  const bottom = inner.top + inner.height <= outer.top + outer.height;
  return inner.left >= outer.left && inner.top >= outer.top && right && bottom;
}

test("every picture stands on the sheet, within its page's card, and no two cards overlap", () => {
  const layout = arrange(cardsOf(70));
  const sheet = { left: 0, top: 0, width: layout.width, height: layout.height };
  const boxes = boxesOf(layout);
  expect(boxes).toHaveLength(70);
  expect(boxes.filter((box) => !isInside(box, sheet))).toEqual([]);
  expect(boxes.filter((box, index) => boxes.some((other, at) => at > index && overlap(box, other)))).toEqual([]);
  const astray = layout.cards.filter(({ box, shots }) => shots.some((shot) => !isInside(shot.box, box)));
  expect(astray).toEqual([]);
});

test("the sheet is about as high as it is wide, and a very long page does not stretch it", () => {
  const { width, height } = arrange(cardsOf(70));
  expect(width / height).toBeGreaterThan(0.5);
  expect(width / height).toBeLessThan(2);
  const [card] = cardsOf(1);
  const long = arrange([{ name: "long", shots: [{ label: "desk", file: "x.png", width: 1280, height: 40_000 }] }]);
  expect(long.height).toBeLessThan(arrange(card ? [card] : []).height * 2);
});

test("the sheet of no page is still a sheet", () => {
  expect(arrange([]).cards).toEqual([]);
  expect(arrange([]).width).toBeGreaterThan(0);
});

test("the picture has the size of the layout and shows what was taken", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prolens-sheet-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "red.png");
  await sharp({ create: { width: 390, height: 844, channels: 3, background: "#f00" } })
    .png()
    .toFile(file);
  const layout = arrange(cardsOf(2, file));
  const path = join(folder, "index.png");
  await drawSheet(layout, path);
  const { width, height } = await sharp(path).metadata();
  expect([width, height]).toEqual([layout.width, layout.height]);
  for (const { shots } of layout.cards)
    for (const { box } of shots) {
      const { channels } = await sharp(await sharp(path).extract(box).toBuffer()).stats();
      expect(channels.slice(0, 3).map(({ mean }) => Math.round(mean))).toEqual([255, 0, 0]);
    }
});
