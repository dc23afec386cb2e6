// What the sample firm has written to its clients, and what their people answered: kept by the commands that the pages use.
import { people } from "../../demo/data/people.ts";
import { pulse } from "../../demo/data/pulse.ts";
import type { SamplePulse, SampleUpdate } from "../../demo/data/types.ts";
import { updates } from "../../demo/data/updates.ts";
import { drawPlan } from "../../demo/draw-plan.ts";
import { mondayOf } from "../../demo/generate/calendar.ts";
import { plannedProjects } from "../../demo/generate/plan.ts";
import { sampleAdmin, sampleEmail, sampleTeam } from "../../demo/sample-firm.ts";
import { answerPulse, commentPulse } from "../commands/answer-pulse.ts";
import type { NewPhoto } from "../commands/change-photos.ts";
import { changeUpdate, createUpdate } from "../commands/write-update.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import { findNewestAnswer } from "../data/queries/pulse.ts";
import { addDays, calendarDateOf } from "../domain/calendar-date.ts";
import type { Portal } from "../domain/firm.ts";
import type { FirmId } from "../domain/ids.ts";
import { programDefaults } from "../domain/portal-defaults.ts";
import type { Project } from "../domain/project.ts";
import { invariant } from "../lib/invariant.ts";
import { openPicture, writePicture } from "../pictures/open-picture.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const projectNames = new Map(plannedProjects().map(({ project }) => [project.id, project.name]));

/** `projects`: all of the source. Of a folder that somebody has made their own, only what is still the sample's is written about. */
type Place = { firmId: FirmId; portals: Portal[]; projects: Project[]; now: Date };

/** Keeps all of it; for a firm that has just been made, so that nothing of anybody's is among it. */
export async function keepSampleWriting(db: Database, place: Place): Promise<void> {
  await Promise.all([
    ...updates.map((update) => keepUpdate(db, place, update)),
    ...pulse.map((series) => keepAnswers(db, place, series)),
  ]);
}

/** A member writes it; what clients read, the admin has published. */
async function keepUpdate(db: Database, place: Place, update: SampleUpdate): Promise<void> {
  const { firmId, now } = place;
  const project = projectOf(place, update.projectId);
  if (!project) return;
  const { authorId, day, state, body, percents, plan } = update;
  const authorName = people.find(({ id }) => id === authorId)?.name;
  invariant(authorName, "whoever writes is one of the sample firm");
  const datedOn = addDays(mondayOf(calendarDateOf(now)), day);
  const written = Date.parse(`${datedOn}T14:00:00Z`);
  const doer = (person: { email: string }, at: number) => ({
    ...{ firmId, actor: sampleEmail(person), now: new Date(Math.min(at, now.getTime())) },
  });
  const draft = { datedOn, authorName, body, percents };
  const action = state === "draft" ? "save" : "review";
  const id = await createUpdate(db, doer(sampleTeam[0], written), { project, draft, action });
  invariant(id, "a new update can be saved and sent to review");
  if (state !== "published") return;
  const photos = { added: plan === undefined ? null : await planPhoto(plan), removedId: null };
  const asked = { id, version: 1, action: "publish", draft: null, photos } as const;
  const { kind } = await changeUpdate(db, doer(sampleAdmin, written + HOUR_MS), asked);
  invariant(kind === "changed", "nobody else writes on it");
}

/** Our own drawing needs no process of its own, as a stranger's file does. */
async function planPhoto(caption: string): Promise<NewPhoto> {
  const drawn = openPicture(Buffer.from(drawPlan())).webp({ quality: 80 });
  return { picture: await writePicture(drawn, "image/webp"), caption };
}

async function keepAnswers(db: Database, place: Place, { email, projectId, answers }: SamplePulse): Promise<void> {
  const { firmId, portals, now } = place;
  const project = projectOf(place, projectId);
  const portal = portals.find(({ companyId }) => companyId === project?.companyId);
  if (!project || !portal) return;
  const asked = { portalId: portal.id, projectId: project.id, email: sampleEmail({ email }) };
  for (const { daysAgo, score, comment } of answers) {
    const answering = { ...asked, firmId, now: new Date(now.getTime() - daysAgo * DAY_MS) };
    await answerPulse(db, answering, { every: programDefaults.pulseEvery, projectName: project.name, score });
    if (comment === undefined) continue;
    const answer = await inFirmRead(db, firmId, (tx) => findNewestAnswer(tx, asked));
    invariant(answer, "it has just been answered");
    await commentPulse(db, answering, { answerId: answer.id, comment });
  }
}

/** By its name: ids differ from source to source, and somebody's own folder may use the same ones. */
function projectOf({ projects }: Place, id: string): Project | undefined {
  const name = projectNames.get(id);
  return projects.find((project) => project.name === name);
}
