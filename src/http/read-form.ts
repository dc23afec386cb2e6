import type { AppContext } from "./env.ts";
import { uploadTooLarge } from "./errors.ts";

/** The largest picture, and what a form puts around it. */
const UPLOAD_BYTES_MAX = 9 * 1024 * 1024;

/** Signs that nobody sees and that turn the text after them round: with them a name or a sentence reads as what it is not. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** The text fields of a posted form, without signs that turn text round. Files, and a body that is no form, are like fields left empty. */
export async function readForm(c: AppContext): Promise<Partial<Record<string, string>>> {
  const body = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (isText(value) ? [[name, withoutTurning(value)]] : [])),
  );
}

/** Every text that a form carries under this name: the boxes that were ticked. */
export async function readFormList(c: AppContext, name: string): Promise<string[]> {
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  return [body[name]].flat().filter(isText);
}

function withoutTurning(text: string): string {
  return text.replace(TURNING, "");
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A posted form that carries files as well: its texts, and the files of one field. Fields left empty carry none. */
export type Upload = { fields: Partial<Record<string, string>>; filesOf: (name: string) => Promise<Uint8Array[]> };

/** Whether a form says of itself that it is larger than any that is taken: then it comes here without its body. */
export function isUploadTooLarge(c: AppContext): boolean {
  return Number(c.req.header("content-length")) > UPLOAD_BYTES_MAX;
}

/** Throws for a form that is larger than any that is taken. Reads a form with files; its texts are as `readForm` gives them. A body that is no form is like one left empty. What a file is called or said to be is not read. */
export async function readUpload(c: AppContext): Promise<Upload> {
  if (isUploadTooLarge(c)) throw uploadTooLarge();
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  const firstTexts = Object.entries(body).flatMap(([name, value]) => {
    const text = [value].flat().find(isText);
    return text === undefined ? [] : [[name, withoutTurning(text)] as const];
  });
  return {
    fields: Object.fromEntries(firstTexts),
    filesOf: (name) =>
      Promise.all(
        [body[name]]
          .flat()
          .filter(isChosenFile)
          .map((file) => file.bytes()),
      ),
  };
}

/** A browser sends a field for a file that nobody chose, with nothing in it. */
function isChosenFile(value: unknown): value is File {
  return value instanceof File && value.size > 0;
}
