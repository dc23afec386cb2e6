// What the firm wrote about its projects.
import { and, desc, eq, sql } from "drizzle-orm";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { Picture } from "../../domain/picture.ts";
import type { UpdateState } from "../../domain/project-update.ts";
import type { Tx } from "../database.ts";
import { image, projectUpdate, updatePhoto, updateVersion } from "../schema/content-tables.ts";
import { portal } from "../schema/tables.ts";
import { findImage } from "./images.ts";

export type UpdateRow = typeof projectUpdate.$inferSelect;
export type UpdateVersionRow = typeof updateVersion.$inferSelect;
export type UpdatePhotoRow = { imageId: string; caption: string; width: number; height: number };
/** `total`: how many there are in all. */
export type PublishedPage = { updates: PublishedUpdate[]; total: number };
/** The newest published update about a project. */
export type UpdateNews = Pick<UpdateRow, "projectId" | "datedOn"> & { publishedAt: Date };
export type PublishedUpdate = UpdateRow & { photos: UpdatePhotoRow[] };

/** `text`: somewhere in the name of the project or of the client company; empty: any. `state` null: any. */
export type UpdateFilter = { text: string; state: UpdateState | null };

export type ListedUpdate = { update: UpdateRow; companyName: string | null };

/** The updates that are asked for, about all projects, the newest first, each with the name of its client company. */
export function listUpdates(tx: Tx, { text, state }: UpdateFilter, limit: number): Promise<ListedUpdate[]> {
  const names = sql`lower(${projectUpdate.projectName} || ' ' || coalesce(${portal.companyName}, ''))`;
  return tx
    .select({ update: projectUpdate, companyName: portal.companyName })
    .from(projectUpdate)
    .leftJoin(portal, and(eq(portal.firmId, projectUpdate.firmId), eq(portal.companyId, projectUpdate.companyId)))
    .where(and(state ? eq(projectUpdate.state, state) : undefined, sql`strpos(${names}, lower(${text})) > 0`))
    .orderBy(desc(projectUpdate.datedOn), desc(projectUpdate.createdAt), projectUpdate.id)
    .limit(limit);
}

/** How many updates wait for an admin to publish them. */
export function countInReview(tx: Tx): Promise<number> {
  return tx.$count(projectUpdate, eq(projectUpdate.state, "review"));
}

/** The update of this id, or null. */
export async function findUpdate(tx: Tx, id: string): Promise<UpdateRow | null> {
  const [row] = await tx.select().from(projectUpdate).where(eq(projectUpdate.id, id));
  return row ?? null;
}

/** Everything that an update was, the newest first. */
export function listVersions(tx: Tx, updateId: string): Promise<UpdateVersionRow[]> {
  return tx
    .select()
    .from(updateVersion)
    .where(eq(updateVersion.updateId, updateId))
    .orderBy(desc(updateVersion.version));
}

/** Under which name this member of the team has written last; null when they have not. */
export async function findLastAuthorName(tx: Tx, email: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: projectUpdate.authorName })
    .from(updateVersion)
    .innerJoin(
      projectUpdate,
      and(eq(projectUpdate.firmId, updateVersion.firmId), eq(projectUpdate.id, updateVersion.updateId)),
    )
    .where(and(eq(updateVersion.changedBy, email), eq(updateVersion.version, 1)))
    .orderBy(desc(updateVersion.changedAt))
    .limit(1);
  return row?.name ?? null;
}

/**
 * Of what the client may read about a project, the newest first, those that follow the first `skip`, at most `limit`, with their
 * photos: one statement. `total` is 0 where none follows.
 */
