import type { Template } from "../../domain/firm.ts";
import { eachTemplate } from "../../domain/template.ts";
import { type StoredBlock, shapeOf, type TemplateShapes } from "../../domain/template-shape.ts";
import type { Tx } from "../database.ts";
import { templateShape } from "../schema/content-tables.ts";

export type StoredShape = { template: Template; blocks: readonly StoredBlock[] };

/** Every template as it stands at the firm right now. */
export async function readTemplateShapes(tx: Tx): Promise<TemplateShapes> {
  const { template, blocks } = templateShape;
  return shapesOf(await tx.select({ template, blocks }).from(templateShape));
}

/** Every template out of those that the firm has changed. */
export function shapesOf(stored: StoredShape[]): TemplateShapes {
  return eachTemplate((name) => shapeOf(name, stored.find(({ template }) => template === name)?.blocks ?? null));
}
