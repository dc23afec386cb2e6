// The four static files of every page, read once at start and served under names that carry their content's hash.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";

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
  const body = new Uint8Array(content);
  routes.get(path, (c) =>
    c.body(body, 200, { "Content-Type": files[name].type, "Cache-Control": "public, max-age=31536000, immutable" }),
  );
  return path;
}

/** The sources hold the files beside this folder; the bundle in dist/ finds them from there. */
function read(name: AssetName): Buffer {
  const beside = fileURLToPath(new URL(`../ui/${files[name].file}`, import.meta.url));
  return readFileSync(
    existsSync(beside) ? beside : fileURLToPath(new URL(`../src/ui/${files[name].file}`, import.meta.url)),
  );
}
