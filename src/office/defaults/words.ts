import { defineWords } from "../../lib/words.ts";

const en = {
  heading: "Portal defaults",
  lead: "These hold at every portal that has nothing of its own. A change counts on the next page load.",
  saved: "Saved. It counts on the next page load.",
  save: "Save the defaults",
  only_admins: "An admin of your firm can change these.",
  back: "Back to the portals",
  all_portals: "{count, plural, one {Holds at your # portal.} other {Holds at all # portals.}}",
  follow: "{count, plural, one {#\u00a0portal follows} other {#\u00a0portals follow}} this default.",
  follow_own:
    "{count, plural, one {#\u00a0portal follows} other {#\u00a0portals follow}} this default; {own, plural, one {# has its} other {# have their}} own.",
  template: "Template",
  language: "Language",
  browser: "Each visitor’s browser",
  browser_text: "In the language that it asks for.",
  pulse: "How often clients are asked how it is going",
  week: "Every week",
  two_weeks: "Every two weeks",
  month: "Every month",
  off: "Never",
};

const de: typeof en = {
  heading: "Vorgaben für Portale",
  lead: "Sie gelten in jedem Portal, für das nichts Eigenes festgelegt ist. Eine Änderung gilt ab dem nächsten Laden der Seite.",
  saved: "Gespeichert. Es gilt ab dem nächsten Laden der Seite.",
  save: "Vorgaben speichern",
  only_admins: "Ein Admin Ihrer Firma kann das ändern.",
  back: "Zurück zu den Portalen",
  all_portals: "{count, plural, one {Gilt in Ihrem # Portal.} other {Gilt in allen # Portalen.}}",
  follow: "{count, plural, one {#\u00a0Portal folgt} other {#\u00a0Portale folgen}} dieser Vorgabe.",
  follow_own:
    "{count, plural, one {#\u00a0Portal folgt} other {#\u00a0Portale folgen}} dieser Vorgabe; {own, plural, one {# hat eine} other {# haben eine}} eigene.",
  template: "Vorlage",
  language: "Sprache",
  browser: "Browser der jeweiligen Person",
  browser_text: "In der Sprache, die er verlangt.",
  pulse: "Wie oft Kunden gefragt werden, wie es läuft",
  week: "Jede Woche",
  two_weeks: "Alle zwei Wochen",
  month: "Jeden Monat",
  off: "Nie",
};

const es: typeof en = {
  heading: "Valores predeterminados de los portales",
  lead: "Valen en todos los portales que no tienen nada propio. Un cambio vale desde la siguiente carga de la página.",
  saved: "Guardado. Vale desde la siguiente carga de la página.",
  save: "Guardar los valores",
  only_admins: "Un administrador de su firma puede cambiarlos.",
  back: "Volver a los portales",
  all_portals: "{count, plural, one {Vale en su # portal.} other {Vale en los # portales.}}",
  follow: "{count, plural, one {#\u00a0portal sigue} other {#\u00a0portales siguen}} este valor.",
  follow_own:
    "{count, plural, one {#\u00a0portal sigue} other {#\u00a0portales siguen}} este valor; {own, plural, one {# tiene uno propio} other {# tienen uno propio}}.",
  template: "Plantilla",
  language: "Idioma",
  browser: "El navegador de cada visitante",
  browser_text: "En el idioma que pida.",
  pulse: "Cada cuánto se pregunta a los clientes cómo va todo",
  week: "Cada semana",
  two_weeks: "Cada dos semanas",
  month: "Cada mes",
  off: "Nunca",
};

/** What the page of the portals' defaults says. */
export const defaultsWords = defineWords({ en, de, es });
