// The shades of a firm's accent: its own colour where it can be read, else the nearest one of its hue that can. Contrast is that
// of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio); shades are mixed in OKLab, as CSS color-mix(in oklab) does
// (https://bottosson.github.io/posts/oklab/), so that a hue stays the same hue.

/** `accent`: lines and marks. `text`: links, and the ground of buttons. `onText`: what stands on that ground. */
export type Shades = { accent: string; text: string; onText: string };

export type AccentShades = { light: Shades; dark: Shades };

/** What the shades stand on: --paper of styles.css, by day and by night. */
export const papers = { light: "#fcfbf8", dark: "#131716" } as const;

const WHITE = "#ffffff";
const BLACK = "#000000";
const GRAPHICS_CONTRAST_MIN = 3;
const TEXT_CONTRAST_MIN = 4.5;
const STEPS = 64;

/** The shades of an accent, "#0d9488" for example, for light pages and dark ones. */
export function shadesOf(accent: string): AccentShades {
  const shadesOn = (paper: string, end: string, onText: string): Shades => ({
    accent: shadeTowards(accent, end, { paper, contrastMin: GRAPHICS_CONTRAST_MIN }),
    text: shadeTowards(accent, end, { paper, contrastMin: TEXT_CONTRAST_MIN }),
    onText,
  });
  return { light: shadesOn(papers.light, BLACK, WHITE), dark: shadesOn(papers.dark, WHITE, papers.dark) };
}

/** The contrast of two colours, from 1 (none) to 21 (black and white). */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The first mixture on the way to an end that stands out enough; the end itself always does. */
function shadeTowards(accent: string, end: string, asked: { paper: string; contrastMin: number }): string {
  for (let step = 0; step < STEPS; step++) {
    const shade = step === 0 ? accent : mix(accent, end, step / STEPS);
    if (contrastOf(shade, asked.paper) >= asked.contrastMin) return shade;
  }
  return end;
}

type Triple = [number, number, number];

function mix(one: string, other: string, share: number): string {
  const [from, to] = [toOklab(one), toOklab(other)];
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return fromOklab([at(0), at(1), at(2)]);
}

function luminanceOf(hex: string): number {
  const [red, green, blue] = toLinear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toHex(linear: Triple): string {
  const channel = (value: number) => {
    const inside = Math.min(1, Math.max(0, value));
    const encoded = inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${linear.map(channel).join("")}`;
}

function toOklab(hex: string): Triple {
  const [r, g, b] = toLinear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return toHex([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}
