import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { PictureKind } from "./draw-picture.ts";
import { encodeMailedLogo } from "./encode-mailed-logo.ts";
import { encodePicture, WAITING_MAX } from "./encode-picture.ts";

const MEGABYTE = 1024 * 1024;

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "#0d9488" } });
}

async function encoded(bytes: Uint8Array, kind: PictureKind = "logo") {
  const result = await encodePicture(bytes, { kind });
  if (result.kind !== "encoded") throw new Error(`refused: ${result.why}`);
  return { ...result, metadata: await sharp(result.content).metadata() };
}

const svg = (inside: string, attributes = `width="120" height="40"`) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

test.each(["png", "jpeg", "webp"] as const)("a logo sent as %s fits its box and is WebP", async (format) => {
  const logo = await encoded(await plain(1200, 300).toFormat(format).toBuffer());
  expect([logo.type, logo.width, logo.height, logo.metadata.format]).toEqual(["image/webp", 600, 150, "webp"]);
});

test("a small logo is not blown up, a drawing is drawn at the size in which it is shown", async () => {
  expect((await encoded(await plain(90, 30).png().toBuffer())).width).toBe(90);
  const drawn = await encoded(svg(`<rect width="120" height="40" fill="#123456"/>`));
  expect([drawn.type, drawn.width, drawn.height]).toEqual(["image/webp", 600, 200]);
});

test("a favicon is a square PNG with nothing around the picture", async () => {
  const icon = await encoded(await plain(400, 100).png().toBuffer(), "favicon");
  expect([icon.type, icon.width, icon.height]).toEqual(["image/png", 96, 96]);
  const { data } = await sharp(icon.content).raw().toBuffer({ resolveWithObject: true });
  expect(data[3]).toBe(0);
});

