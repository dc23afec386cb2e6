import type { BrandingTexts } from "../../commands/set-branding.ts";
import { type Branding, DEFAULT_ACCENT, parseAccent, parsePhone } from "../../domain/branding.ts";
import { parseEmail } from "../../domain/email.ts";
import { brandingWords } from "./words.ts";

/** What stands in the form, as it was typed. `hex` counts where `swatch` is none of the six, and is empty elsewhere. */
export type TypedBranding = {
  swatch: string;
  hex: string;
  welcome: string;
  supportEmail: string;
  supportPhone: string;
};

/** What is wrong with what was typed, by field, in words on what to do. */
export type Problems = Partial<Record<"hex" | "welcome" | "supportEmail" | "supportPhone", string>>;

/** The colours to choose from; the first is what a firm has that chooses none. */
export const swatches = [
  { hex: DEFAULT_ACCENT, name: "teal" },
  { hex: "#1d4ed8", name: "blue" },
  { hex: "#6d28d9", name: "violet" },
  { hex: "#b45309", name: "amber" },
  { hex: "#b91c1c", name: "brick" },
  { hex: "#374151", name: "graphite" },
] as const;

/** The choice of a colour that is none of them. */
export const OTHER = "other";

const WELCOME_LENGTH_MAX = 1500;

/** The form as it stands before anybody types. */
export function typedOf({ accent, welcome, supportEmail, supportPhone }: Branding): TypedBranding {
  const shown = accent ?? DEFAULT_ACCENT;
  const isSwatch = swatches.some(({ hex }) => hex === shown);
  return {
    swatch: isSwatch ? shown : OTHER,
    hex: isSwatch ? "" : shown,
    welcome: welcome ?? "",
    supportEmail: supportEmail ?? "",
    supportPhone: supportPhone ?? "",
  };
}

/** The form as it was sent. PostgreSQL takes no NUL in a text. */
export function typedIn(form: Partial<Record<string, string>>): TypedBranding {
  const text = (name: string) => (form[name] ?? "").replaceAll("\0", "").replaceAll("\r\n", "\n");
  return {
    ...colourTyped({ swatch: text("swatch"), hex: text("hex"), shown: text("shown") }),
    welcome: text("welcome"),
    supportEmail: text("support-email"),
    supportPhone: text("support-phone"),
  };
}

type Settled = { texts: BrandingTexts; problems: Problems };

/** What was typed as what it settles. Where a field has a problem, told in this locale, what holds now is kept. */
export function settle(typed: TypedBranding, now: BrandingTexts, locale: string): Settled {
  const say = brandingWords(locale);
  const problems: Problems = {};
  const settled = <Key extends keyof Problems, Value>(
    key: Key,
    value: Value | undefined,
    words: string,
    kept: Value,
  ) => {
    if (value !== undefined) return value;
    problems[key] = words;
    return kept;
  };
  const [email, phone, welcome] = [typed.supportEmail.trim(), typed.supportPhone.trim(), typed.welcome.trim()];
  const accent = parseAccent(typed.swatch === OTHER ? typed.hex : typed.swatch) ?? undefined;
  const texts = {
    accent: settled("hex", accent === DEFAULT_ACCENT ? null : accent, say("hex_problem"), now.accent),
    welcome: settled(
      "welcome",
      lengthChecked(welcome),
      say("welcome_problem", { length: welcome.length, max: WELCOME_LENGTH_MAX }),
      now.welcome,
    ),
    supportEmail: settled(
      "supportEmail",
      email ? (parseEmail(email) ?? undefined) : null,
      say("email_problem"),
      now.supportEmail,
    ),
    supportPhone: settled(
      "supportPhone",
      phone ? (parsePhone(phone) ?? undefined) : null,
      say("phone_problem"),
      now.supportPhone,
    ),
  };
  return { texts, problems };
}

/** Who types a colour means it, even without having chosen "another colour" beside it. `shown`: what was chosen before. */
function colourTyped({ swatch, hex, shown }: Record<"swatch" | "hex" | "shown", string>) {
  const isMeant = hex.trim() !== "" && swatch === shown;
  const isSwatch = swatches.some((one) => one.hex === swatch);
  return isMeant || !isSwatch ? { swatch: OTHER, hex } : { swatch, hex: "" };
}

function lengthChecked(welcome: string): string | null | undefined {
  if (welcome === "") return null;
  return welcome.length <= WELCOME_LENGTH_MAX ? welcome : undefined;
}
