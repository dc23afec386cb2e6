import { defineWords } from "../lib/words.ts";

/** What the drift watch mails to the firm's admins. */
export const driftWords = defineWords({
  en: {
    subject_one: "Client portals: {email} no longer gets in",
    subject_many: "Client portals: {count, plural, one {# person no longer gets in} other {# people no longer get in}}",
    about_person: "{email}, at the portal of {company}: {reason}",
    saw: "They saw {count, plural, one {# project} other {# projects}}.",
    to_do: "What to do: {remedy}",
    more: "And {count, number} more; the page lists them all.",
    open: "Open the watch",
    page: "Everything that was found, and what has ended by itself:",
    once: "You get this once for each change, as an admin of client portals. Nobody else was told.",
  },
  de: {
    subject_one: "Kundenportale: {email} kommt nicht mehr hinein",
    subject_many:
      "Kundenportale: {count, plural, one {# Person kommt nicht mehr hinein} other {# Personen kommen nicht mehr hinein}}",
    about_person: "{email}, beim Portal für {company}: {reason}",
    saw: "Die Person sah bisher {count, plural, one {# Projekt} other {# Projekte}}.",
    to_do: "Was zu tun ist: {remedy}",
    more: "Und {count, number} weitere; die Seite führt alle auf.",
    open: "Überwachung öffnen",
    page: "Alles, was gefunden wurde, und was sich von selbst erledigt hat:",
    once: "Sie bekommen das einmal für jede Änderung, als Admin der Kundenportale. Sonst wurde niemand benachrichtigt.",
  },
  es: {
    subject_one: "Portales de clientes: {email} ya no puede entrar",
    subject_many:
      "Portales de clientes: {count, plural, one {# persona ya no puede entrar} other {# personas ya no pueden entrar}}",
    about_person: "{email}, en el portal de {company}: {reason}",
    saw: "La persona veía {count, plural, one {# proyecto} other {# proyectos}}.",
    to_do: "Qué hacer: {remedy}",
    more: "Y {count, number} más; la página los muestra todos.",
    open: "Abrir la vigilancia",
    page: "Todo lo que se ha encontrado, y lo que ha terminado por sí solo:",
    once: "Recibe este mensaje una vez por cada cambio, como administrador de los portales de clientes. No se ha avisado a nadie más.",
  },
});
