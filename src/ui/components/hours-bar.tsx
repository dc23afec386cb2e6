import { trackEnd } from "./track.tsx";

/** Stretches of a bar one behind another, and a tick at what was planned; all in percent of the drawing's width. */
export type HoursBarModel = { parts: { name: string; from: number; to: number }[]; planned: number | null };

/** One phase's hours as a ruled bar, a tone for each part. The text beside it says the same, so it is hidden from speech. */
export function HoursBar({ bar }: { bar: HoursBarModel }) {
  return (
    <svg class="hours-bar" width="100%" height="13" aria-hidden="true">
      <line class="track" x1="0" x2="100%" y1="6.5" y2="6.5" />
      {bar.parts.map(({ name, from, to }, index) => (
        <line key={name} class={`tone tone-${index % 4}`} x1={trackEnd(from)} x2={trackEnd(to)} y1="6.5" y2="6.5" />
      ))}
      {bar.parts.slice(1).map(({ name, from }) => (
        <line key={name} class="gap" x1={trackEnd(from)} x2={trackEnd(from)} y1="2" y2="11" />
      ))}
      {bar.planned === null ? null : (
        <line class="today" x1={trackEnd(bar.planned)} x2={trackEnd(bar.planned)} y1="0" y2="13" />
      )}
    </svg>
  );
}
