/** A percent as a coordinate of a drawing, kept within it whatever the PSA says. */
export function trackEnd(percent: number): string {
  return `${Math.min(100, Math.max(0, percent))}%`;
}

/** `label` stands at the tick; `text` says the same where a tick cannot be seen. */
export type TodayModel = { percent: number; label: string; text: string };

type TrackProps = { donePercent: number; today: TodayModel | null };

/**
 * One phase drawn as a stretch of line: inked as far as the work is done, ticked where today lies between its planned days.
 * Percent coordinates, because the policy allows no inline style.
 */
export function Track({ donePercent, today }: TrackProps) {
  return (
    <svg class="stretch" width="100%" height="32" aria-hidden="true">
      <line class="track" x1="0" x2="100%" y1="16" y2="16" />
      {donePercent > 0 ? <line class="done" x1="0" x2={trackEnd(donePercent)} y1="16" y2="16" /> : null}
      {today === null ? null : <TodayTick today={today} />}
    </svg>
  );
}

function TodayTick({ today: { percent, label } }: { today: TodayModel }) {
  const x = trackEnd(percent);
  return (
    <>
      <line class="today" x1={x} x2={x} y1="9" y2="23" />
      <text class="today-label" x={x} y="37" text-anchor={anchorAt(percent)}>
        {label}
      </text>
    </>
  );
}

function anchorAt(percent: number): "start" | "middle" | "end" {
  if (percent < 20) return "start";
  return percent > 80 ? "end" : "middle";
}
