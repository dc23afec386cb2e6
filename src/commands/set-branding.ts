import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { readBranding } from "../data/queries/branding.ts";
import { insertImage } from "../data/queries/images.ts";
import { branding, image } from "../data/schema/content-tables.ts";
import type { Branding, BrandingItem } from "../domain/branding.ts";
import type { Picture } from "../domain/picture.ts";

export type BrandingTexts = Pick<Branding, "accent" | "welcome" | "supportEmail" | "supportPhone">;
export type BrandingPicture = "logo" | "favicon";

/** What of the branding one form settles, as a short text: it is another one as soon as any of it is. */
export function seenOf({ accent, welcome, supportEmail, supportPhone }: BrandingTexts): string {
  const said = JSON.stringify([accent, welcome, supportEmail, supportPhone]);
  return createHash("sha256").update(said).digest("base64url").slice(0, 16);
}

/**
 * Settles the firm's colour and words at its portals; null takes the program's own. It counts on the next page load. `seen`: what
 * held when the form was opened; null: whatever holds. What somebody else has saved since is not written over: then false.
 */
export async function setBrandingTexts(
  db: Database,
  doer: Doer,
  { texts, seen }: { texts: BrandingTexts; seen: string | null },
): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const holds = seenOf(await readLocked(tx, doer));
    if (seen !== null && holds !== seen && holds !== seenOf(texts)) return false;
    await upsert(tx, doer, texts);
    const { welcome, ...others } = texts;
    await insertAudit(tx, doer, "branding.set", { ...others, welcomeLength: welcome?.length ?? 0 });
    return true;
  });
}

/** Puts a picture in the place of the one before, which is then gone. */
export async function setBrandingPicture(
  db: Database,
  doer: Doer,
  { which, picture }: { which: BrandingPicture; picture: Picture },
): Promise<void> {
  await inFirmWrite(db, doer.firmId, async (tx) => {
    const before = await readBranding(tx);
    const id = await insertImage(tx, doer, picture);
    await upsert(tx, doer, which === "logo" ? { logoId: id } : { faviconId: id });
    await dropPicture(tx, before[which]?.id);
    const { type, width, height } = picture;
    await insertAudit(tx, doer, "branding.picture", { which, type, width, height });
  });
}

/** Takes one thing back to what the program ships. */
export async function resetBranding(db: Database, doer: Doer, item: BrandingItem): Promise<void> {
  await inFirmWrite(db, doer.firmId, async (tx) => {
    const before = await readBranding(tx);
    await upsert(tx, doer, { [columnOf[item]]: null });
    if (item === "logo" || item === "favicon") await dropPicture(tx, before[item]?.id);
    await insertAudit(tx, doer, "branding.reset", { item });
  });
}

type Columns = Partial<Omit<typeof branding.$inferInsert, "firmId">>;

const columnOf = {
  logo: "logoId",
  favicon: "faviconId",
  accent: "accent",
  welcome: "welcome",
  supportEmail: "supportEmail",
  supportPhone: "supportPhone",
} as const satisfies Record<BrandingItem, keyof Columns>;

/** What holds, which nobody else changes until this is done. The row is there before it is locked, so that the first save is no exception. */
async function readLocked(tx: Tx, { firmId, actor, now }: Doer): Promise<Branding> {
  await tx.insert(branding).values({ firmId, changedAt: now, changedBy: actor }).onConflictDoNothing();
  await tx.select({ firmId: branding.firmId }).from(branding).where(eq(branding.firmId, firmId)).for("update");
  return readBranding(tx);
}

async function upsert(tx: Tx, { firmId, actor, now }: Doer, columns: Columns): Promise<void> {
  const changed = { ...columns, changedAt: now, changedBy: actor };
  await tx
    .insert(branding)
    .values({ firmId, ...changed })
    .onConflictDoUpdate({ target: branding.firmId, set: changed });
}

async function dropPicture(tx: Tx, id: string | undefined): Promise<void> {
  if (id !== undefined) await tx.delete(image).where(eq(image.id, id));
}
