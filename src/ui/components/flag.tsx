/** A signal: a shape and a word, so that the colour never stands alone. */
export function Flag({ kind, text }: { kind: "late" | "waiting" | "trouble"; text: string }) {
  return <span class={`flag flag-${kind}`}>{text}</span>;
}
