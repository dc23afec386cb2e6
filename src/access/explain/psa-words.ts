// How a change is made in each PSA, in the words of its own screens. Nothing here is done by ProLens: it only reads.
import type { PsaKind } from "../../domain/psa-kind.ts";

type Company = { id: string; name: string } | null;

export type PsaWords = {
  addEmail: (email: string, to: { contact: string | null; company: Company }) => string;
  linkCompany: (contact: string, company: Company) => string;
  restoreContact: (contact: string) => string;
  restoreCompany: (company: string) => string;
  addProject: (company: Company) => string;
  setStatus: (company: string) => string;
  nameOnProject: (contact: string) => string;
};

/** The words for the firm's PSA; while none is connected, words that fit any. */
export function psaWords(kind: PsaKind | null, _locale: string): PsaWords {
  return kind === null ? anyPsa : words[kind];
}

/** Whoever asks at a door need not belong there: nobody is to be added just because they tried. */
function ifTheyWorkFor(company: Company): string {
  return company ? `If they work for ${company.name}, ` : "If they are a client’s contact, ";
}

const words: Record<PsaKind, PsaWords> = {
  csv: {
    addEmail: (email, { contact, company }) =>
      contact
        ? `In contacts.csv, write ${email} into the email column in the row of ${contact}; a semicolon separates several.`
        : `${ifTheyWorkFor(company)}in contacts.csv, write ${email} into their row, or add a row for them${company ? ` with the company_id ${company.id}` : ""}.`,
    linkCompany: (contact, company) =>
      `In contacts.csv, write ${company ? `${company.id}, the id of ${company.name},` : "the id of their company"} into the company_id column in the row of ${contact}.`,
    restoreContact: (contact) =>
      `In contacts.csv, set archived to false in the row of ${contact}, if they should get in.`,
    restoreCompany: (company) =>
      `In companies.csv, set archived to false in the row of ${company}, if its people should get in.`,
    addProject: (company) =>
      `In projects.csv, add a project with ${company ? `${company.id}, the id of ${company.name},` : "the id of the company"} as its company_id.`,
    setStatus: (company) =>
      `In projects.csv, set the status of a project of ${company} to active, on_hold or completed.`,
    nameOnProject: (contact) => `In projects.csv, add the id of ${contact} to the contact_ids of the project.`,
  },
};

const anyPsa: PsaWords = {
  addEmail: (email, { contact, company }) =>
    contact
      ? `Add ${email} to ${contact} in the PSA.`
      : `${ifTheyWorkFor(company)}add ${email} to their contact in the PSA${company ? `, linked to ${company.name}` : ""}.`,
  linkCompany: (contact, company) => `Link ${contact} to ${company?.name ?? "their company"} in the PSA.`,
  restoreContact: (contact) => `Restore ${contact} in the PSA, if they should get in.`,
  restoreCompany: (company) => `Restore ${company} in the PSA, if its people should get in.`,
  addProject: (company) => `Link a project to ${company?.name ?? "the company"} in the PSA.`,
  setStatus: (company) => `Set the status of a project of ${company} in the PSA to active, on hold or completed.`,
  nameOnProject: (contact) => `Name ${contact} on the project in the PSA.`,
};
