import { defineWords } from "../../lib/words.ts";

const en = {
  heading: "Data visibility",
  lead: "These hold for every client’s portal, from the next page load on. A switch that is off hides, whatever a portal’s template shows.",
  set_apart: "Set one portal apart",
  apart: "Set apart:",
  on: "On",
  off: "Off",
  sensitive: "Sensitive.",
  apart_on: "{company}: on",
  apart_off: "{company}: off",
  switch_on: "Switch on",
  switch_off: "Switch off",
  shows: "Shows {what}, in {count, plural, one {#\u00a0portal} other {#\u00a0portals}}.",
  check: "Check first that your agreements with these clients allow it.",
  takes: "No longer shows, in {count, plural, one {#\u00a0portal} other {#\u00a0portals}}: {what}.",
  takes_projects:
    "Leaves each contact the projects on which they are named, in {count, plural, one {#\u00a0portal} other {#\u00a0portals}}. Whoever is named on none sees none.",
};

const de: typeof en = {
  heading: "Sichtbare Daten",
  lead: "Diese Schalter gelten ab dem nächsten Laden der Seite für alle Kundenportale. Was ausgeschaltet ist, bleibt verborgen, was auch immer die Vorlage eines Portals zeigt.",
  set_apart: "Ein Portal anders einstellen",
  apart: "Anders eingestellt:",
  on: "An",
  off: "Aus",
  sensitive: "Heikel.",
  apart_on: "{company}: an",
  apart_off: "{company}: aus",
  switch_on: "Einschalten",
  switch_off: "Ausschalten",
  shows: "Zeigt {what}, in {count, plural, one {#\u00a0Portal} other {#\u00a0Portalen}}.",
  check: "Prüfen Sie zuerst, ob Ihre Verträge mit diesen Kunden das erlauben.",
  takes: "Zeigt in {count, plural, one {#\u00a0Portal} other {#\u00a0Portalen}} nicht mehr: {what}.",
  takes_projects:
    "Lässt jedem Kontakt in {count, plural, one {#\u00a0Portal} other {#\u00a0Portalen}} nur die Projekte, in denen er genannt ist. Wer in keinem genannt ist, sieht keines.",
};

const es: typeof en = {
  heading: "Datos visibles",
  lead: "Valen para los portales de todos los clientes a partir de la siguiente carga de la página. Lo que está desactivado se oculta, muestre lo que muestre la plantilla de un portal.",
  set_apart: "Ajustar un portal aparte",
  apart: "Ajustados aparte:",
  on: "Activado",
  off: "Desactivado",
  sensitive: "Delicado.",
  apart_on: "{company}: activado",
  apart_off: "{company}: desactivado",
  switch_on: "Activar",
  switch_off: "Desactivar",
  shows: "Muestra {what}, en {count, plural, one {#\u00a0portal} other {#\u00a0portales}}.",
  check: "Compruebe antes que sus acuerdos con estos clientes lo permiten.",
  takes: "Deja de mostrar en {count, plural, one {#\u00a0portal} other {#\u00a0portales}}: {what}.",
  takes_projects:
    "Deja a cada contacto los proyectos en los que figura, en {count, plural, one {#\u00a0portal} other {#\u00a0portales}}. Quien no figura en ninguno no ve ninguno.",
};

/** What the page of the switches for all portals says. */
export const visibilityWords = defineWords({ en, de, es });
