import { defineWords } from "../lib/words.ts";

/** What stands in the place of what could not be read whole, by the field that is missed. */
export const unreadWords = defineWords({
  en: {
    phase: "Phases are left out for now",
    teamNames: "The team is left out for now",
    hours: "Hours are left out for now",
    disciplines: "Shares by discipline are left out for now",
    manager: "Your project manager is not named for now",
    people: "Who it is could not be read here. {firm} can tell you.",
    budget: "The fee is left out for now",
    profitability: "The margin on hours is left out for now",
    not_readable:
      "Not everything here could be read, and a part would mislead you. It comes back once {firm} has seen to it.",
    too_much: "There is more here than can be added up. {firm} can tell you.",
    invoices: "Invoices",
    invoices_partial: "Not all invoices could be read. Totals are left out until {firm} has seen to it.",
  },
  de: {
    phase: "Die Phasen fehlen vorerst",
    teamNames: "Das Team fehlt vorerst",
    hours: "Die Stunden fehlen vorerst",
    disciplines: "Die Anteile nach Fachbereichen fehlen vorerst",
    manager: "Ihre Projektleitung steht vorerst nicht hier",
    people: "Wer es ist, ließ sich hier nicht lesen. {firm} kann es Ihnen sagen.",
    budget: "Das Honorar fehlt vorerst",
    profitability: "Die Marge auf die Stunden fehlt vorerst",
    not_readable:
      "Nicht alles hiervon ließ sich lesen, und ein Teil würde Sie irreführen. Es erscheint wieder, sobald {firm} sich darum gekümmert hat.",
    too_much: "Es ist mehr, als sich hier zusammenzählen lässt. {firm} kann es Ihnen sagen.",
    invoices: "Rechnungen",
    invoices_partial:
      "Nicht alle Rechnungen ließen sich lesen. Die Summen fehlen, bis {firm} sich darum gekümmert hat.",
  },
  es: {
    phase: "Las fases faltan por ahora",
    teamNames: "El equipo falta por ahora",
    hours: "Las horas faltan por ahora",
    disciplines: "El reparto por disciplinas falta por ahora",
    manager: "La dirección del proyecto no consta por ahora",
    people: "Aquí no se pudo leer quién es. {firm} puede decírselo.",
    budget: "Los honorarios faltan por ahora",
    profitability: "El margen sobre las horas falta por ahora",
    not_readable:
      "No se pudo leer todo aquí, y una parte le llevaría a error. Volverá a aparecer cuando {firm} lo haya resuelto.",
    too_much: "Hay más de lo que se puede sumar aquí. {firm} puede decírselo.",
    invoices: "Facturas",
    invoices_partial: "No se pudieron leer todas las facturas. Los totales faltan hasta que {firm} lo haya resuelto.",
  },
});