export async function listPublished(
  tx: Tx,
  { companyId, projectId, skip, limit }: { companyId: CompanyId; projectId: ProjectId; skip: number; limit: number },
): Promise<PublishedPage> {
  const rows = await tx
    .select({
      update: projectUpdate,
      photos: photosOfUpdate(tx),
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(projectUpdate)
    .where(
      and(
        eq(projectUpdate.companyId, companyId),
        eq(projectUpdate.projectId, projectId),
        eq(projectUpdate.state, "published"),
      ),
    )
    .orderBy(desc(projectUpdate.datedOn), desc(projectUpdate.publishedAt), projectUpdate.id)
    .offset(skip)
    .limit(limit);
  const updates = rows.map(({ update, photos }) => ({ ...update, photos: photos ?? [] }));
  return { updates, total: rows[0]?.total ?? 0 };
}

/** Of every project of the joined portal's company the newest published update, as one JSON value; null where there is none. */
export function newsOfPortal(tx: Tx) {
  const newest = tx
    .selectDistinctOn([projectUpdate.projectId], {
      projectId: projectUpdate.projectId,
      datedOn: projectUpdate.datedOn,
      publishedAt: projectUpdate.publishedAt,
    })
    .from(projectUpdate)
    .where(
      and(
        eq(projectUpdate.firmId, portal.firmId),
        eq(projectUpdate.companyId, portal.companyId),
        eq(projectUpdate.state, "published"),
      ),
    )
    .orderBy(projectUpdate.projectId, desc(projectUpdate.publishedAt), desc(projectUpdate.datedOn))
    .as("newest_update");
  const json = sql`json_agg(json_build_object('projectId', ${newest.projectId}, 'datedOn', ${newest.datedOn},
    'publishedAt', ${newest.publishedAt}))`;
  return sql<StoredNews[] | null>`(${tx.select({ json }).from(newest)})`;
}

/** The projects of this company about which an update is published. */
export async function listUpdatedProjects(tx: Tx, companyId: CompanyId): Promise<ProjectId[]> {
  const rows = await tx
    .selectDistinct({ projectId: projectUpdate.projectId })
    .from(projectUpdate)
    .where(and(eq(projectUpdate.companyId, companyId), eq(projectUpdate.state, "published")));
  return rows.map(({ projectId }) => projectId);
}

type StoredNews = Omit<UpdateNews, "publishedAt"> & { publishedAt: string };

/** What `newsOfPortal` has read. */
export function toNews(stored: StoredNews[] | null | undefined): UpdateNews[] {
  return (stored ?? []).map((news) => ({ ...news, publishedAt: new Date(news.publishedAt) }));
}

/** A photo of a published update about this project of this company; any other is none here. */
export async function findPublishedPhoto(
  tx: Tx,
  { companyId, projectId, imageId }: { companyId: CompanyId; projectId: ProjectId; imageId: string },
): Promise<Picture | null> {
  const [shown] = await tx
    .select({ id: updatePhoto.imageId })
    .from(updatePhoto)
    .innerJoin(
      projectUpdate,
      and(eq(projectUpdate.firmId, updatePhoto.firmId), eq(projectUpdate.id, updatePhoto.updateId)),
    )
    .where(
      and(
        eq(updatePhoto.imageId, imageId),
        eq(projectUpdate.companyId, companyId),
        eq(projectUpdate.projectId, projectId),
        eq(projectUpdate.state, "published"),
      ),
    );
  return shown ? findImage(tx, shown.id) : null;
}

/** The photos of an update, in their order. */
export function listPhotos(tx: Tx, updateId: string): Promise<(UpdatePhotoRow & { position: number })[]> {
  const { imageId, caption, position } = updatePhoto;
  return tx
    .select({ imageId, caption, position, width: image.width, height: image.height })
    .from(updatePhoto)
    .innerJoin(image, and(eq(image.firmId, updatePhoto.firmId), eq(image.id, updatePhoto.imageId)))
    .where(eq(updatePhoto.updateId, updateId))
    .orderBy(updatePhoto.position);
}

/** A photo of this very update, whatever its state, or null. For the firm's own team. */
export async function findPhoto(
  tx: Tx,
  { updateId, imageId }: { updateId: string; imageId: string },
): Promise<Picture | null> {
  const isOfUpdate = and(eq(updatePhoto.updateId, updateId), eq(updatePhoto.imageId, imageId));
  const [kept] = await tx.select({ id: updatePhoto.imageId }).from(updatePhoto).where(isOfUpdate);
  return kept ? findImage(tx, kept.id) : null;
}

function photosOfUpdate(tx: Tx) {
  const json = sql`json_agg(json_build_object('imageId', ${updatePhoto.imageId}, 'caption', ${updatePhoto.caption},
    'width', ${image.width}, 'height', ${image.height}) order by ${updatePhoto.position})`;
  const rows = tx
    .select({ json })
    .from(updatePhoto)
    .innerJoin(image, and(eq(image.firmId, updatePhoto.firmId), eq(image.id, updatePhoto.imageId)))
    .where(and(eq(updatePhoto.firmId, projectUpdate.firmId), eq(updatePhoto.updateId, projectUpdate.id)));
  return sql<UpdatePhotoRow[] | null>`(${rows})`;
}
