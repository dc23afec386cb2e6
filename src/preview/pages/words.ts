import { defineWords } from "../../lib/words.ts";

/** What the firm reads around a client's page that it looks at, and in place of one. */
export const previewWords = defineWords({
  en: {
    label: "Preview",
    heading: "Preview: what {who} sees at the portal of {company}.",
    text: "Read-only, no visit, open for {minutes, plural, one {#\u00a0more minute} other {#\u00a0more minutes}} (until {time}).",
    to_come: "A contact who does not exist yet",
    to_come_within: "a contact who does not exist yet",
    own_email: "their own email",
    end: "End the preview",
    unseen: "What is not shown, and why",
    reference:
      "On their own page stands a reference besides, which they can read out to you. A preview stores nothing, so it has none.",
    project: "Project: {name}",
    not_supplied: "It may be shown, and the PSA has none for this project.",
    more: "The whole decision, step by step",
    read_only: "A preview changes nothing",
    read_only_text: "You look at this page as somebody else. What they can do here is theirs to do.",
    no_page: "This is not part of the preview",
    no_page_text: "A preview shows the pages of the portal, their photos and the tables that can be downloaded there.",
    back: "Back to the preview",
    over: "This preview is over",
    over_text:
      "A preview lasts 15 minutes at most, so that no client’s page stays open. It was of the portal of {company}.",
    again: "Start it again",
    back_to_portals: "Back to the portals",
  },
  de: {
    label: "Vorschau",
    heading: "Vorschau: was {who} am Portal von {company} sieht.",
    text: "Nur zum Ansehen, kein Besuch, noch {minutes, plural, one {#\u00a0Minute} other {#\u00a0Minuten}} offen (bis {time}).",
    to_come: "Ein Kontakt, den es noch nicht gibt,",
    to_come_within: "ein Kontakt, den es noch nicht gibt,",
    own_email: "die eigene E-Mail-Adresse",
    end: "Vorschau beenden",
    unseen: "Was nicht gezeigt wird, und warum",
    reference:
      "Auf der eigenen Seite dieser Person steht außerdem eine Referenz, die sie Ihnen vorlesen kann. Eine Vorschau speichert nichts und hat deshalb keine.",
    project: "Projekt: {name}",
    not_supplied: "Es darf gezeigt werden, doch im PSA steht zu diesem Projekt nichts davon.",
    more: "Die ganze Entscheidung, Schritt für Schritt",
    read_only: "Eine Vorschau ändert nichts",
    read_only_text:
      "Sie sehen diese Seite als jemand anderes an. Was diese Person hier tun kann, bleibt ihr überlassen.",
    no_page: "Das gehört nicht zur Vorschau",
    no_page_text:
      "Eine Vorschau zeigt die Seiten des Portals, ihre Fotos und die Tabellen, die man dort herunterladen kann.",
    back: "Zurück zur Vorschau",
    over: "Diese Vorschau ist zu Ende",
    over_text:
      "Eine Vorschau dauert höchstens 15 Minuten, damit keine Kundenseite offen bleibt. Sie galt dem Portal von {company}.",
    again: "Noch einmal beginnen",
    back_to_portals: "Zurück zu den Portalen",
  },
  es: {
    label: "Vista previa",
    heading: "Vista previa: lo que ve {who} en el portal de {company}.",
    text: "Solo lectura, no cuenta como visita, abierta {minutes, plural, one {#\u00a0minuto} other {#\u00a0minutos}} más (hasta las {time}).",
    to_come: "Un contacto que aún no existe",
    to_come_within: "un contacto que aún no existe",
    own_email: "su propio correo",
    end: "Terminar la vista previa",
    unseen: "Lo que no se muestra, y por qué",
    reference:
      "En la página de esa persona hay además una referencia que puede leerle a usted. Una vista previa no guarda nada, así que no la tiene.",
    project: "Proyecto: {name}",
    not_supplied: "Se puede mostrar, pero el PSA no lo tiene para este proyecto.",
    more: "La decisión completa, paso a paso",
    read_only: "Una vista previa no cambia nada",
    read_only_text:
      "Usted mira esta página como otra persona. Lo que esa persona puede hacer aquí le corresponde a ella.",
    no_page: "Esto no forma parte de la vista previa",
    no_page_text:
      "Una vista previa muestra las páginas del portal, sus fotos y las tablas que se pueden descargar allí.",
    back: "Volver a la vista previa",
    over: "Esta vista previa ha terminado",
    over_text:
      "Una vista previa dura como máximo 15 minutos, para que ninguna página de cliente quede abierta. Era del portal de {company}.",
    again: "Empezarla de nuevo",
    back_to_portals: "Volver a los portales",
  },
});
