import { defineWords } from "../../../lib/words.ts";

const en = {
  heading: "Show {name} at all portals?",
  heading_one: "Show {name} at the portal of {company}?",
  heading_clients: "Show {names} to clients?",
  because_switch: "The switch for what stands inside {name} is on already: it has been hidden with {name} alone.",
  because_shape: "The switch for it is on already: until now the {template} template keeps it from clients.",
  because_reset:
    "The switch for it is on already: your {template} template keeps it from clients, and as it comes with the program it does not.",
  because_template: "The switch for it is on already: the {template} template shows it, the one before does not.",
  because_default:
    "The switch for it is on already: the {template} template shows it at the portals that follow the default, the one before does not.",
  exposes: "What it exposes",
  gives_away: "What it gives away",
  tells_cost: "Together with {sums}, profitability lets a client work out what the work costs you.",
  portals: "In how many portals",
  people: "To how many people",
  check: "Check first that your agreements with these clients allow it. It counts on the next page load.",
  check_one: "Check first that your agreement with {company} allows it. It counts on the next page load.",
  switch_on: "Switch on",
  leave_off: "Leave it off",
  show: "Show it to clients",
  leave: "Leave it as it is",
  not_here: "None for now: the portal’s template, or another switch, hides it.",
  nowhere:
    "None for now: at every portal that follows this setting, the template or another switch hides it. A portal that is made later follows as well.",
  where: "{count, plural, one {#\u00a0portal} other {#\u00a0portals}}: {names}.",
  where_later:
    "{count, plural, one {#\u00a0portal} other {#\u00a0portals}}: {names}. A portal that is made later follows as well.",
  there:
    "{count, plural, one {That holds in the #\u00a0portal below.} other {That holds in all #\u00a0portals below.}}",
  more: "{count} more",
  nobody: "Nobody for now.",
  cannot_tell: "Cannot be told right now: your PSA does not answer.",
  at_least:
    "At least {count, plural, one {#\u00a0person} other {#\u00a0people}}: some records in your PSA cannot be read.",
  no_contact: "Nobody for now: no contact gets in.",
  get_in: "{count, plural, one {#\u00a0person} other {#\u00a0people}}, who can get in as your PSA is now.",
  already_on: "There is nothing to confirm: {name} is on already.",
  not_asked: "There is nothing to confirm: with {name}, nothing sensitive begins to show. It is switched here.",
};

const de: typeof en = {
  heading: "In allen Portalen {name} zeigen?",
  heading_one: "Im Portal von {company} {name} zeigen?",
  heading_clients: "Den Kunden {names} zeigen?",
  because_switch:
    "Was innerhalb von „{name}“ steht, hat einen eigenen Schalter, und der ist schon an: Verborgen war es nur zusammen mit „{name}“.",
  because_shape: "Der Schalter dafür ist schon an: Bisher verbirgt es die Vorlage „{template}“ vor Ihren Kunden.",
  because_reset:
    "Der Schalter dafür ist schon an: Ihre Vorlage „{template}“ verbirgt es vor Ihren Kunden; so, wie sie mit dem Programm kommt, zeigt sie es.",
  because_template: "Der Schalter dafür ist schon an: Die Vorlage „{template}“ zeigt es, die bisherige nicht.",
  because_default:
    "Der Schalter dafür ist schon an: Die Vorlage „{template}“ zeigt es in den Portalen, die der Vorgabe folgen, die bisherige nicht.",
  exposes: "Was sichtbar wird",
  gives_away: "Was es verrät",
  tells_cost: "Wer neben der Rentabilität {sums} sieht, kann ausrechnen, was die Arbeit Sie kostet.",
  portals: "In wie vielen Portalen",
  people: "Für wie viele Personen",
  check: "Prüfen Sie zuerst, ob Ihre Verträge mit diesen Kunden das erlauben. Es gilt ab dem nächsten Laden der Seite.",
  check_one: "Prüfen Sie zuerst, ob Ihr Vertrag mit {company} das erlaubt. Es gilt ab dem nächsten Laden der Seite.",
  switch_on: "Einschalten",
  leave_off: "Ausgeschaltet lassen",
  show: "Den Kunden zeigen",
  leave: "So lassen, wie es ist",
  not_here: "Vorerst in keinem: Die Vorlage des Portals oder ein anderer Schalter verbirgt es.",
  nowhere:
    "Vorerst in keinem: In jedem Portal, das dieser Einstellung folgt, verbirgt es die Vorlage oder ein anderer Schalter. Ein Portal, das später angelegt wird, folgt ihr auch.",
  where: "In {count, plural, one {#\u00a0Portal} other {#\u00a0Portalen}}: {names}.",
  where_later:
    "In {count, plural, one {#\u00a0Portal} other {#\u00a0Portalen}}: {names}. Für ein Portal, das später angelegt wird, gilt es auch.",
  there: "{count, plural, one {Das gilt in dem #\u00a0Portal unten.} other {Das gilt in allen #\u00a0Portalen unten.}}",
  more: "{count} weitere",
  nobody: "Vorerst niemand.",
  cannot_tell: "Das lässt sich gerade nicht sagen: Ihr PSA antwortet nicht.",
  at_least:
    "Mindestens {count, plural, one {#\u00a0Person} other {#\u00a0Personen}}: Einige Datensätze Ihres PSA lassen sich nicht lesen.",
  no_contact: "Vorerst niemand: Kein Kontakt kommt hinein.",
  get_in:
    "{count, plural, one {#\u00a0Person, die} other {#\u00a0Personen, die}} nach dem jetzigen Stand Ihres PSA {count, plural, one {hineinkommt} other {hineinkommen}}.",
  already_on: "Hier gibt es nichts zu bestätigen: „{name}“ ist schon eingeschaltet.",
  not_asked:
    "Hier gibt es nichts zu bestätigen: Mit „{name}“ wird nichts Heikles sichtbar. Geschaltet wird auf dieser Seite.",
};

