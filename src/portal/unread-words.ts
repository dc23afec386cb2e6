import { defineWords } from "../lib/words.ts";

/**
 * What stands in the place of what could not be read whole, by the field that is missed. `too_much` and `done_tasks` give no reason:
 * a listing may be too long by what this page does not show, and then "there is more here" would be untrue of it.
 */
export const unreadWords = defineWords({
  en: {
    phase: "Phases are left out for now",
    milestones: "Milestones are left out for now",
    tasks: "Tasks are left out for now",
    invoices: "Invoices are left out for now",
    teamNames: "The team is left out for now",
    hours: "Hours are left out for now",
    disciplines: "Shares by discipline are left out for now",
    manager: "Your project manager is not named for now",
    people: "Who it is could not be read here. {firm} can tell you.",
    budget: "The fee is left out for now",
    profitability: "The margin on hours is left out for now",
    not_readable:
      "Not everything here could be read, and a part would mislead you. It comes back once {firm} has seen to it.",
    too_much: "{firm} can tell you.",
    not_yet: "This is still being read. Load this page again in a minute.",
    phase_heading: "Phases",
    phase_partial:
      "Not all phases could be read, so some may be missing here. There is no file of them until {firm} has seen to it.",
    milestones_heading: "Milestones",
    milestones_partial:
      "Not all milestones could be read, so some may be missing here. There is no file of them until {firm} has seen to it.",
    tasks_heading: "Tasks",
    tasks_partial:
      "Not all tasks could be read, so some may be missing here. There is no file of them until {firm} has seen to it.",
    done_tasks: "Done tasks are left out here. {firm} can tell you.",
    teamNames_heading: "Team",
    teamNames_partial:
      "Not everybody on the project could be read, so somebody may be missing here. {firm} can tell you.",
    invoices_heading: "Invoices",
    invoices_partial: "Not all invoices could be read. Totals are left out until {firm} has seen to it.",
  },
  de: {
    phase: "Die Phasen fehlen vorerst",
    milestones: "Die Meilensteine fehlen vorerst",
    tasks: "Die Aufgaben fehlen vorerst",
    invoices: "Die Rechnungen fehlen vorerst",
    teamNames: "Das Team fehlt vorerst",
    hours: "Die Stunden fehlen vorerst",
    disciplines: "Die Anteile nach Fachbereichen fehlen vorerst",
    manager: "Ihre Projektleitung steht vorerst nicht hier",
    people: "Wer es ist, ließ sich hier nicht lesen. {firm} kann es Ihnen sagen.",
    budget: "Das Honorar fehlt vorerst",
    profitability: "Die Marge auf die Stunden fehlt vorerst",
    not_readable:
      "Nicht alles hiervon ließ sich lesen, und ein Teil würde Sie irreführen. Es erscheint wieder, sobald {firm} sich darum gekümmert hat.",
    too_much: "{firm} kann Ihnen Auskunft geben.",
    not_yet: "Das wird noch gelesen. Laden Sie diese Seite in einer Minute noch einmal.",
    phase_heading: "Phasen",
    phase_partial:
      "Nicht alle Phasen ließen sich lesen; hier können welche fehlen. Eine Datei gibt es erst wieder, wenn {firm} sich darum gekümmert hat.",
    milestones_heading: "Meilensteine",
    milestones_partial:
      "Nicht alle Meilensteine ließen sich lesen; hier können welche fehlen. Eine Datei gibt es erst wieder, wenn {firm} sich darum gekümmert hat.",
    tasks_heading: "Aufgaben",
    tasks_partial:
      "Nicht alle Aufgaben ließen sich lesen; hier können welche fehlen. Eine Datei gibt es erst wieder, wenn {firm} sich darum gekümmert hat.",
    done_tasks: "Erledigte Aufgaben fehlen hier. {firm} kann Ihnen Auskunft geben.",
    teamNames_heading: "Team",
    teamNames_partial: "Nicht alle am Projekt ließen sich lesen; hier kann jemand fehlen. {firm} kann es Ihnen sagen.",
    invoices_heading: "Rechnungen",
    invoices_partial:
      "Nicht alle Rechnungen ließen sich lesen. Die Summen fehlen, bis {firm} sich darum gekümmert hat.",
  },
  es: {
    phase: "Las fases faltan por ahora",
    milestones: "Los hitos faltan por ahora",
    tasks: "Las tareas faltan por ahora",
    invoices: "Las facturas faltan por ahora",
    teamNames: "El equipo falta por ahora",
    hours: "Las horas faltan por ahora",
    disciplines: "El reparto por disciplinas falta por ahora",
    manager: "La dirección del proyecto no consta por ahora",
    people: "Aquí no se pudo leer quién es. {firm} puede decírselo.",
    budget: "Los honorarios faltan por ahora",
    profitability: "El margen sobre las horas falta por ahora",
    not_readable:
      "No se pudo leer todo aquí, y una parte le llevaría a error. Volverá a aparecer cuando {firm} lo haya resuelto.",
    too_much: "{firm} puede informarle.",
    not_yet: "Esto aún se está leyendo. Vuelva a cargar esta página dentro de un minuto.",
    phase_heading: "Fases",
    phase_partial:
      "No se pudieron leer todas las fases; aquí puede faltar alguna. No hay archivo de ellas hasta que {firm} lo haya resuelto.",
    milestones_heading: "Hitos",
    milestones_partial:
      "No se pudieron leer todos los hitos; aquí puede faltar alguno. No hay archivo de ellos hasta que {firm} lo haya resuelto.",
    tasks_heading: "Tareas",
    tasks_partial:
      "No se pudieron leer todas las tareas; aquí puede faltar alguna. No hay archivo de ellas hasta que {firm} lo haya resuelto.",
    done_tasks: "Las tareas hechas no figuran aquí. {firm} puede informarle.",
    teamNames_heading: "Equipo",
    teamNames_partial:
      "No se pudo leer a todas las personas del proyecto; aquí puede faltar alguien. {firm} puede decírselo.",
    invoices_heading: "Facturas",
    invoices_partial: "No se pudieron leer todas las facturas. Los totales faltan hasta que {firm} lo haya resuelto.",
  },
});
