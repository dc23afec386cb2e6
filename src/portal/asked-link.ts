import { askedPath } from "../http/asked-path.ts";
import type { AppContext } from "../http/env.ts";
import { LINK_TAG } from "../identity/link-tag.ts";

/** The tag of the mailed link by which somebody came, or null. What can be none counts as none. */
export function linkTagIn(c: AppContext): string | null {
  const tag = c.req.query(LINK_TAG);
  return tag !== undefined && /^[\w-]{16}$/.test(tag) ? tag : null;
}

/** The path that was asked for, with the tag: a sign-in with yet another email must still be noticed. */
export function pathWithTag(c: AppContext): string {
  const tag = linkTagIn(c);
  return tag === null ? askedPath(c) : `${askedPath(c)}?${new URLSearchParams({ [LINK_TAG]: tag })}`;
}
