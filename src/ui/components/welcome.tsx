import { Markdown } from "./markdown.tsx";

/** What the firm says to its clients at its door, and on the first page inside. */
export function Welcome({ text }: { text: string | null }) {
  return text ? (
    <div class="welcome">
      <Markdown text={text} heading="h2" />
    </div>
  ) : null;
}
