import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { templateShape } from "../data/schema/content-tables.ts";
import type { Template } from "../domain/firm.ts";
import { changeShape, type ShapeChange, shapeOf } from "../domain/template-shape.ts";

/** Shows, hides or moves one block of a template, or shows or hides one field, for the whole firm; it counts on the next page load. */
export async function shapeTemplate(
  db: Database,
  doer: Doer,
  { template, ...asked }: { template: Template } & ShapeChange,
): Promise<void> {
  const [key, changed] = [
    { firmId: doer.firmId, template },
    { changedAt: doer.now, changedBy: doer.actor },
  ];
  const isOwn = and(eq(templateShape.firmId, doer.firmId), eq(templateShape.template, template));
  await inFirmWrite(db, doer.firmId, async (tx) => {
    // The row is there before it is locked, so that of two admins who press at once neither undoes the other's change.
    const shipped = { ...key, ...changed, blocks: shapeOf(template, null) };
    await tx.insert(templateShape).values(shipped).onConflictDoNothing();
    const [stored] = await tx.select({ blocks: templateShape.blocks }).from(templateShape).where(isOwn).for("update");
    const blocks = changeShape(shapeOf(template, stored?.blocks ?? null), asked);
    await tx
      .update(templateShape)
      .set({ ...changed, blocks })
      .where(isOwn);
    await insertAudit(tx, doer, "template.shape", { template, ...asked });
  });
}

/** Gives the firm a template as the program ships it. Nothing is done where the firm has changed nothing of it. */
export async function resetTemplate(db: Database, doer: Doer, template: Template): Promise<void> {
  await inFirmWrite(db, doer.firmId, async (tx) => {
    const isOwn = and(eq(templateShape.firmId, doer.firmId), eq(templateShape.template, template));
    const gone = await tx.delete(templateShape).where(isOwn).returning({ template: templateShape.template });
    if (gone.length > 0) await insertAudit(tx, doer, "template.reset", { template });
  });
}
