import type { ShownProject } from "../shown-projects.ts";

/** More projects than these stand in a table: as cards they would be pages to scroll through. */
export const CARDS_MAX = 8;

/** Whether the home page has its projects as a table rather than as cards. */
export function hasTable(projects: readonly ShownProject[]): boolean {
  return projects.length > CARDS_MAX;
}
