// The stylesheet of an accent. It follows from the colour alone, so it is computed and kept nowhere; its address carries the colour and
// a hash of what it says, and holds for ever.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import { type Shades, shadesOf } from "../ui/accent.ts";

/** The address of an accent's stylesheet. */
export function brandStylesPath(accent: string): string {
  const hash = createHash("sha256").update(brandStyles(accent)).digest("hex").slice(0, 8);
  return `/brand.${accent.slice(1)}-${hash}.css`;
}

/** The stylesheets of all accents, on every host: they say nothing of anybody. */
export function brandStylesRoutes(): Hono {
  const routes = new Hono();
  routes.get("/:file{brand\\.[0-9a-f]{6}-[0-9a-f]{8}\\.css}", async (c, next) => {
    const accent = `#${c.req.param("file").slice("brand.".length, "brand.".length + 6)}`;
    if (c.req.path !== brandStylesPath(accent)) return next();
    return c.body(brandStyles(accent), 200, {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    });
  });
  return routes;
}

/** What prints, prints on white, whatever the screen is like. */
function brandStyles(accent: string): string {
  const { light, dark } = shadesOf(accent);
  return `.branded{${declare(light)}}@media screen and (prefers-color-scheme:dark){.branded{${declare(dark)}}}\n`;
}

function declare({ accent, text, onText }: Shades): string {
  return `--accent:${accent};--accent-text:${text};--on-accent:${onText}`;
}
