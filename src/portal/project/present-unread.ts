import type { UnreadField } from "../../access/content.ts";
import { type BlockName, blockOfField } from "../../domain/template.ts";
import { unreadWords } from "../unread-words.ts";
import type { ProjectInput } from "./project-input.ts";

/** What stands where a block would, or a part of it, and why it does not. */
export type UnreadModel = { heading: string; text: string };

type Unread = { more: { unread: readonly UnreadField[] } };

/** What is left out of a block of the page, which says so in its place; null where it is whole. Invoices stay, and say it themselves. */
export function presentUnread(
  block: BlockName,
  input: Pick<ProjectInput, "more" | "firmName" | "locale">,
): UnreadModel | null {
  const [first] = input.more.unread.filter(({ field }) => blockOfField(field) === block);
  if (!first || first.part === "invoices" || first.part === "utilisation") return null;
  const say = unreadWords(input.locale);
  return { heading: say(first.part), text: say(first.why, { firm: input.firmName }) };
}

/** Whether nothing can be said of what this block would come to. */
export function isUnread(block: BlockName, { more }: Unread): boolean {
  return more.unread.some(({ field }) => blockOfField(field) === block);
}
