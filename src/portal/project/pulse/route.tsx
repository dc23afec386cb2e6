import { answerPulse, commentPulse } from "../../../commands/answer-pulse.ts";
import { PULSE_COMMENT_MAX, parsePulseScore } from "../../../domain/pulse.ts";
import { askedPath } from "../../../http/asked-path.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { readForm } from "../../../http/read-form.ts";
import { isUuid } from "../../../lib/uuid.ts";
import type { Inside } from "../../enter.tsx";
import type { PortalServices } from "../../services.ts";
import { projectHref } from "../../shown-projects.ts";
import { enterProject, type InProject, projectPage } from "../route.tsx";
import { hasPulseBlock, isAsked } from "./load.ts";

/** `/{portal}/projects/{id}/pulse`: a person's answer, and their comment to it. Whoever may see the project may answer. */
export function addPulse(app: App, services: PortalServices): void {
  const { db } = services;
  // An answer after a session has ended leads on to the path of its form.
  app.get("/:portal/projects/:id/pulse", (c) => c.redirect(projectPathIn(c), 302));
  app.get("/:portal/projects/:id/pulse/comment", (c) => c.redirect(projectPathIn(c), 302));
  app.post("/:portal/projects/:id/pulse", async (c) => {
    const entered = await enterProject(c, services);
    if (entered instanceof Response) return entered;
    const { inside, project } = entered;
    if (!hasPulseBlock(inside)) throw nothingHere();
    const score = parsePulseScore((await readForm(c)).score);
    if (score === null) throw nothingHere();
    // A form from before the firm switched it off, or before the project was over, changes nothing.
    if (isAsked(inside, project.id)) {
      await answerPulse(db, askedOf(entered), { every: inside.pulseEvery, projectName: project.name, score });
    }
    return c.redirect(`${projectPathOf(entered)}#pulse`, 303);
  });
  app.post("/:portal/projects/:id/pulse/comment", async (c) => {
    const entered = await enterProject(c, services);
    if (entered instanceof Response) return entered;
    if (!hasPulseBlock(entered.inside)) throw nothingHere();
    const { answer: answerId = "", comment: typed = "" } = await readForm(c);
    // A browser sends every line break as two characters, and PostgreSQL takes no NUL in a text.
    const comment = typed.replaceAll("\r\n", "\n").replaceAll("\0", "").trim();
    if ([...comment].length > PULSE_COMMENT_MAX) return projectPage(c, services, { ...entered, typedComment: comment });
    const isKept = isUuid(answerId) && (await commentPulse(db, askedOf(entered), { answerId, comment }));
    if (!isKept) throw nothingHere();
    return c.redirect(`${projectPathOf(entered)}#pulse`, 303);
  });
}

function askedOf({ inside, project }: InProject) {
  const { firm, now, granted }: Inside = inside;
  return { firmId: firm.id, now, portalId: granted.portalId, projectId: project.id, email: granted.email };
}

function projectPathOf({ inside, project }: InProject): string {
  return projectHref(inside.slug, project);
}

/** Out of the path of one of its forms, still encoded as it was asked for. */
function projectPathIn(c: AppContext): string {
  return `${askedPath(c).split("/").slice(0, 4).join("/")}#pulse`;
}
