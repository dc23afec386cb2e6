import { inFirmRead } from "../../data/database.ts";
import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project.ts";
import { askedPath } from "../../http/asked-path.ts";
import type { App, AppContext } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { brandingOf } from "../branding.ts";
import { enterPortal, type Inside } from "../enter.tsx";
import type { PortalServices } from "../services.ts";
import { projectHref } from "../shown-projects.ts";
import { answerCsv } from "./answer-csv.ts";
import { loadProject, projectOf } from "./load.ts";
import { presentProject } from "./present.ts";
import { isAsked, loadPulse } from "./pulse/load.ts";
import { presentPulse } from "./pulse/present.ts";
import { loadUpdates, SKIP_FIELD } from "./updates/load.ts";
import { presentUpdates } from "./updates/present.ts";
import { ProjectPage } from "./view.tsx";

const PROJECT_ID_MAX = 200;
const FILE_NAME_MAX = 40;

/** Somebody at a project that they may see. */
export type InProject = { inside: Inside; project: Project };

/** `/{portal}/projects/{id}`: one project. Any id that is not this person's to see gets one and the same page. */
export function addProject(app: App, services: PortalServices): void {
  app.get("/:portal/projects", (c) => c.redirect(askedPath(c).replace(/\/projects\/?$/, ""), 302));
  app.get("/:portal/projects/:id", async (c) => {
    const entered = await enterProject(c, services);
    return entered instanceof Response ? entered : projectPage(c, services, { ...entered, typedComment: null });
  });
  app.get("/:portal/projects/:id/:file", (c) => {
    const { portal: slug, file } = c.req.param();
    return answerCsv(c, services, {
      slug,
      projectId: keptProjectId(c.req.param("id") ?? ""),
      file: file.slice(0, FILE_NAME_MAX),
    });
  });
}

/** Lets somebody in to the project in the address, or answers with the page that says why not. */
export async function enterProject(c: AppContext, services: PortalServices): Promise<InProject | Response> {
  const projectId = keptProjectId(c.req.param("id") ?? "");
  const inside = await enterPortal(c, services, { slug: c.req.param("portal") ?? "", projectId });
  if (inside instanceof Response) return inside;
  return { inside, project: projectOf(inside, projectId) };
}

/** Kept short, for it is stored when it is refused; no PSA is known to give longer ones. */
export function keptProjectId(asked: string): ProjectId {
  return asked.slice(0, PROJECT_ID_MAX) as ProjectId;
}

/** The page of a project, for whoever was let in, and for the firm in a preview of it; a comment that could not be kept stands there as typed. */
export async function projectPage(
  c: AppContext,
  services: Pick<PortalServices, "db" | "assets">,
  { inside, project, typedComment }: InProject & { typedComment: string | null },
): Promise<Response> {
  const { firm, now, locale, slug, pulseEvery } = inside;
  const projectPath = projectHref(slug, project);
  const asked = c.req.query(SKIP_FIELD);
  const { answer, published } = await inFirmRead(services.db, firm.id, async (tx) => ({
    answer: await loadPulse(tx, inside, project.id),
    published: await loadUpdates(tx, inside, { projectId: project.id, asked }),
  }));
  const around = { projectPath, firmName: firm.name, fields: inside.granted.fields };
  const updates = presentUpdates({ ...published, ...around, today: calendarDateOf(now), locale });
  const pulse = presentPulse({
    every: pulseEvery,
    isAsked: isAsked(inside, project.id),
    answer,
    typed: typedComment,
    projectPath,
    firmName: firm.name,
    now,
    locale,
  });
  const input = { ...loadProject(inside, project.id), updates, pulse };
  // Who sees one project only never meets the home page: this is their first.
  const welcome = input.isOnly ? brandingOf(c).welcome : null;
  const model = presentProject(input);
  const page = <ProjectPage assets={services.assets} frame={inside.frame} model={model} welcome={welcome} />;
  return renderPage(c, page, typedComment === null ? 200 : 422);
}
