/** A percent as a coordinate of a drawing, kept within it whatever the PSA says. */
export function trackEnd(percent: number): string {
  return `${Math.min(100, Math.max(0, percent))}%`;
}

type TrackProps = { donePercent: number; todayPercent: number | null };

/**
 * One phase drawn as a stretch of line: inked as far as the work is done, ticked where today lies between its planned days.
 * Percent coordinates, because the policy allows no inline style.
 */
export function Track({ donePercent, todayPercent }: TrackProps) {
  return (
    <svg class="stretch" width="100%" height="32" aria-hidden="true">
      <line class="track" x1="0" x2="100%" y1="16" y2="16" />
      {donePercent > 0 ? <line class="done" x1="0" x2={trackEnd(donePercent)} y1="16" y2="16" /> : null}
      {todayPercent === null ? null : <TodayTick percent={todayPercent} />}
    </svg>
  );
}

function TodayTick({ percent }: { percent: number }) {
  const x = trackEnd(percent);
  return (
    <>
      <line class="today" x1={x} x2={x} y1="9" y2="23" />
      <text class="today-label" x={x} y="37" text-anchor={anchorAt(percent)}>
        today
      </text>
    </>
  );
}

function anchorAt(percent: number): "start" | "middle" | "end" {
  if (percent < 20) return "start";
  return percent > 80 ? "end" : "middle";
}
