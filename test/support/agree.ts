// The question before something sensitive is shown, and the yes to it.
import type { Answer, Visitor } from "./visitor.ts";

/** The form of the question: where it goes, and all that it carries along. */
export function formOf({ text }: Pick<Answer, "text">): { action: string; fields: Record<string, string> } {
  const [, action = "", inside = ""] = /<main.*?<form method="post" action="([^"]+)">(.*?)<\/form>/s.exec(text) ?? [];
  const inputs = [...inside.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
  return { action, fields: Object.fromEntries(inputs.map(([, name = "", value = ""]) => [name, value])) };
}

/** Sends a form, and says yes where it is asked about first. */
export async function postAgreed(visitor: Visitor, path: string, form: Record<string, string>): Promise<Answer> {
  const answer = await visitor.post(path, form);
  if (!answer.text.includes('name="agreed"')) return answer;
  const { action, fields } = formOf(answer);
  return visitor.post(action, fields);
}
