// An SVG can be small and take very long to draw. What is clearly no logo is refused before anything is drawn.

const DRAWING_BYTES_MAX = 200_000;
const ELEMENTS_MAX = 1_000;
/** Characters in one attribute: a path, most of the time, or a picture within the drawing. */
const ATTRIBUTE_LENGTH_MAX = 20_000;

const signatures = ["\x89PNG", "\xff\xd8\xff", "RIFF"];

/** Whether a file begins as PNG, JPEG and WebP do. Everything else can at most be a drawing. */
export function beginsAsPixels(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  return signatures.some((signature) => start.startsWith(signature));
}

/** Why a file is not drawn as SVG; null where it may be tried. One that is packed (SVGZ) is taken for no picture. */
export function whyNotDrawn(bytes: Uint8Array): "not_a_picture" | "too_intricate" | null {
  const text = Buffer.from(bytes.subarray(0, DRAWING_BYTES_MAX)).toString("utf8");
  if (!text.includes("<svg") || unfolds(text)) return "not_a_picture";
  const isIntricate =
    bytes.byteLength > DRAWING_BYTES_MAX ||
    (text.match(/<[a-z]/gi) ?? []).length > ELEMENTS_MAX ||
    text.split(/["']/).some(({ length }) => length > ATTRIBUTE_LENGTH_MAX);
  return isIntricate ? "too_intricate" : null;
}

/** Whether a name that is declared in the file stands for others: a few of them can stand for more text than any memory holds. */
function unfolds(text: string): boolean {
  const [, ...declared] = text.split("<!ENTITY");
  return declared.some((rest) => rest.slice(0, rest.indexOf(">")).includes("&"));
}
