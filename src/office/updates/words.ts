import { defineWords } from "../../lib/words.ts";

/** How an update stands. */
export const stateWords = defineWords({
  en: { draft: "Draft", review: "In review", published: "Published", withdrawn: "Withdrawn" },
  de: { draft: "Entwurf", review: "In Durchsicht", published: "Veröffentlicht", withdrawn: "Zurückgezogen" },
  es: { draft: "Borrador", review: "En revisión", published: "Publicada", withdrawn: "Retirada" },
});

/** What each button does; a verb that says what comes of it. */
export const actionWords = defineWords({
  en: {
    save: "Save",
    review: "Send to review",
    publish: "Publish to the client",
    withdraw: "Withdraw from the portal",
    draft: "Back to draft",
  },
  de: {
    save: "Speichern",
    review: "Zur Durchsicht geben",
    publish: "Für den Kunden veröffentlichen",
    withdraw: "Aus dem Portal zurückziehen",
    draft: "Zurück zum Entwurf",
  },
  es: {
    save: "Guardar",
    review: "Enviar a revisión",
    publish: "Publicar para el cliente",
    withdraw: "Retirar del portal",
    draft: "Volver a borrador",
  },
});

/** What to change about what was typed. */
export const draftWords = defineWords({
  en: {
    no_day: "Give the day as year, month and day, such as 2026-03-12.",
    no_author: "Say who writes: clients read this name.",
    no_body: "Write what is new.",
    no_project: "Choose the project that it is about.",
    too_long: "This is {length} characters long. Shorten it to {max}.",
    percents: "Each line needs a discipline (up to {max} characters) and a whole number from 0 to 100.",
  },
  de: {
    no_day: "Geben Sie den Tag als Jahr, Monat und Tag an, etwa 2026-03-12.",
    no_author: "Geben Sie an, wer schreibt: Kunden lesen diesen Namen.",
    no_body: "Schreiben Sie, was neu ist.",
    no_project: "Wählen Sie das Projekt, um das es geht.",
    too_long: "Das sind {length} Zeichen. Kürzen Sie auf {max}.",
    percents: "Jede Zeile braucht ein Gewerk (bis zu {max} Zeichen) und eine ganze Zahl von 0 bis 100.",
  },
  es: {
    no_day: "Indique el día como año, mes y día, por ejemplo 2026-03-12.",
    no_author: "Indique quién escribe: los clientes leen este nombre.",
    no_body: "Escriba qué hay de nuevo.",
    no_project: "Elija el proyecto del que trata.",
    too_long: "Tiene {length} caracteres. Redúzcalo a {max}.",
    percents: "Cada línea necesita una disciplina (hasta {max} caracteres) y un número entero de 0 a 100.",
  },
});
