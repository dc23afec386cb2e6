/** How far the mouth bends at each score, from a deep frown to a wide smile. */
const mouthBend = [-7, -4, 0, 4, 7];

/** A drawn face for a score from one to five. Its word always stands beside it, so it is hidden from speech. */
export function Face({ score }: { score: number }) {
  const bend = mouthBend[score - 1] ?? 0;
  return (
    <svg class="face" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="18.5" />
      <circle class="eye" cx="14" cy="16" r="1.5" />
      <circle class="eye" cx="26" cy="16" r="1.5" />
      <path d={`M12 ${26 - bend / 2} Q20 ${26 + bend} 28 ${26 - bend / 2}`} />
    </svg>
  );
}
