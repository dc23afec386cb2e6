import { defineWords } from "../../lib/words.ts";

/** What the office says of the language of one portal. */
export const portalLanguageWords = defineWords({
  en: {
    label: "Language",
    browser: "each visitor’s browser",
    own: "Set for this portal. For all portals: {language}.",
    inherited: "Inherited. For all portals: {language}.",
    meaning:
      "The words, dates, numbers and money of this portal’s pages, tables and mails. The sign-in stays in the language for all portals, so that it tells nobody which addresses there are.",
    inherit: "Inherit ({language})",
    use: "Use {language} here",
    use_browser: "Use each visitor’s browser here",
  },
  de: {
    label: "Sprache",
    browser: "Browser der jeweiligen Person",
    own: "Für dieses Portal gestellt. Für alle Portale: {language}.",
    inherited: "Übernommen. Für alle Portale: {language}.",
    meaning:
      "Die Wörter, Daten, Zahlen und Beträge auf den Seiten, in den Tabellen und in den Mails dieses Portals. Die Anmeldung bleibt in der Sprache für alle Portale, damit sie niemandem verrät, welche Adressen es gibt.",
    inherit: "Übernehmen ({language})",
    use: "Hier {language} verwenden",
    use_browser: "Hier nach dem Browser richten",
  },
  es: {
    label: "Idioma",
    browser: "el navegador de cada visitante",
    own: "Ajustado para este portal. Para todos los portales: {language}.",
    inherited: "Heredado. Para todos los portales: {language}.",
    meaning:
      "Las palabras, fechas, cifras e importes de las páginas, las tablas y los correos de este portal. El inicio de sesión sigue en el idioma de todos los portales, para que no revele a nadie qué direcciones existen.",
    inherit: "Heredar ({language})",
    use: "Usar {language} aquí",
    use_browser: "Usar aquí el navegador de cada visitante",
  },
});
