import { trackEnd } from "./track.tsx";

type ProgressProps = { percent: number };

/** A thin ruled bar with a mark at every quarter. The number always stands beside it in words, so it is hidden from speech. */
export function Progress({ percent }: ProgressProps) {
  const end = trackEnd(percent);
  return (
    <svg class="progress" width="100%" height="9" aria-hidden="true">
      <line class="track" x1="0" x2="100%" y1="4.5" y2="4.5" />
      {["0%", "25%", "50%", "75%", "100%"].map((x) => (
        <line key={x} class="track" x1={x} x2={x} y1="0" y2="9" />
      ))}
      <line class="done" x1="0" x2={end} y1="4.5" y2="4.5" />
    </svg>
  );
}
