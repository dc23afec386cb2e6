import { defineWords } from "../../../lib/words.ts";

/** The list of limited contacts, and why a limit was not set. */
export const limitsWords = defineWords({
  en: {
    title: "Limited contacts",
    all_people: "All people",
    heading: "{count, plural, =0 {Nobody is limited} one {#\u00a0limited contact} other {#\u00a0limited contacts}}",
    none: "Every contact sees all projects of their company. A contact is limited or blocked on their page in Diagnose.",
    contact: "Contact",
    company: "Company",
    sees: "Sees",
    since: "Since",
    by: "By",
    sees_count: "{count, plural, =0 {no project (blocked)} one {only #\u00a0project} other {only #\u00a0projects}}",
    portal_shows: "Without the limit: all projects, with {names}.",
    lift: "Lift",
    lift_about: "of {name}",
    back: "Back",
    no_contact: "This contact cannot be limited",
    no_contact_text: "The PSA shows no such contact at this portal’s company. Nothing was changed.",
    no_project: "No project was chosen",
    no_project_text: "Choose at least one project, or block the contact to show none. Nothing was changed.",
    no_answer: "The PSA does not answer",
    no_answer_text: "Who the contact is cannot be told right now. Nothing was changed; try in a minute.",
  },
  de: {
    title: "Eingeschränkte Kontakte",
    all_people: "Alle Personen",
    heading:
      "{count, plural, =0 {Niemand ist eingeschränkt} one {#\u00a0eingeschränkter Kontakt} other {#\u00a0eingeschränkte Kontakte}}",
    none: "Jeder Kontakt sieht alle Projekte seines Unternehmens. Eingeschränkt oder gesperrt wird ein Kontakt auf seiner Seite in der Diagnose.",
    contact: "Kontakt",
    company: "Unternehmen",
    sees: "Sieht",
    since: "Seit",
    by: "Von",
    sees_count: "{count, plural, =0 {kein Projekt (gesperrt)} one {nur #\u00a0Projekt} other {nur #\u00a0Projekte}}",
    portal_shows: "Ohne die Einschränkung: alle Projekte, und davon {names}.",
    lift: "Aufheben",
    lift_about: "(Einschränkung von {name})",
    back: "Zurück",
    no_contact: "Dieser Kontakt lässt sich nicht einschränken",
    no_contact_text: "Das PSA zeigt keinen solchen Kontakt beim Unternehmen dieses Portals. Es wurde nichts geändert.",
    no_project: "Es wurde kein Projekt gewählt",
    no_project_text:
      "Wählen Sie mindestens ein Projekt, oder sperren Sie den Kontakt, damit er keines sieht. Es wurde nichts geändert.",
    no_answer: "Das PSA antwortet nicht",
    no_answer_text:
      "Wer der Kontakt ist, lässt sich gerade nicht sagen. Es wurde nichts geändert; versuchen Sie es in einer Minute.",
  },
  es: {
    title: "Contactos limitados",
    all_people: "Todas las personas",
    heading:
      "{count, plural, =0 {Nadie está limitado} one {#\u00a0contacto limitado} other {#\u00a0contactos limitados}}",
    none: "Cada contacto ve todos los proyectos de su empresa. Un contacto se limita o se bloquea en su página de Diagnóstico.",
    contact: "Contacto",
    company: "Empresa",
    sees: "Ve",
    since: "Desde",
    by: "Por",
    sees_count:
      "{count, plural, =0 {ningún proyecto (bloqueado)} one {solo #\u00a0proyecto} other {solo #\u00a0proyectos}}",
    portal_shows: "Sin el límite: todos los proyectos, con {names}.",
    lift: "Levantar",
    lift_about: "el límite de {name}",
    back: "Volver",
    no_contact: "No se puede limitar a este contacto",
    no_contact_text: "El PSA no muestra tal contacto en la empresa de este portal. No se ha cambiado nada.",
    no_project: "No se ha elegido ningún proyecto",
    no_project_text:
      "Elija al menos un proyecto, o bloquee al contacto para que no vea ninguno. No se ha cambiado nada.",
    no_answer: "El PSA no responde",
    no_answer_text:
      "Ahora mismo no se puede saber quién es el contacto. No se ha cambiado nada; inténtelo en un minuto.",
  },
});
