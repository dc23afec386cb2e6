import type { BlockName } from "../../domain/template.ts";
import { projectHref } from "../shown-projects.ts";
import type { ProjectInput } from "./project-input.ts";
import { words } from "./words.ts";

/** The blocks whose rows are offered as a file. */
export const tableNames = ["phases", "milestones", "hours", "invoices", "tasks"] as const satisfies BlockName[];
export type TableName = (typeof tableNames)[number];

/** A link to a file; `about` tells it from the others on the page where only links are read out. */
export type DownloadModel = { label: string; about: string; href: string };

/** The link below a table. */
export function presentDownload(name: TableName, { portalSlug, project, locale }: ProjectInput): DownloadModel {
  const say = words(locale);
  return {
    label: say("download"),
    about: say(`${name}File`),
    href: `${projectHref(portalSlug, project)}/${name}.csv`,
  };
}
