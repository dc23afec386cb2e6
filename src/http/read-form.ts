import type { AppContext } from "./env.ts";

/** The text fields of a posted form. Files, and a body that is no form, are like fields left empty. */
export async function readForm(c: AppContext): Promise<Partial<Record<string, string>>> {
  const body = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (isText(value) ? [[name, value]] : [])));
}

/** Every text that a form carries under this name: the boxes that were ticked. */
export async function readFormList(c: AppContext, name: string): Promise<string[]> {
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  return [body[name]].flat().filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
