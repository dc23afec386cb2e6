import type { BrandingPicture } from "../../commands/set-branding.ts";
import { type Branding, type BrandingItem, brandingItems, DEFAULT_ACCENT } from "../../domain/branding.ts";
import type { Firm } from "../../domain/firm.ts";
import { lookOf } from "../../http/look-of.ts";
import { contrastOf, papers, type Shades, shadesOf } from "../../ui/accent.ts";
import type { FieldModel } from "../../ui/components/field.tsx";
import type { FormTarget, Look } from "../../ui/frame.ts";
import { BRANDING_PATH } from "../frame.ts";
import { OTHER, type Problems, swatches, type TypedBranding } from "./typed.ts";

export type BrandingModel = {
  heading: string;
  lead: string;
  /** What just happened, if anything did. */
  status: string | null;
  canChange: boolean;
  pictures: PictureModel[];
  form: { action: string; shown: string; swatches: SwatchModel[]; hex: FieldModel; fields: TextFields };
  contrast: ContrastModel[];
  resets: { label: string; target: FormTarget }[];
  preview: PreviewModel;
};

export type PictureModel = {
  which: BrandingPicture;
  heading: string;
  meaning: string;
  now: { src: string; width: number; height: number } | null;
  problem: string | null;
  action: string;
  button: string;
};

export type SwatchModel = { value: string; label: string; hex: string | null; isChosen: boolean };
type TextFields = { welcome: FieldModel; supportEmail: FieldModel; supportPhone: FieldModel };

/** How the accent stands on one kind of page. */
export type ContrastModel = { where: string; text: string; chips: string[] };

export type PreviewModel = { lead: string; firmName: string; look: Look; welcome: string | null };

export type BrandingInput = {
  firm: Firm;
  /** What holds now. */
  saved: Branding;
  /** What the form says, and the branding that comes of it. */
  typed: TypedBranding;
  shown: Branding;
  problems: Problems;
  pictureProblem: { which: BrandingPicture; words: string } | null;
  status: string | null;
  isPreview: boolean;
  canChange: boolean;
};

export const PICTURES_PATH = `${BRANDING_PATH}/images`;
export const RESET_PATH = `${BRANDING_PATH}/reset`;

/** The page with what holds, what was typed, and what clients would see of it. */
export function presentBranding(input: BrandingInput): BrandingModel {
  const { firm, saved, typed, shown, problems, status, canChange, isPreview } = input;
  return {
    heading: "Branding",
    lead: "Your logo, colour and words on every client’s portal, its sign-in page and the mails that go out for it. A change counts from the next page load on.",
    status,
    canChange,
    pictures: (["logo", "favicon"] as const).map((which) => presentPicture(which, input)),
    form: {
      action: BRANDING_PATH,
      shown: typed.swatch,
      swatches: presentSwatches(typed),
      hex: {
        name: "hex",
        label: "Another colour, as a hex value",
        hint: "For example #1d4ed8.",
        problem: problems.hex ?? null,
        value: typed.hex,
      },
      fields: presentFields(typed, problems, firm),
    },
    contrast: presentContrast(shown.accent ?? DEFAULT_ACCENT),
    resets: canChange ? presentResets(saved) : [],
    preview: {
      lead: isPreview
        ? "What clients would see. Nothing is saved yet."
        : "What clients see. Type on the left and press Preview to see a change before it is saved.",
      firmName: firm.name,
      look: lookOf(shown, PICTURES_PATH),
      welcome: shown.welcome,
    },
  };
}

const pictureWords = {
  logo: {
    heading: "Logo",
    meaning:
      "Stands at the head of every page in place of your firm’s name. PNG, JPEG, WebP or SVG of at most 5 MB; shown up to 48 pixels high.",
    button: "Upload the logo",
  },
  favicon: {
    heading: "Icon",
    meaning: "Stands in the browser’s tab. A square picture works best. PNG, JPEG, WebP or SVG of at most 5 MB.",
    button: "Upload the icon",
  },
};

function presentPicture(which: BrandingPicture, { saved, pictureProblem }: BrandingInput): PictureModel {
  const { logo, icon } = lookOf(saved, PICTURES_PATH);
  return {
    which,
    ...pictureWords[which],
    now: which === "logo" ? logo : icon && { src: icon.href, width: 32, height: 32 },
    problem: pictureProblem?.which === which ? pictureProblem.words : null,
    action: `${BRANDING_PATH}/${which}`,
  };
}

function presentSwatches({ swatch }: TypedBranding): SwatchModel[] {
  const six = swatches.map(({ hex, label }) => ({ value: hex, label, hex, isChosen: swatch === hex }));
  return [...six, { value: OTHER, label: "Another colour", hex: null, isChosen: swatch === OTHER }];
}

function presentFields(typed: TypedBranding, problems: Problems, firm: Firm): TextFields {
  return {
    welcome: {
      name: "welcome",
      label: "Welcome message",
      hint: "Stands above a client’s projects, never on the sign-in page. Markdown: **bold**, *italic*, lists, [links](https://…).",
      problem: problems.welcome ?? null,
      value: typed.welcome,
    },
    supportEmail: {
      name: "support-email",
      label: "Support email",
      hint: `Shown to everybody, on every page and in mails. Left empty, questions go to ${firm.contactEmail}, once somebody has signed in.`,
      problem: problems.supportEmail ?? null,
      value: typed.supportEmail,
    },
    supportPhone: {
      name: "support-phone",
      label: "Support phone",
      hint: "Shown beside it.",
      problem: problems.supportPhone ?? null,
      value: typed.supportPhone,
    },
  };
}

function presentContrast(accent: string): ContrastModel[] {
  const { light, dark } = shadesOf(accent);
  return [
    { where: "On light pages", paper: papers.light, shades: light },
    { where: "On dark pages", paper: papers.dark, shades: dark },
  ].map(({ where, paper, shades }) => ({
    where,
    text: contrastText(accent, paper, shades),
    chips: [...new Set([shades.accent, shades.text])],
  }));
}

function contrastText(accent: string, paper: string, { accent: line, text }: Shades): string {
  const ratio = (shade: string) => `${(Math.floor(contrastOf(shade, paper) * 10) / 10).toFixed(1)} to 1`;
  if (text === accent) return `${accent} is used as it is: ${ratio(accent)}, and text needs 4.5 to 1.`;
  const lines = line === accent ? `lines stay ${accent} (${ratio(line)})` : `lines become ${line} (${ratio(line)})`;
  return `${accent} has ${ratio(accent)}, too little to read. Links and buttons become ${text} (${ratio(text)}), ${lines}.`;
}

const resetLabels: Record<BrandingItem, string> = {
  logo: "Remove the logo",
  favicon: "Remove the icon",
  accent: "Back to teal",
  welcome: "Remove the welcome message",
  supportEmail: "Remove the support email",
  supportPhone: "Remove the support phone",
};

function presentResets(saved: Branding): BrandingModel["resets"] {
  return brandingItems
    .filter((item) => saved[item] !== null)
    .map((item) => ({ label: resetLabels[item], target: { action: RESET_PATH, fields: { item } } }));
}
