import { defineWords } from "../../../lib/words.ts";

/** Why a client reads no update and is asked nothing. */
export const ownWords = defineWords({
  en: {
    no_update: "No update about this project has been published.",
    no_updates: "No update about a project that they see has been published.",
    write_update: "Write one",
    pulse_off: "Nobody is asked: the question how it is going is switched off.",
    pulse_status: "People are asked only about projects that are under way or on hold.",
    pulse_answered: "They answered on {day} and are asked again on {again}.",
    see_pulse: "See how often clients are asked",
  },
  de: {
    no_update: "Zu diesem Projekt ist keine Neuigkeit veröffentlicht.",
    no_updates: "Zu keinem Projekt, das die Person sieht, ist eine Neuigkeit veröffentlicht.",
    write_update: "Eine schreiben",
    pulse_off: "Niemand wird gefragt: Die Frage, wie es läuft, ist ausgeschaltet.",
    pulse_status: "Gefragt wird nur zu Projekten, die in Arbeit sind oder ruhen.",
    pulse_answered: "Die Person hat am {day} geantwortet und wird am {again} wieder gefragt.",
    see_pulse: "Ansehen, wie oft Kunden gefragt werden",
  },
  es: {
    no_update: "No se ha publicado ninguna novedad de este proyecto.",
    no_updates: "No se ha publicado ninguna novedad de los proyectos que ve la persona.",
    write_update: "Escribir una",
    pulse_off: "No se pregunta a nadie: la pregunta de cómo va todo está desactivada.",
    pulse_status: "Solo se pregunta por proyectos que están en curso o en pausa.",
    pulse_answered: "La persona respondió el {day} y se le volverá a preguntar el {again}.",
    see_pulse: "Ver cada cuánto se pregunta a los clientes",
  },
});
