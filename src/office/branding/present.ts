import type { BrandingPicture } from "../../commands/set-branding.ts";
import { type Branding, brandingItems, DEFAULT_ACCENT } from "../../domain/branding.ts";
import type { Firm } from "../../domain/firm.ts";
import { lookOf } from "../../http/look-of.ts";
import { signInWords } from "../../identity/words.ts";
import { contrastOf, papers, type Shades, shadesOf } from "../../ui/accent.ts";
import type { FieldModel } from "../../ui/components/field.tsx";
import { numberFormatter } from "../../ui/format/formatters.ts";
import type { FormTarget, Look } from "../../ui/frame.ts";
import { BRANDING_PATH } from "../frame.ts";
import { OTHER, type Problems, swatches, type TypedBranding } from "./typed.ts";
import { brandingWords, sampleWords } from "./words.ts";

export type BrandingModel = {
  heading: string;
  lead: string;
  /** What just happened, if anything did. */
  status: string | null;
  /** What somebody else has saved meanwhile, beside what was typed; null where nobody has. */
  conflict: { notice: string; heading: string; rows: { term: string; text: string }[] } | null;
  canChange: boolean;
  pictures: PictureModel[];
  form: FormModel;
  contrast: ContrastModel[];
  resets: { heading: string; actions: { label: string; target: FormTarget }[] } | null;
  preview: PreviewModel;
};

type FormModel = {
  action: string;
  legend: string;
  shown: string;
  /** What held when the form was opened. */
  seen: string;
  swatches: SwatchModel[];
  hex: FieldModel;
  fields: TextFields;
  save: string;
  preview: string;
  /** In place of the buttons, for whoever may not press them. */
  admins: string;
};

export type PictureModel = {
  which: BrandingPicture;
  heading: string;
  meaning: string;
  now: { picture: { src: string; width: number; height: number }; alt: string } | null;
  fileLabel: string;
  problem: string | null;
  action: string;
  button: string;
};

export type SwatchModel = { value: string; label: string; hex: string | null; isChosen: boolean };
type TextFields = { welcome: FieldModel; supportEmail: FieldModel; supportPhone: FieldModel };

/** How the accent stands on one kind of page. */
export type ContrastModel = { where: string; text: string; chips: string[] };

export type PreviewModel = {
  heading: string;
  lead: string;
  signInHeading: string;
  firstHeading: string;
  firmName: string;
  look: Look;
  welcome: string | null;
  /** What stands on a client's pages, in the clients' language. */
  sample: { lang: string; email: FieldModel; send: string } & Record<SampleKey, string>;
};

type SampleKey = "heading" | "company" | "projects" | "project" | "complete";

export type BrandingInput = {
  firm: Firm;
  /** What holds now. */
  saved: Branding;
  /** What the form says, and the branding that comes of it. */
  typed: TypedBranding;
  shown: Branding;
  problems: Problems;
  pictureProblem: { which: BrandingPicture; words: string } | null;
  seen: string;
  isConflict: boolean;
  status: string | null;
  isPreview: boolean;
  canChange: boolean;
  locale: string;
  /** The locale of the clients' pages. */
  clientLocale: string;
};

export const PICTURES_PATH = `${BRANDING_PATH}/images`;
export const RESET_PATH = `${BRANDING_PATH}/reset`;

/** The page with what holds, what was typed, and what clients would see of it. */
export function presentBranding(input: BrandingInput): BrandingModel {
  const { saved, shown, status, canChange, locale } = input;
  const say = brandingWords(locale);
  return {
    heading: say("heading"),
    lead: say("lead"),
    status,
    conflict: input.isConflict ? presentConflict(input) : null,
    canChange,
    pictures: (["logo", "favicon"] as const).map((which) => presentPicture(which, input)),
    form: presentForm(input),
    contrast: presentContrast(shown.accent ?? DEFAULT_ACCENT, locale),
    resets: canChange ? presentResets(saved, locale) : null,
    preview: presentPreview(input),
  };
}

function presentForm({ firm, typed, seen, problems, locale }: BrandingInput): FormModel {
  const say = brandingWords(locale);
  return {
    action: BRANDING_PATH,
    legend: say("accent"),
    shown: typed.swatch,
    seen,
    swatches: presentSwatches(typed, locale),
    hex: {
      name: "hex",
      label: say("hex"),
      hint: say("hex_hint"),
      problem: problems.hex ?? null,
      value: typed.hex,
    },
    fields: presentFields(typed, problems, { firm, locale }),
    save: say("save"),
    preview: say("preview"),
    admins: say("admins_only"),
  };
}

/** Only what is not as it was typed. */
function presentConflict({ saved, shown, locale }: BrandingInput): BrandingModel["conflict"] {
  const say = brandingWords(locale);
  const items = [
    { key: "accent", term: say("accent"), text: saved.accent ?? DEFAULT_ACCENT },
    { key: "welcome", term: say("welcome"), text: saved.welcome ?? say("now_none") },
    { key: "supportEmail", term: say("email"), text: saved.supportEmail ?? say("now_none") },
    { key: "supportPhone", term: say("phone"), text: saved.supportPhone ?? say("now_none") },
  ] as const;
  return {
    notice: say("meanwhile"),
    heading: say("now_heading"),
    rows: items.filter(({ key }) => saved[key] !== shown[key]).map(({ term, text }) => ({ term, text })),
  };
}

