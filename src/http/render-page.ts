import type { Context } from "hono";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

type PageStatus = 200 | 400 | 403 | 404 | 413 | 422 | 429 | 500 | 503;

/** Answers with a whole document. Pages are one person's own: no cache but the browser's back button keeps them. */
export function renderPage(c: Context, page: VNode, status: PageStatus = 200): Response | Promise<Response> {
  c.header("Cache-Control", "private, no-store");
  return c.html(`<!doctype html>${renderToString(page)}`, status);
}
