// A page as somebody reads it.
import type { Answer } from "./visitor.ts";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The words of a page: no tags, no entities, single blanks. */
export function wordsOf({ text }: Pick<Answer, "text">): string {
  return text
    .replace(/<head>.*<\/head>/s, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => entities[name] ?? all)
    .replace(/\s+/g, " ")
    .trim();
}

/** The page's one heading. */
export function headingOf({ text }: Pick<Answer, "text">): string | null {
  return /<h1>(.*?)<\/h1>/s.exec(text)?.[1] ?? null;
}