test("a photo stands the right way up and says neither where nor with what it was taken", async () => {
  const exif = { IFD0: { Make: "Secret camera" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } };
  const sent = await plain(2000, 1000).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect((await sharp(sent).metadata()).exif).toBeDefined();
  const photo = await encoded(sent, "photo");
  expect([photo.type, photo.width, photo.height]).toEqual(["image/webp", 800, 1600]);
  const { exif: kept, icc, xmp, iptc, orientation } = photo.metadata;
  expect([kept, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(photo.content.includes("Secret camera")).toBe(false);
});

test("of a moving picture the first frame is left", async () => {
  const frames = await Promise.all(
    ["#f00", "#00f"].map((background) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const logo = await encoded(moving);
  expect([logo.metadata.pages ?? 1, logo.height]).toEqual([1, 20]);
});

test("a drawing with a script, pages within it and pictures from elsewhere becomes pixels, and loads none of them", async () => {
  const plainDrawing = await encoded(svg(`<rect width="120" height="40" fill="#123456"/>`));
  const hostile = await encoded(
    svg(`<script>fetch("https://evil.example")</script>
    <image href="https://evil.example/x.png" width="120" height="40"/>
    <image xlink:href="file:///etc/hostname" width="120" height="40"/>
    <image xlink:href="file://${process.cwd()}/docs/x.svg" width="120" height="40"/>
    <foreignObject width="120" height="40"><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)">x</body></foreignObject>
    <rect width="120" height="40" fill="#123456" onclick="alert(1)"/>`),
  );
  expect(hostile.content.equals(plainDrawing.content)).toBe(true);
  expect(hostile.content.includes("evil")).toBe(false);
});

test("a file of this machine does not get into a drawing", async () => {
  const drawing = Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/passwd">]>
    <svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text y="20" font-size="20">&file;</text></svg>`);
  const result = await encodePicture(drawing, { kind: "logo" });
  if (result.kind === "encoded")
    expect((await sharp(result.content).stats()).channels.map(({ max }) => max)).toEqual([0, 0, 0, 0]);
  else expect(["not_a_picture", "invisible"]).toContain(result.why);
});

test("a drawing that unfolds without end is refused as no picture: it is not drawn, and needs not be ended", async () => {
  const layers = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join("");
  const bomb = Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "lol">${layers}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&e9;</text></svg>`,
  );
  expect(await encodePicture(bomb, { kind: "logo" })).toEqual({ kind: "refused", why: "not_a_picture" });
});

test("a picture of which nothing can be seen is refused: an empty drawing, or one that is transparent all over", async () => {
  const clear = { r: 255, g: 255, b: 255, alpha: 0 };
  const glass = (width: number) => sharp({ create: { width, height: 40, channels: 4, background: clear } });
  const dot = { input: await plain(2, 2).png().toBuffer(), left: 60, top: 20 };
  const refused = { kind: "refused", why: "invisible" };
  for (const kind of ["logo", "favicon"] as const) {
    for (const hidden of [
      svg(""),
      svg(`<g display="none"><rect width="9" height="9"/></g>`),
      await glass(120).png().toBuffer(),
    ])
      expect(await encodePicture(hidden, { kind })).toEqual(refused);
    expect((await encoded(await glass(120).composite([dot]).webp().toBuffer(), kind)).kind).toBe("encoded");
    expect((await encoded(await plain(120, 40).jpeg().toBuffer(), kind)).kind).toBe("encoded");
  }
});

test("what is no picture of these four is refused, whatever it is called", async () => {
  const gif = await plain(20, 20).gif().toBuffer();
  const tiff = await plain(20, 20).tiff().toBuffer();
  const cut = (await plain(800, 800).jpeg().toBuffer()).subarray(0, 500);
  const others = [
    gif,
    tiff,
    cut,
    Buffer.from("<html><script>1</script></html>"),
    Buffer.from("%PDF-1.7"),
    Buffer.alloc(0),
  ];
  for (const bytes of others)
    expect(await encodePicture(bytes, { kind: "photo" })).toEqual({ kind: "refused", why: "not_a_picture" });
});

test("a file that is too large, and one with too many pixels, are told apart", async () => {
  const large = Buffer.alloc(5 * MEGABYTE + 1);
  expect(await encodePicture(large, { kind: "logo" })).toEqual({ kind: "refused", why: "too_large" });
  expect(await encodePicture(large, { kind: "photo" })).toEqual({ kind: "refused", why: "not_a_picture" });
  expect(await encodePicture(Buffer.alloc(8 * MEGABYTE + 1), { kind: "photo" })).toEqual({
    kind: "refused",
    why: "too_large",
  });
  const wide = await plain(16_000, 4_001).png({ compressionLevel: 1 }).toBuffer();
  expect(await encodePicture(wide, { kind: "photo" })).toEqual({ kind: "refused", why: "too_many_pixels" });
  const endless = svg("<rect/>", `width="30000" height="30000"`);
  expect(await encodePicture(endless, { kind: "logo" })).toEqual({ kind: "refused", why: "too_many_pixels" });
});

/** Lines that cross each other from side to side, dashed: little to read, and very much to draw. */
function crossing(paths: number, segments: number) {
  const points = Array.from({ length: segments }, (_, n) => `${n % 2 === 0 ? 0 : 3_999} ${(n * 37) % 4_000}`).join("L");
  const path = `<path d="M${points}" fill="none" stroke="#000" stroke-dasharray="0.1 0.1"/>`;
  return svg(path.repeat(paths), `width="4000" height="4000"`);
}

test.each([
  ["larger than a logo needs", crossing(10, 9_000)],
  ["of very long paths", crossing(2, 9_000)],
  ["of very many parts", svg("<path/>".repeat(1_001))],
  ["within all of these bounds, which takes for ever to draw", crossing(10, 1_800)],
])("a drawing is refused that is %s, and the next picture is drawn", async (_, drawing) => {
  expect(await encodePicture(drawing, { kind: "logo" })).toEqual({ kind: "refused", why: "too_intricate" });
  expect((await encoded(await plain(90, 30).png().toBuffer())).width).toBe(90);
});

test("a drawing is no photo, and a packed one no logo", async () => {
  const drawing = svg(`<rect width="120" height="40"/>`);
  const refused = { kind: "refused", why: "not_a_picture" };
  expect(await encodePicture(drawing, { kind: "photo" })).toEqual(refused);
  expect(await encodePicture(gzipSync(drawing), { kind: "logo" })).toEqual(refused);
});

test("of pictures that come at once some wait, the others are refused, and then there is room again", async () => {
  const small = await plain(90, 30).png().toBuffer();
  const sent = Array.from({ length: WAITING_MAX + 3 }, () => encodePicture(small, { kind: "logo" }));
  const results = await Promise.all(sent);
  const busy = { kind: "refused", why: "busy" };
  expect(results.map(({ kind }) => kind).filter((kind) => kind === "encoded")).toHaveLength(WAITING_MAX + 1);
  expect(results.slice(-2)).toEqual([busy, busy]);
  expect((await encoded(small)).width).toBe(90);
});

test("a logo is mailed as a small PNG without transparency, whatever it shows", async () => {
  const noise = sharp({
    create: {
      width: 600,
      height: 200,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });
  const logos = [
    await encoded(svg(`<circle cx="20" cy="20" r="18" fill="#123456"/>`)),
    await encoded(await plain(90, 30).png().toBuffer()),
    await encoded(await noise.png().toBuffer()),
  ];
  const mailed = await Promise.all(logos.map(encodeMailedLogo));
  for (const logo of mailed) {
    expect(logo?.content.byteLength).toBeLessThanOrEqual(24_000);
    const { format, hasAlpha } = await sharp(logo?.content).metadata();
    expect([format, hasAlpha]).toEqual(["png", false]);
  }
  expect(mailed.slice(0, 2).map((logo) => [logo?.width, logo?.height])).toEqual([
    [288, 96],
    [90, 30],
  ]);
});

test("a logo that cannot be read is left out of mails", async () => {
  expect(await encodeMailedLogo({ content: Buffer.from("no picture") })).toBeNull();
});
