import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { listPhotos, type UpdateRow } from "../data/queries/updates.ts";
import { projectUpdate, updateVersion } from "../data/schema/content-tables.ts";
import type { Project } from "../domain/project.ts";
import { isWritable, stateAfter, type UpdateAction, type UpdateDraft } from "../domain/project-update.ts";
import { changePhotos, type PhotoChanges } from "./change-photos.ts";

/**
 * Keeps a new update about a project and returns its id. It is a draft, or whatever this action makes of one. Null, and nothing
 * kept, when the action cannot be done to a draft.
 */
export async function createUpdate(
  db: Database,
  doer: Doer,
  { project, draft, action }: { project: Project; draft: UpdateDraft; action: UpdateAction },
): Promise<string | null> {
  const { firmId, now } = doer;
  const state = stateAfter(action, "draft");
  if (state === null) return null;
  const row = {
    ...draft,
    ...{ firmId, id: randomUUID(), companyId: project.companyId, projectId: project.id, projectName: project.name },
    ...{ state, version: 1, createdAt: now, publishedAt: state === "published" ? now : null },
  };
  await inFirmWrite(db, firmId, async (tx) => {
    await tx.insert(projectUpdate).values(row);
    await keepVersion(tx, doer, row);
  });
  return row.id;
}

export type Changed = { kind: "changed" | "gone" | "full" } | { kind: "conflict"; current: UpdateRow };

type Asked = { id: string; version: number; action: UpdateAction; draft: UpdateDraft | null; photos: PhotoChanges };

/**
 * Does this to the update as the person saw it. What somebody else has made of it since, its photos included, is never written
 * over and never published unseen: then nothing is changed, and the answer is how the update stands now. A draft and photos are
 * kept only where the update can be written on.
 */
export async function changeUpdate(db: Database, doer: Doer, asked: Asked): Promise<Changed> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [current] = await tx.select().from(projectUpdate).where(eq(projectUpdate.id, asked.id)).for("update");
    if (!current) return { kind: "gone" };
    const state = stateAfter(asked.action, current.state);
    if (current.version !== asked.version || state === null) return { kind: "conflict", current };
    const canWrite = isWritable(current.state);
    const next = {
      ...current,
      ...(canWrite ? asked.draft : null),
      ...{ state, version: current.version + 1 },
      publishedAt: state === "published" ? doer.now : current.publishedAt,
    };
    const kind = canWrite ? await changePhotos(tx, doer, { update: next, photos: asked.photos }) : "changed";
    if (kind !== "changed") return { kind };
    await tx.update(projectUpdate).set(next).where(eq(projectUpdate.id, current.id));
    await keepVersion(tx, doer, next);
    return { kind };
  });
}

/** INVARIANT: every way in which an update changes ends here, so that its history lacks nothing. */
async function keepVersion(tx: Tx, doer: Doer, update: UpdateRow): Promise<void> {
  const { id, version, state, datedOn, body, percents, projectId } = update;
  const photos = (await listPhotos(tx, id)).map(({ caption }) => caption);
  const written = { version, state, datedOn, body, percents, photos, changedAt: doer.now, changedBy: doer.actor };
  await tx.insert(updateVersion).values({ firmId: doer.firmId, updateId: id, ...written });
  await insertAudit(tx, doer, "update.write", { update: id, project: projectId, version, state });
}
