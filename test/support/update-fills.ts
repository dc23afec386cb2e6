import type { Fills } from "./walk.ts";

/** How the pages of the updates are asked for, with ids that are none of an update's. */
export function updateFills(ids: string[]): Fills {
  const photos = [...ids, "none"].map((id) => `/updates/${id}/photos`);
  const none = "00000000-0000-4000-8000-000000000000";
  return {
    "GET /updates": [{ path: "/updates" }],
    "GET /updates/new": [{ path: "/updates/new" }],
    "POST /updates/new": ["p-1", "p-4", "none"].map((project) => ({
      path: "/updates/new",
      form: { do: "publish", project, dated_on: "2026-11-25", author: "Nora", body: "All is well." },
    })),
    "GET /updates/:id": [...ids, "none"].map((id) => ({ path: `/updates/${id}` })),
    "POST /updates/:id": [...ids, "none"].map((id) => ({ path: `/updates/${id}`, form: { do: "save", version: "1" } })),
    "GET /updates/:id/history": [...ids, "none"].map((id) => ({ path: `/updates/${id}/history` })),
    "POST /updates/:id/photos": photos.map((path) => ({ path, form: { caption: "The north wall" } })),
    "GET /updates/:id/photos/:file": photos.map((path) => ({ path: `${path}/${none}.webp` })),
    "POST /updates/:id/photos/:photo/remove": photos.map((path) => ({ path: `${path}/${none}/remove` })),
  };
}
