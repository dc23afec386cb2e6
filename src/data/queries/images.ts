import { randomUUID } from "node:crypto";
import { and, eq, or } from "drizzle-orm";
import type { Picture, PictureType } from "../../domain/picture.ts";
import type { Tx } from "../database.ts";
import { branding, image } from "../schema/content-tables.ts";
import type { Doer } from "./audit.ts";

/** Keeps a picture in the caller's transaction, which writes the audit row too, and returns its id. */
export async function insertImage(
  tx: Tx,
  { firmId, actor, now }: Doer,
  { type, width, height, content }: Picture,
): Promise<string> {
  const id = randomUUID();
  await tx.insert(image).values({ firmId, id, type, width, height, content, createdAt: now, createdBy: actor });
  return id;
}

/** A picture of the firm, or null. Whoever asks has settled that it may be seen. */
export async function findImage(tx: Tx, id: string): Promise<Picture | null> {
  const [row] = await tx.select(imageColumns).from(image).where(eq(image.id, id));
  return row ? toPicture(row) : null;
}

/** A picture that the firm's branding shows to everybody, or null: any other picture is none here. */
export async function findBrandingImage(tx: Tx, id: string): Promise<Picture | null> {
  const isShown = and(
    eq(branding.firmId, image.firmId),
    or(eq(branding.logoId, image.id), eq(branding.faviconId, image.id)),
  );
  const [row] = await tx.select(imageColumns).from(image).innerJoin(branding, isShown).where(eq(image.id, id));
  return row ? toPicture(row) : null;
}

const imageColumns = { type: image.type, width: image.width, height: image.height, content: image.content };

/** What is stored was written by pictures/, which knows these types and no others. */
function toPicture(row: Omit<Picture, "type"> & { type: string }): Picture {
  return { ...row, type: row.type as PictureType };
}
