import { defineWords } from "../../lib/words.ts";

const words = defineWords({
  en: { copy: "Copy", copied: "Copied" },
  de: { copy: "Kopieren", copied: "Kopiert" },
  es: { copy: "Copiar", copied: "Copiado" },
});

export type CopyLabels = { copy: string; copied: string };

/** What the button beside something to copy says, and what once it is copied. */
export function copyLabels(locale: string): CopyLabels {
  const say = words(locale);
  return { copy: say("copy"), copied: say("copied") };
}
