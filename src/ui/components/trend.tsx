export type TrendModel = {
  /** Each point from 0 to 100: how far along, and how high. */
  points: { x: number; y: number }[];
};

const WIDTH = 160;
const HEIGHT = 40;

/** A line through a few values between two rules, the lowest and the highest that can be. Words beside it say the same. */
export function Trend({ trend }: { trend: TrendModel }) {
  const places = trend.points.map(({ x, y }) => ({ x: (x / 100) * WIDTH, y: HEIGHT - (y / 100) * HEIGHT }));
  const last = places.at(-1);
  return (
    <svg class="trend" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="track" x1="0" x2={WIDTH} y1="0" y2="0" />
      <line class="track" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      <polyline points={places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
      {last ? <circle cx={last.x.toFixed(1)} cy={last.y.toFixed(1)} r="4" /> : null}
    </svg>
  );
}
