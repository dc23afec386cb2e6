import type { ProjectId } from "../../domain/ids.ts";
import type { AppContext } from "../../http/env.ts";
import { enterPortal, type Inside } from "../enter.tsx";
import type { PortalServices } from "../services.ts";
import { loadProject } from "./load.ts";
import { type CsvFile, presentCsv } from "./present-csv.ts";
import { type TableName, tableNames } from "./present-download.ts";

type Asked = { slug: string; projectId: ProjectId; file: string };

/** A table of the project's page as a file. What the page does not show answers exactly like a project that is not there. */
export async function answerCsv(c: AppContext, services: PortalServices, asked: Asked): Promise<Response> {
  if (!tableNamed(asked.file)) return answerMissing(c, services, asked);
  const inside = await enterPortal(c, services, asked);
  if (inside instanceof Response) return inside;
  return csvFor(c, inside, asked) ?? answerMissing(c, services, asked);
}

/** The file for whoever was let in to the project, and for the firm in a preview of it; null where the page shows no such table. */
export function csvFor(c: AppContext, inside: Inside, { projectId, file: name }: Omit<Asked, "slug">): Response | null {
  const table = tableNamed(name);
  const file = table && presentCsv(table, loadProject(inside, projectId));
  return file && sendCsv(c, file);
}

/** A file to be kept, for nobody else to read on the way. */
export function sendCsv(c: AppContext, file: CsvFile): Response {
  return c.body(file.text, 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${file.name}"`,
    "Cache-Control": "private, no-store",
  });
}

function tableNamed(file: string): TableName | null {
  return tableNames.find((name) => `${name}.csv` === file) ?? null;
}

/** Asks for the path as if it were a project's id, so that the decision is stored about what was asked for. */
async function answerMissing(c: AppContext, services: PortalServices, { slug, projectId, file }: Asked) {
  const inside = await enterPortal(c, services, { slug, projectId: `${projectId}/${file}` as ProjectId });
  // A project may be called so; this is not its address.
  return inside instanceof Response ? inside : c.redirect(`/${inside.slug}`, 303);
}
