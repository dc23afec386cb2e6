import { defineWords } from "../lib/words.ts";

/** What stands in the place of what could not be read whole. */
export const unreadWords = defineWords({
  en: {
    phases: "Phases are left out for now",
    team: "The team is left out for now",
    hours: "Hours are left out for now",
    fee: "The fee is left out for now",
    margins: "The margin on hours is left out for now",
    not_readable:
      "Not everything here could be read, and a part would mislead you. It comes back once {firm} has seen to it.",
    too_much: "There is more here than can be added up. {firm} can tell you.",
    invoices: "Invoices",
    invoices_partial: "Not all invoices could be read. Totals are left out until {firm} has seen to it.",
  },
  de: {
    phases: "Die Phasen fehlen vorerst",
    team: "Das Team fehlt vorerst",
    hours: "Die Stunden fehlen vorerst",
    fee: "Das Honorar fehlt vorerst",
    margins: "Die Marge auf die Stunden fehlt vorerst",
    not_readable:
      "Nicht alles hiervon ließ sich lesen, und ein Teil würde Sie irreführen. Es erscheint wieder, sobald {firm} sich darum gekümmert hat.",
    too_much: "Es ist mehr, als sich hier zusammenzählen lässt. {firm} kann es Ihnen sagen.",
    invoices: "Rechnungen",
    invoices_partial:
      "Nicht alle Rechnungen ließen sich lesen. Die Summen fehlen, bis {firm} sich darum gekümmert hat.",
  },
  es: {
    phases: "Las fases faltan por ahora",
    team: "El equipo falta por ahora",
    hours: "Las horas faltan por ahora",
    fee: "Los honorarios faltan por ahora",
    margins: "El margen sobre las horas falta por ahora",
    not_readable:
      "No se pudo leer todo aquí, y una parte le llevaría a error. Volverá a aparecer cuando {firm} lo haya resuelto.",
    too_much: "Hay más de lo que se puede sumar aquí. {firm} puede decírselo.",
    invoices: "Facturas",
    invoices_partial: "No se pudieron leer todas las facturas. Los totales faltan hasta que {firm} lo haya resuelto.",
  },
});
