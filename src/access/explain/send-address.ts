import type { Step } from "../decision.ts";
import { sharedWords } from "./shared-words.ts";
import { lengthOf } from "./texts.ts";

/** Which address to send: that of a person's own company, or one of each. */
export function sendAddress({ evidence }: Pick<Step, "evidence">, companies: string, locale: string): string {
  return sharedWords(locale)("sendAddress", { companies, count: lengthOf(evidence.companies) > 1 ? 2 : 1 });
}