function presentPicture(which: BrandingPicture, { saved, pictureProblem, locale }: BrandingInput): PictureModel {
  const say = brandingWords(locale);
  const { logo, icon } = lookOf(saved, PICTURES_PATH);
  const now = which === "logo" ? logo : icon && { src: icon.href, width: 32, height: 32 };
  return {
    which,
    heading: say(which),
    meaning: say(`${which}_text`),
    now: now && { picture: now, alt: say(`${which}_now`) },
    fileLabel: say(now ? "picture_another" : "picture"),
    problem: pictureProblem?.which === which ? pictureProblem.words : null,
    action: `${BRANDING_PATH}/${which}`,
    button: say(`${which}_upload`),
  };
}

function presentSwatches({ swatch }: TypedBranding, locale: string): SwatchModel[] {
  const say = brandingWords(locale);
  const six = swatches.map(({ hex, name }) => ({ value: hex, label: say(name), hex, isChosen: swatch === hex }));
  return [...six, { value: OTHER, label: say("other"), hex: null, isChosen: swatch === OTHER }];
}

type AroundFields = { firm: Firm; locale: string };

function presentFields(typed: TypedBranding, problems: Problems, { firm, locale }: AroundFields): TextFields {
  const say = brandingWords(locale);
  return {
    welcome: {
      name: "welcome",
      label: say("welcome"),
      hint: say("welcome_hint"),
      problem: problems.welcome ?? null,
      value: typed.welcome,
    },
    supportEmail: {
      name: "support-email",
      label: say("email"),
      hint: say("email_hint", { email: firm.contactEmail }),
      problem: problems.supportEmail ?? null,
      value: typed.supportEmail,
    },
    supportPhone: {
      name: "support-phone",
      label: say("phone"),
      hint: say("phone_hint"),
      problem: problems.supportPhone ?? null,
      value: typed.supportPhone,
    },
  };
}

function presentContrast(accent: string, locale: string): ContrastModel[] {
  const say = brandingWords(locale);
  const { light, dark } = shadesOf(accent);
  return [
    { where: say("on_light"), paper: papers.light, shades: light },
    { where: say("on_dark"), paper: papers.dark, shades: dark },
  ].map(({ where, paper, shades }) => ({
    where,
    text: contrastText(accent, { paper, shades, locale }),
    chips: [...new Set([shades.accent, shades.text])],
  }));
}

const READABLE_RATIO = 4.5;

type OnPaper = { paper: string; shades: Shades; locale: string };

function contrastText(accent: string, { paper, shades: { accent: line, text }, locale }: OnPaper): string {
  const say = brandingWords(locale);
  const written = numberFormatter(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const ratioText = (ratio: number) => say("ratio", { ratio: written.format(Math.floor(ratio * 10) / 10) });
  const ratioOf = (shade: string) => ratioText(contrastOf(shade, paper));
  const ratio = ratioOf(accent);
  if (text === accent) return say("contrast_kept", { accent, ratio, needed: ratioText(READABLE_RATIO) });
  const lines = line === accent ? "contrast_lines_stay" : "contrast_lines_become";
  return say(lines, { accent, ratio, text, textRatio: ratioOf(text), line, lineRatio: ratioOf(line) });
}

function presentResets(saved: Branding, locale: string): BrandingModel["resets"] {
  const say = brandingWords(locale);
  const actions = brandingItems
    .filter((item) => saved[item] !== null)
    .map((item) => ({ label: say(`reset_${item}`), target: { action: RESET_PATH, fields: { item } } }));
  return actions.length === 0 ? null : { heading: say("resets"), actions };
}

function presentPreview(input: BrandingInput): PreviewModel {
  const { firm, shown, locale, clientLocale } = input;
  const say = brandingWords(locale);
  return {
    heading: say("preview"),
    lead: previewLead(input),
    signInHeading: say("preview_sign_in"),
    firstHeading: say("preview_first"),
    firmName: firm.name,
    look: lookOf(shown, PICTURES_PATH),
    welcome: shown.welcome,
    sample: presentSample(clientLocale),
  };
}

/** A welcome that is too long is not the one that the preview shows: whoever types on looks there, and not at the field's problem. */
function previewLead({ isPreview, isConflict, problems, locale }: BrandingInput): string {
  const say = brandingWords(locale);
  if (!isPreview && !isConflict) return say("preview_saved");
  return problems.welcome === undefined ? say("preview_typed") : `${say("preview_typed")} ${say("preview_kept")}`;
}

function presentSample(locale: string): PreviewModel["sample"] {
  const [say, sayAtDoor] = [sampleWords(locale), signInWords(locale)];
  return {
    lang: locale,
    email: { name: "sample-email", label: sayAtDoor("email"), hint: null, problem: null, value: "" },
    send: sayAtDoor("send"),
    heading: say("heading"),
    company: say("company"),
    projects: say("projects"),
    project: say("project"),
    complete: say("complete"),
  };
}
