import { defineWords } from "../../lib/words.ts";

/** What dates and ages say beside their numbers. */
export const formatWords = defineWords({
  en: { justNow: "just now", from: "from {day}", until: "until {day}" },
  de: { justNow: "gerade eben", from: "ab {day}", until: "bis {day}" },
  es: { justNow: "ahora mismo", from: "desde el {day}", until: "hasta el {day}" },
});
