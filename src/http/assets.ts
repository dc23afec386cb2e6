// The four static files of every page, read and compressed once at start and served under names that carry their content's hash.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";

const files = {
  styles: { file: "styles.css", type: "text/css; charset=utf-8" },
  script: { file: "client.js", type: "text/javascript; charset=utf-8" },
  font: { file: "fonts/instrument-sans.woff2", type: "font/woff2" },
  icon: { file: "icon.svg", type: "image/svg+xml" },
} as const;

type AssetName = keyof typeof files;

export type AssetFiles = { paths: Record<AssetName, string>; routes: Hono };

/** Loads the files. The font's address is written into the stylesheet, so that both are cached for ever. */
export function loadAssets(): AssetFiles {
  const routes = new Hono();
  const font = register(routes, "font", read("font"));
  const styles = Buffer.from(read("styles").toString("utf8").replaceAll("fonts/instrument-sans.woff2", font));
  const paths = {
    font,
    styles: register(routes, "styles", styles),
    script: register(routes, "script", read("script")),
    icon: register(routes, "icon", read("icon")),
  };
  return { paths, routes };
}

function register(routes: Hono, name: AssetName, content: Buffer): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const ending = files[name].file.split(".").at(-1) ?? "";
  const path = `/assets/${name}.${hash}.${ending}`;
  const { type } = files[name];
  const plain = new Uint8Array(content);
  // A woff2 is compressed in itself.
  const smaller = name === "font" ? null : compressed(content);
  routes.get(path, (c) => {
    c.header("Content-Type", type);
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    if (!smaller) return c.body(plain);
    c.header("Vary", "Accept-Encoding");
    const encoding = encodingFor(c);
    if (encoding === "identity") return c.body(plain);
    c.header("Content-Encoding", encoding);
    return c.body(smaller[encoding]);
  });
  return path;
}

const encodings = ["br", "gzip"] as const;

type Encoding = (typeof encodings)[number];

/** As small as it gets: that takes long, but once. */
function compressed(content: Buffer): Record<Encoding, Uint8Array<ArrayBuffer>> {
  return {
    br: new Uint8Array(brotliCompressSync(content)),
    gzip: new Uint8Array(gzipSync(content, { level: 9 })),
  };
}

/** The smallest that the browser takes. Browsers name all they know without a preference among them. */
function encodingFor(c: Context): Encoding | "identity" {
  const found = accepts(c, {
    header: "Accept-Encoding",
    supports: [...encodings],
    default: "identity",
    match: (accepted) => encodings.find((name) => accepted.some(({ type, q }) => type === name && q > 0)) ?? "identity",
  });
  return encodings.find((name) => name === found) ?? "identity";
}

/** The sources hold the files beside this folder; the bundle in dist/ finds them from there. */
function read(name: AssetName): Buffer {
  const beside = fileURLToPath(new URL(`../ui/${files[name].file}`, import.meta.url));
  return readFileSync(
    existsSync(beside) ? beside : fileURLToPath(new URL(`../src/ui/${files[name].file}`, import.meta.url)),
  );
}
