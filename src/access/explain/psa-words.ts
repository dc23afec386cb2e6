// How a change is made in each PSA, in the words of its own screens. Nothing here is done by ProLens: it only reads.
import type { PsaKind } from "../../domain/psa-connection.ts";
import { anyStepWords, csvStepWords, harvestStepWords, productiveStepWords } from "./psa-step-words.ts";
import { sharedWords } from "./shared-words.ts";

type Company = { id: string; name: string } | null;

export type PsaWords = {
  addEmail: (email: string, to: { contact: string | null; company: Company }) => string;
  /** Contact null: that of the person at the door. */
  linkCompany: (contact: string | null, company: Company) => string;
  restoreContact: (contact: string) => string;
  restoreCompany: (company: string) => string;
  addProject: (company: Company) => string;
  setStatus: (company: string) => string;
  nameOnProject: () => string;
};

const stepWords: Record<PsaKind, typeof csvStepWords> = {
  csv: csvStepWords,
  productive: productiveStepWords,
  harvest: harvestStepWords,
};

/** The words for the firm's PSA; while none is connected, words that fit any. */
export function psaWords(kind: PsaKind | null, locale: string): PsaWords {
  const say = (kind === null ? anyStepWords : stepWords[kind])(locale);
  return {
    addEmail: (email, { contact, company }) => {
      if (contact) return say("add_email", { email, contact });
      // Whoever asks at a door need not belong there: nobody is to be added just because they tried.
      return company ? say("add_contact", { email, ...valuesOf(company) }) : say("add_any_contact", { email });
    },
    linkCompany: (named, company) => {
      const contact = named ?? sharedWords(locale)("theirContact");
      return company ? say("link", { contact, ...valuesOf(company) }) : say("link_any", { contact });
    },
    restoreContact: (contact) => say("restore_contact", { contact }),
    restoreCompany: (company) => say("restore_company", { company }),
    addProject: (company) => (company ? say("add_project", valuesOf(company)) : say("add_any_project")),
    setStatus: (company) => say("set_status", { company }),
    nameOnProject: () => say("name_on_project"),
  };
}

function valuesOf({ id, name }: NonNullable<Company>) {
  return { id, company: name };
}
