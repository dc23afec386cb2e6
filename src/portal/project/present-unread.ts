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
  const name = named.find((field) => field === first?.field);
  if (!first || !name) return null;
  const say = unreadWords(input.locale);
  const isOfPeople = name === "manager" || name === "teamNames";
  return { heading: say(name), text: say(isOfPeople ? "people" : first.why, { firm: input.firmName }) };
}

/** The fields that are missed by name. It is the field, and not what was read for it, that this client would see here. */
const named = ["phase", "disciplines", "hours", "budget", "profitability", "teamNames", "manager"] as const;

/** Whether nothing can be said of what this block would come to. */
export function isUnread(block: BlockName, { more }: Unread): boolean {
  return more.unread.some(({ field }) => blockOfField(field) === block);
}
