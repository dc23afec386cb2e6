import { defineWords } from "../../../lib/words.ts";

/** The page behind a reference: what it led to then, and now. */
export const referenceWords = defineWords({
  en: {
    all_people: "All people",
    now: "Now: {summary}",
    person: "Everything about this person",
    steps: "Step by step",
    nothing: "Nothing is stored under {reference}",
    nothing_text:
      "A reference is kept for 90 days. Ask for the letters again, one by one; or look for the person by email or name.",
    look: "Look for the person",
  },
  de: {
    all_people: "Alle Personen",
    now: "Jetzt: {summary}",
    person: "Alles zu dieser Person",
    steps: "Schritt für Schritt",
    nothing: "Unter {reference} ist nichts gespeichert",
    nothing_text:
      "Eine Referenz wird 90 Tage aufbewahrt. Lassen Sie sich die Zeichen noch einmal einzeln vorlesen, oder suchen Sie die Person nach E-Mail-Adresse oder Namen.",
    look: "Die Person suchen",
  },
  es: {
    all_people: "Todas las personas",
    now: "Ahora: {summary}",
    person: "Todo sobre esta persona",
    steps: "Paso a paso",
    nothing: "No hay nada guardado con {reference}",
    nothing_text:
      "Una referencia se guarda 90 días. Pida otra vez los caracteres, uno por uno, o busque a la persona por su correo o su nombre.",
    look: "Buscar a la persona",
  },
});
