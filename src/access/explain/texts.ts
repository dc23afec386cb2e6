// Small pieces of which the sentences are made.
import type { Step } from "../decision.ts";

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "Acme", "Acme and Birch", "Acme, Birch and Cedar"; the fallback when there is nothing to list. */
export function listed(value: unknown, fallback: string): string {
  if (!Array.isArray(value) || value.length === 0) return fallback;
  return value.length === 1 ? String(value[0]) : `${value.slice(0, -1).join(", ")} and ${value.at(-1)}`;
}

export function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** A slug stands below the firm's host; a whole address is quoted as it was asked. */
export function doorOf(asked: string, _locale: string): string {
  if (asked === "") return "your portals";
  return asked.includes("://") ? asked : `/${asked}`;
}

/** Which address to send: that of a person's own company, or one of each. */
export function addressOf({ evidence }: Pick<Step, "evidence">, companies: string): string {
  return `${lengthOf(evidence.companies) > 1 ? "the addresses" : "the address"} of ${companies}`;
}

/** As the second half of a sentence. */
export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function first(value: unknown): string | null {
  return Array.isArray(value) && typeof value[0] === "string" ? value[0] : null;
}

export function unstopped(text: string): string {
  return text.replace(/\.$/, "");
}

export function onNextLoad(_locale: string): string {
  return "It counts on the next page load.";
}
