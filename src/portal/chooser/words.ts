import { defineWords } from "../../lib/words.ts";

/** The list of somebody's portals. */
export const chooserWords = defineWords({
  en: {
    heading: "Which company’s projects?",
    lead: "{firm} works for more than one of your companies. Each has its own address, which you can bookmark.",
    opens_first: "Opens first",
    open_first: "Open this one first",
    ask_each_time: "Ask me each time",
  },
  de: {
    heading: "Projekte welches Unternehmens?",
    lead: "{firm} arbeitet für mehrere Ihrer Unternehmen. Jedes hat eine eigene Adresse, die Sie als Lesezeichen behalten können.",
    opens_first: "Öffnet sich zuerst",
    open_first: "Dieses zuerst öffnen",
    ask_each_time: "Jedes Mal fragen",
  },
  es: {
    heading: "¿Los proyectos de qué empresa?",
    lead: "{firm} trabaja para más de una de sus empresas. Cada una tiene su propia dirección, que puede guardar en favoritos.",
    opens_first: "Se abre primero",
    open_first: "Abrir esta primero",
    ask_each_time: "Preguntarme cada vez",
  },
});
