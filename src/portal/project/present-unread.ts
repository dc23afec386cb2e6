import type { UnreadField } from "../../access/content.ts";
import { type BlockName, blockOfField } from "../../domain/template.ts";
import {
  type ListField,
  listFields,
  type PartialModel,
  presentLeftOut,
  presentPartial,
  type UnreadModel,
} from "../unread.ts";
import { unreadWords } from "../unread-words.ts";
import type { ProjectInput } from "./project-input.ts";

type Input = Pick<ProjectInput, "more" | "firmName" | "locale">;

/**
 * What is left out of a block of the page, which says so in its place; null where it is whole. A list that has some of its rows
 * says itself that others may be missing.
 */
export function presentUnread(block: BlockName, input: Input): UnreadModel | null {
  const [first] = input.more.unread.filter(({ field }) => blockOfField(field) === block);
  const list = listOf(block);
  if (list) return presentLeftOut(input.more.unread, list, input);
  const name = sums.find((field) => field === first?.field);
  if (!first || !name) return null;
  const say = unreadWords(input.locale);
  return {
    heading: say(name),
    text: say(name === "manager" && first.why !== "not_yet" ? "people" : first.why, { firm: input.firmName }),
  };
}

/** The fields that are missed by name. It is the field, and not what was read for it, that this client would see here. */
const sums = ["hours", "disciplines", "budget", "profitability", "manager"] as const;

/** What the list in this block says where some of its rows may be missing; null where it is whole. */
export function partialOf(block: BlockName, input: Input): PartialModel | null {
  const list = listOf(block);
  return list ? presentPartial(input.more.unread, list, input) : null;
}

function listOf(block: BlockName): ListField | undefined {
  return listFields.find((field) => blockOfField(field) === block);
}

/** Whether not all of what this block would say is known. */
export function isUnread(block: BlockName, { more }: { more: { unread: readonly UnreadField[] } }): boolean {
  return more.unread.some(({ field }) => blockOfField(field) === block);
}
