// What is too long for a whole company is asked of those of its projects that portals show: so an archived one takes nothing off a page.
import type { Project } from "../../domain/project.ts";
import type { Left } from "../not-yet.ts";
import type { Listing, Query } from "./client.ts";

/** So many projects are named in one filter. */
export const PROJECTS_PER_CALL = 50;

/** A listing up to its bound; null where it is longer. */
type List = (query: Query) => Promise<Listing | Left>;

/** The filter for the projects that are shown; null where they are too many to be named. */
export type ShownFilter = Query | null;

/** A project that is archived is shown to nobody. */
export function shownFilter(projects: readonly Project[]): ShownFilter {
  const ids = projects.flatMap(({ id, status }) => (status === "archived" ? [] : [id]));
  return ids.length > PROJECTS_PER_CALL ? null : { "filter[project_id]": ids.join(",") };
}

/**
 * All rows of the company, or else of its projects that are shown, and what was asked for these; null where they are too many as well.
 * `findFilter` is asked only where it is needed, and may reject.
 */
export async function listShown(
  list: List,
  query: Query,
  findFilter: () => Promise<ShownFilter>,
): Promise<{ listing: Listing | Left; asked: Query }> {
  const whole = await list(query);
  if (whole !== null) return { listing: whole, asked: query };
  const filter = await findFilter();
  if (filter === null) return { listing: null, asked: query };
  const asked = { ...query, ...filter };
  return { listing: filter["filter[project_id]"] === "" ? nothing : await list(asked), asked };
}

/** No rows. */
export const nothing: Listing = { rows: [], included: new Map() };
