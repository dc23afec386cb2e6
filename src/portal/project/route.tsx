import type { ProjectId } from "../../domain/ids.ts";
import { askedPath } from "../../http/asked-path.ts";
import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { enterPortal } from "../enter.tsx";
import type { PortalServices } from "../services.ts";
import { loadProject } from "./load.ts";
import { presentProject } from "./present.ts";
import { ProjectPage } from "./view.tsx";

const PROJECT_ID_MAX = 200;

/** `/{portal}/projects/{id}`: one project. Any id that is not this person's to see gets one and the same page. */
export function addProject(app: App, services: PortalServices): void {
  app.get("/:portal/projects", (c) => c.redirect(askedPath(c).replace(/\/projects\/?$/, ""), 302));
  app.get("/:portal/projects/:id", async (c) => {
    const { portal: slug, id } = c.req.param();
    // Kept short, for it is stored when it is refused; no PSA is known to give longer ones.
    const projectId = id.slice(0, PROJECT_ID_MAX) as ProjectId;
    const inside = await enterPortal(c, services, { slug, projectId });
    if (inside instanceof Response) return inside;
    const model = presentProject(loadProject(inside, projectId));
    return renderPage(c, <ProjectPage assets={services.assets} frame={inside.frame} model={model} />);
  });
}