const es: typeof en = {
  heading: "¿Mostrar {name} en todos los portales?",
  heading_one: "¿Mostrar {name} en el portal de {company}?",
  heading_clients: "¿Mostrar {names} a los clientes?",
  because_switch:
    "Lo que está dentro de «{name}» tiene su propio interruptor, y ya está activado: solo se ocultaba junto con «{name}».",
  because_shape: "Su interruptor ya está activado: hasta ahora, la plantilla «{template}» lo oculta a los clientes.",
  because_reset:
    "Su interruptor ya está activado: su plantilla «{template}» lo oculta a los clientes; tal como viene con el programa, lo muestra.",
  because_template: "Su interruptor ya está activado: la plantilla «{template}» lo muestra y la anterior no.",
  because_default:
    "Su interruptor ya está activado: la plantilla «{template}» lo muestra en los portales que siguen el valor predeterminado y la anterior no.",
  exposes: "Qué se muestra",
  gives_away: "Qué revela",
  tells_cost: "Quien ve {sums} junto con la rentabilidad puede calcular lo que le cuesta a usted el trabajo.",
  portals: "En cuántos portales",
  people: "A cuántas personas",
  check: "Compruebe antes que sus acuerdos con estos clientes lo permiten. Vale desde la siguiente carga de la página.",
  check_one: "Compruebe antes que su acuerdo con {company} lo permite. Vale desde la siguiente carga de la página.",
  switch_on: "Activar",
  leave_off: "Dejarlo desactivado",
  show: "Mostrarlo a los clientes",
  leave: "Dejarlo como está",
  not_here: "En ninguno por ahora: la plantilla del portal u otro interruptor lo oculta.",
  nowhere:
    "En ninguno por ahora: en cada portal que sigue este ajuste lo oculta la plantilla u otro interruptor. Un portal que se cree más tarde también lo sigue.",
  where: "En {count, plural, one {#\u00a0portal} other {#\u00a0portales}}: {names}.",
  where_later:
    "En {count, plural, one {#\u00a0portal} other {#\u00a0portales}}: {names}. Vale también para un portal que se cree más tarde.",
  there: "{count, plural, one {Así es en el portal de abajo.} other {Así es en los #\u00a0portales de abajo.}}",
  more: "{count} más",
  nobody: "A nadie por ahora.",
  cannot_tell: "Ahora mismo no se puede saber: su PSA no responde.",
  at_least:
    "Al menos a {count, plural, one {#\u00a0persona} other {#\u00a0personas}}: algunos registros de su PSA no se pueden leer.",
  no_contact: "A nadie por ahora: no entra ningún contacto.",
  get_in:
    "A {count, plural, one {#\u00a0persona que puede} other {#\u00a0personas que pueden}} entrar según su PSA en este momento.",
  already_on: "No hay nada que confirmar: «{name}» ya está activado.",
  not_asked: "No hay nada que confirmar: con «{name}» no empieza a mostrarse nada delicado. Se activa en esta página.",
};

/** What is asked before something sensitive is shown to clients. */
export const confirmWords = defineWords({ en, de, es });
