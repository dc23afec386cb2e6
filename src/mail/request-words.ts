import { defineWords } from "../lib/words.ts";

/** What the firm's admins get when somebody before a closed door asks for help. */
export const requestWords = defineWords({
  en: {
    from: "{firm} client portals",
    subject: "{email} asks to get in at {place}",
    one_click: "One click settles it here:",
    open: "Open the requests",
    look: "Here you see whether it is mended:",
    reference: "The reference on their page: {reference}",
  },
  de: {
    from: "{firm} Kundenportale",
    subject: "{email} bittet um Zugang: {place}",
    one_click: "Ein Klick erledigt es hier:",
    open: "Anfragen öffnen",
    look: "Hier sehen Sie, ob es behoben ist:",
    reference: "Die Referenz auf der Seite der Person: {reference}",
  },
  es: {
    from: "{firm}, portales de clientes",
    subject: "{email} pide entrar en {place}",
    one_click: "Un clic lo resuelve aquí:",
    open: "Abrir las solicitudes",
    look: "Aquí puede ver si ya está arreglado:",
    reference: "La referencia en la página de la persona: {reference}",
  },
});
