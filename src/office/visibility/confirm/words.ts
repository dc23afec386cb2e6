import { defineWords } from "../../../lib/words.ts";

const en = {
  heading: "Show {name} at all portals?",
  heading_one: "Show {name} at the portal of {company}?",
  exposes: "What it exposes",
  portals: "In how many portals",
  people: "To how many people",
  check: "Check first that your agreements with these clients allow it. It counts on the next page load.",
  check_one: "Check first that your agreement with {company} allows it. It counts on the next page load.",
  switch_on: "Switch on",
  leave_off: "Leave it off",
  this_portal: "1 portal, this one.",
  not_here: "None for now: the portal’s template does not carry it.",
  nowhere: "None for now: no portal that follows this setting has a template that carries it.",
  where: "{count, plural, one {#\u00a0portal} other {#\u00a0portals}}, of those that have no setting of their own.",
  nobody: "Nobody for now.",
  cannot_tell: "Cannot be told right now: your PSA does not answer.",
  at_least:
    "At least {count, plural, one {#\u00a0person} other {#\u00a0people}}: some records in your PSA cannot be read.",
  no_contact: "Nobody for now: no contact gets in.",
  get_in: "{count, plural, one {#\u00a0person} other {#\u00a0people}}, who can get in as your PSA is now.",
};

const de: typeof en = {
  heading: "In allen Portalen {name} zeigen?",
  heading_one: "Im Portal von {company} {name} zeigen?",
  exposes: "Was sichtbar wird",
  portals: "In wie vielen Portalen",
  people: "Für wie viele Personen",
  check: "Prüfen Sie zuerst, ob Ihre Verträge mit diesen Kunden das erlauben. Es gilt ab dem nächsten Laden der Seite.",
  check_one: "Prüfen Sie zuerst, ob Ihr Vertrag mit {company} das erlaubt. Es gilt ab dem nächsten Laden der Seite.",
  switch_on: "Einschalten",
  leave_off: "Ausgeschaltet lassen",
  this_portal: "In 1 Portal, diesem.",
  not_here: "Vorerst in keinem: Die Vorlage des Portals enthält es nicht.",
  nowhere: "Vorerst in keinem: Kein Portal, das dieser Einstellung folgt, hat eine Vorlage, die es enthält.",
  where: "In {count, plural, one {#\u00a0Portal} other {#\u00a0Portalen}} ohne eigene Einstellung.",
  nobody: "Vorerst niemand.",
  cannot_tell: "Das lässt sich gerade nicht sagen: Ihre PSA antwortet nicht.",
  at_least:
    "Mindestens {count, plural, one {#\u00a0Person} other {#\u00a0Personen}}: Einige Datensätze Ihrer PSA lassen sich nicht lesen.",
  no_contact: "Vorerst niemand: Kein Kontakt kommt hinein.",
  get_in:
    "{count, plural, one {#\u00a0Person, die} other {#\u00a0Personen, die}} nach dem jetzigen Stand Ihrer PSA {count, plural, one {hineinkommt} other {hineinkommen}}.",
};

const es: typeof en = {
  heading: "¿Mostrar {name} en todos los portales?",
  heading_one: "¿Mostrar {name} en el portal de {company}?",
  exposes: "Qué se muestra",
  portals: "En cuántos portales",
  people: "A cuántas personas",
  check: "Compruebe antes que sus acuerdos con estos clientes lo permiten. Vale desde la siguiente carga de la página.",
  check_one: "Compruebe antes que su acuerdo con {company} lo permite. Vale desde la siguiente carga de la página.",
  switch_on: "Activar",
  leave_off: "Dejarlo desactivado",
  this_portal: "En 1 portal, este.",
  not_here: "En ninguno por ahora: la plantilla del portal no lo incluye.",
  nowhere: "En ninguno por ahora: ningún portal que siga este ajuste tiene una plantilla que lo incluya.",
  where: "En {count, plural, one {#\u00a0portal} other {#\u00a0portales}} sin ajuste propio.",
  nobody: "A nadie por ahora.",
  cannot_tell: "Ahora mismo no se puede saber: su PSA no responde.",
  at_least:
    "Al menos a {count, plural, one {#\u00a0persona} other {#\u00a0personas}}: algunos registros de su PSA no se pueden leer.",
  no_contact: "A nadie por ahora: no entra ningún contacto.",
  get_in:
    "A {count, plural, one {#\u00a0persona que puede} other {#\u00a0personas que pueden}} entrar según su PSA en este momento.",
};

/** What is asked before something sensitive is shown to clients. */
export const confirmWords = defineWords({ en, de, es });
