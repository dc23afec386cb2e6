import { defineWords } from "../../lib/words.ts";

const en = {
  heading: "{template} template",
  lead: "What comes first here comes first on the page of a project. A change counts on the next page load.",
  switches_before: "A switch that is off in",
  switches: "Data Visibility",
  switches_after: "hides whatever stands here.",
  templates: "Templates",
  empty: "Every block is hidden: clients see the names of their projects and nothing else.",
  shipped: "The {template} template is as it comes with the program.",
  changed: "Your firm has changed the {template} template.",
  reset: "Reset to default",
  where: "Where it counts",
  used_by: "{count, plural, =0 {No portal has it.} one {#\u00a0portal has it:} other {#\u00a0portals have it:}}",
  inherited: "{company} (default)",
  hidden: "hidden",
  hide: "Hide",
  show: "Show",
  up: "Move up",
  down: "Move down",
  switched_off: "switched off",
};

const de: typeof en = {
  heading: "Vorlage „{template}“",
  lead: "Was hier zuerst kommt, kommt auch auf der Seite eines Projekts zuerst. Eine Änderung gilt ab dem nächsten Laden der Seite.",
  switches_before: "Was unter",
  switches: "Sichtbare Daten",
  switches_after: "ausgeschaltet ist, bleibt verborgen, was auch immer hier steht.",
  templates: "Vorlagen",
  empty: "Alle Abschnitte sind verborgen: Kunden sehen die Namen ihrer Projekte und sonst nichts.",
  shipped: "Die Vorlage „{template}“ ist so, wie sie mit dem Programm kommt.",
  changed: "Ihre Firma hat die Vorlage „{template}“ geändert.",
  reset: "Auf den Anfangszustand zurücksetzen",
  where: "Wo sie gilt",
  used_by: "{count, plural, =0 {Kein Portal hat sie.} one {#\u00a0Portal hat sie:} other {#\u00a0Portale haben sie:}}",
  inherited: "{company} (Vorgabe)",
  hidden: "verborgen",
  hide: "Verbergen",
  show: "Zeigen",
  up: "Nach oben",
  down: "Nach unten",
  switched_off: "ausgeschaltet",
};

const es: typeof en = {
  heading: "Plantilla «{template}»",
  lead: "Lo que va primero aquí va primero en la página de un proyecto. Un cambio vale desde la siguiente carga de la página.",
  switches_before: "Lo que está desactivado en",
  switches: "Datos visibles",
  switches_after: "se oculta, ponga lo que ponga aquí.",
  templates: "Plantillas",
  empty: "Todos los bloques están ocultos: los clientes ven los nombres de sus proyectos y nada más.",
  shipped: "La plantilla «{template}» está tal como viene con el programa.",
  changed: "Su firma ha cambiado la plantilla «{template}».",
  reset: "Restablecer la original",
  where: "Dónde se aplica",
  used_by:
    "{count, plural, =0 {Ningún portal la tiene.} one {#\u00a0portal la tiene:} other {#\u00a0portales la tienen:}}",
  inherited: "{company} (predeterminada)",
  hidden: "oculto",
  hide: "Ocultar",
  show: "Mostrar",
  up: "Subir",
  down: "Bajar",
  switched_off: "desactivado",
};

/** What the page of a template's shape says. */
export const shapeWords = defineWords({ en, de, es });
