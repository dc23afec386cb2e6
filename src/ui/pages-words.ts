import { defineWords } from "../lib/words.ts";

/** What leads from one page of a long table to the others. */
export const pagesWords = defineWords({
  en: {
    pages: "Pages of the table",
    previous: "Previous {count}",
    next_rows: "{count, plural, one {The next one} other {Next #}}",
    on_one_page: "All {count, number} on one page",
    range_of: "{range} of {count, number}",
  },
  de: {
    pages: "Seiten der Tabelle",
    previous: "Vorige {count}",
    next_rows: "{count, plural, one {Das nächste} other {Nächste #}}",
    on_one_page: "Alle {count, number} auf einer Seite",
    range_of: "{range} von {count, number}",
  },
  es: {
    pages: "Páginas de la tabla",
    previous: "{count} anteriores",
    next_rows: "{count, plural, one {Siguiente} other {# siguientes}}",
    on_one_page: "Ver todo en una página ({count, number})",
    range_of: "{range} de {count, number}",
  },
});
