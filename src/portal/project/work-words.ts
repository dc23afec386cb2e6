import { defineWords } from "../../lib/words.ts";

/** What the blocks of tasks and of the team say. */
export const workWords = defineWords({
  en: {
    allDone: "{all, plural, one {#\u00a0task} other {#\u00a0tasks}}, all done",
    someOpen: "{open} of {all, plural, one {#\u00a0task} other {#\u00a0tasks}} open",
    unprinted: "and {count, plural, one {#\u00a0more open task} other {#\u00a0more open tasks}}",
    doneCount: "Done ({count})",
    due: "due {day}",
    underWay: "under way",
    underWayDue: "under way, due {day}",
    done: "done",
    late: "late",
    people: "{count, plural, one {#\u00a0person} other {#\u00a0people}} on the project",
    load: "{percent} of capacity in the last four weeks",
  },
  de: {
    allDone: "{all, plural, one {#\u00a0Aufgabe, erledigt} other {#\u00a0Aufgaben, alle erledigt}}",
    someOpen: "{open} von {all, plural, one {#\u00a0Aufgabe} other {#\u00a0Aufgaben}} offen",
    unprinted: "und {count, plural, one {#\u00a0weitere offene Aufgabe} other {#\u00a0weitere offene Aufgaben}}",
    doneCount: "Erledigt ({count})",
    due: "fällig am {day}",
    underWay: "in Arbeit",
    underWayDue: "in Arbeit, fällig am {day}",
    done: "erledigt",
    late: "überfällig",
    people: "{count, plural, one {#\u00a0Person} other {#\u00a0Personen}} am Projekt",
    load: "{percent} der Kapazität in den letzten vier Wochen",
  },
  es: {
    allDone: "{all, plural, one {#\u00a0tarea, hecha} other {#\u00a0tareas, todas hechas}}",
    someOpen: "{open} de {all, plural, one {#\u00a0tarea} other {#\u00a0tareas}} sin terminar",
    unprinted: "y {count, plural, one {#\u00a0tarea más sin terminar} other {#\u00a0tareas más sin terminar}}",
    doneCount: "Hechas ({count})",
    due: "para el {day}",
    underWay: "en curso",
    underWayDue: "en curso, para el {day}",
    done: "hecha",
    late: "con retraso",
    people: "{count, plural, one {#\u00a0persona} other {#\u00a0personas}} en el proyecto",
    load: "{percent} de su capacidad en las últimas cuatro semanas",
  },
});
