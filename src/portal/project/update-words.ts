import { defineWords } from "../../lib/words.ts";

/** What stands around the firm's updates on a project's page; the updates themselves are in the firm's own words. */
export const updateWords = defineWords({
  en: {
    heading: "Updates",
    earlier: "{count, plural, one {# earlier update} other {# earlier updates}}",
    newer: "Newer updates",
    by: "By {author}",
    percent_of: "{discipline}: {percent} complete",
  },
  de: {
    heading: "Neuigkeiten",
    earlier: "{count, plural, one {# frühere Neuigkeit} other {# frühere Neuigkeiten}}",
    newer: "Neuere Neuigkeiten",
    by: "Von {author}",
    percent_of: "{discipline}: {percent} fertig",
  },
  es: {
    heading: "Novedades",
    earlier: "{count, plural, one {# novedad anterior} other {# novedades anteriores}}",
    newer: "Novedades más recientes",
    by: "Por {author}",
    percent_of: "{discipline}: {percent} completado",
  },
});
