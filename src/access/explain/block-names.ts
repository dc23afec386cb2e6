import { defineWords } from "../../lib/words.ts";

/** What the blocks of a project's page are called on the firm's pages. */
export const blockWords = defineWords({
  en: {
    phases: "Phases",
    milestones: "Milestones",
    disciplines: "Work by discipline",
    hours: "Hours",
    fee: "Fee",
    invoices: "Invoices",
    tasks: "Tasks",
    team: "Team",
    about: "About the project",
    updates: "Updates",
    pulse: "Pulse",
  },
  de: {
    phases: "Phasen",
    milestones: "Meilensteine",
    disciplines: "Leistung nach Fachbereich",
    hours: "Stunden",
    fee: "Honorar",
    invoices: "Rechnungen",
    tasks: "Aufgaben",
    team: "Team",
    about: "Über das Projekt",
    updates: "Neuigkeiten",
    pulse: "Stimmung",
  },
  es: {
    phases: "Fases",
    milestones: "Hitos",
    disciplines: "Trabajo por disciplina",
    hours: "Horas",
    fee: "Honorarios",
    invoices: "Facturas",
    tasks: "Tareas",
    team: "Equipo",
    about: "Sobre el proyecto",
    updates: "Novedades",
    pulse: "Satisfacción",
  },
});
