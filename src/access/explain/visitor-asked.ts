// What the visitor reads after asking the firm for help: the same for everybody, at whatever door they stood.

export type AskedKind = "told" | "already" | "too_often";

export type AskedExplanation = { heading: string; text: string; status: 200 | 429 };

/** What happens next; at most forty words. `day`: when they first asked, such as "25 November". */
export function explainAsked(kind: AskedKind, { firm, day }: { firm: string; day: string }): AskedExplanation {
  switch (kind) {
    case "told":
      return {
        heading: `We have told ${firm}`,
        text: `${firm} now has your question, with everything they need to answer it. Once they have put it right, load your page again: you need not sign in a second time.`,
        status: 200,
      };
    case "already":
      return {
        heading: `${firm} has your question`,
        text: `You have already asked, on ${day}. Once ${firm} has put it right, load your page again. If it is urgent, write to them.`,
        status: 200,
      };
    case "too_often":
      return {
        heading: "That was asked often today",
        text: `${firm} has your earlier questions. If you still cannot see your projects, please write to them.`,
        status: 429,
      };
  }
}
