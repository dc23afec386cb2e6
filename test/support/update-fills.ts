import type { Fills } from "./walk.ts";

/** How the pages of the updates are asked for, with ids that are none of an update's. */
export function updateFills(ids: string[]): Fills {
  const none = "00000000-0000-4000-8000-000000000000";
  return {
    "GET /updates": [{ path: "/updates" }],
    "GET /updates/new": [{ path: "/updates/new" }],
    "POST /updates/new": ["p-1", "p-4", "none"].map((project) => ({
      path: "/updates/new",
      form: { do: "publish", project, dated_on: "2026-11-25", author: "Nora", body: "All is well." },
    })),
    "GET /updates/:id": [...ids, "none"].map((id) => ({ path: `/updates/${id}` })),
    "POST /updates/:id": [...ids, "none"].flatMap((id) =>
      [{ do: "save" }, { add_photo: "yes", caption: "The north wall" }, { remove_photo: none }].map((form) => ({
        path: `/updates/${id}`,
        form: { version: "1", ...form },
      })),
    ),
    "GET /updates/:id/history": [...ids, "none"].map((id) => ({ path: `/updates/${id}/history` })),
    "GET /updates/:id/photos/:file": [...ids, "none"].map((id) => ({ path: `/updates/${id}/photos/${none}.webp` })),
  };
}
