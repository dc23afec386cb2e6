import { defineWords } from "../../lib/words.ts";

/** What the templates of a portal are called on the firm's pages. */
export const templateWords = defineWords({
  en: { owner: "Owner", architect: "Architect", engineer: "Engineer", contractor: "Contractor" },
  de: { owner: "Bauherr", architect: "Architekt", engineer: "Ingenieur", contractor: "Bauunternehmer" },
  es: { owner: "Propietario", architect: "Arquitecto", engineer: "Ingeniero", contractor: "Contratista" },
});
