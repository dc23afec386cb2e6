import { sides, slugs } from "./isolation.ts";
import type { Fills } from "./walk.ts";

/** How every endpoint of the API is asked for; `references`: those that the firms have given out. */
export function apiFills(references: string[]): Fills {
  const people = sides.flatMap((side) => [`jane@acme.${side}.example`, `nobody@acme.${side}.example`]);
  const doors = slugs.flatMap((slug, index) => [
    { query: `&portal=${slug}`, echo: [] },
    // The part of a pasted address that names the door comes back by itself.
    { query: `&url=${encodeURIComponent(`http://${sides[index % 2]}-studio.portal.test/${slug}`)}`, echo: [slug] },
  ]);
  return {
    "GET /api/v1/openapi.json": [{ path: "/api/v1/openapi.json" }],
    "GET /api/v1/portals": ["", "?firm=south-studio", "?portal=acme-southmark"].map((query) => ({
      path: `/api/v1/portals${query}`,
    })),
    "GET /api/v1/diagnose": people.flatMap((email) =>
      [{ query: "", echo: [] }, ...doors].map(({ query, echo }) => ({
        path: `/api/v1/diagnose?email=${email}${query}`,
        echo,
      })),
    ),
    "GET /api/v1/preflight": ["", "?portal=acme-northmark", "?portal=acme-southmark"].map((query) => ({
      path: `/api/v1/preflight${query}`,
    })),
    "GET /api/v1/references/:code": [...references, "PL-7K3M-9Q", "none"].flatMap((code) =>
      ["", "?now=true"].map((query) => ({ path: `/api/v1/references/${code}${query}` })),
    ),
  };
}
