import { type ClosedKind, statusOfClosed } from "../../access/explain/visitor.ts";
import { closedWords } from "./words.ts";

export type VisitorExplanation = { heading: string; text: string; status: 200 | 403 | 404 | 503 };

type Names = { firm: string; email: string; company: string | null };

/** What happened and what to do now, for the person at the door; at most forty words, no jargon. */
export function explainForVisitor(
  kind: Exclude<ClosedKind, "sign_in">,
  { firm, email, company }: Names,
  locale: string,
): VisitorExplanation {
  const say = closedWords(locale);
  const values = { firm, email, company: company ?? say("your_company") };
  return { heading: say(kind), text: say(`${kind}_text`, values), status: statusOfClosed[kind] };
}
