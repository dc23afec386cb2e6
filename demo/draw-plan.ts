// The one picture of the sample firm: a roof framing plan, drawn here line by line. It has no letters, since fonts differ.
const INK = "#2b3138";
const TIMBER = "#b9824a";
const GRANITE = "#8b9097";
const GRID_X = [200, 450, 700, 950, 1200];
const GIRDERS_X = GRID_X.slice(0, 4).map((x) => x + 125);
const [WEST, EAST, NORTH, SOUTH] = [200, 1200, 220, 780];
const PURLINS = 9;

/** The plan as SVG: old walls, the girders on their piers, the purlins between them, the grid, and a scale. */
export function drawPlan(): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="960" viewBox="0 0 1400 960">`,
    `<rect width="1400" height="960" fill="#fbfaf6"/>`,
    ...GRID_X.map(gridLine),
    ...purlinsY().map((y) => `<path d="M${WEST} ${y}H${EAST}" stroke="${TIMBER}" stroke-width="5"/>`),
    ...GIRDERS_X.map(girder),
    wall(WEST - 20, NORTH - 40, EAST - WEST + 40, 40),
    wall(WEST - 20, NORTH, 20, SOUTH - NORTH),
    wall(EAST, NORTH, 20, SOUTH - NORTH),
    `<path d="M${WEST - 20} ${SOUTH}H${EAST + 20}m0 8H${WEST - 20}" stroke="#5b8fb0" stroke-width="3"/>`,
    ...scale(),
    northArrow(),
    "</svg>",
  ].join("");
}

function gridLine(x: number): string {
  const bubble = `<circle cx="${x}" cy="96" r="24" fill="none" stroke="${INK}" stroke-width="3"/>`;
  return `${bubble}<path d="M${x} 120V840" stroke="${INK}" stroke-width="1.5" stroke-dasharray="26 7 4 7"/>`;
}

function purlinsY(): number[] {
  return Array.from({ length: PURLINS }, (_, index) => NORTH + ((index + 1) * (SOUTH - NORTH)) / (PURLINS + 1));
}

function girder(x: number): string {
  const piers = [NORTH + 16, SOUTH].map(
    (y) => `<rect x="${x - 24}" y="${y - 16}" width="48" height="32" fill="${GRANITE}"/>`,
  );
  const beam = `<rect x="${x - 9}" y="${NORTH}" width="18" height="${SOUTH - NORTH}" fill="${TIMBER}" stroke="${INK}" stroke-width="2"/>`;
  return [...piers, beam].join("");
}

function wall(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#d9dadb" stroke="${INK}" stroke-width="3"/>`;
}

function scale(): string[] {
  return [0, 1, 2, 3].map((part) => {
    const fill = part % 2 === 0 ? INK : "none";
    return `<rect x="${WEST + part * 83}" y="880" width="83" height="12" fill="${fill}" stroke="${INK}" stroke-width="2"/>`;
  });
}

function northArrow(): string {
  const ring = `<circle cx="1176" cy="886" r="36" fill="none" stroke="${INK}" stroke-width="2"/>`;
  return `${ring}<path d="M1176 838L1192 914L1176 900L1160 914Z" fill="${INK}"/>`;
}
