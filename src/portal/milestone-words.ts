import { defineWords } from "../lib/words.ts";

/** What the lists of milestones say, on every page that has one. */
export const milestoneWords = defineWords({
  en: { byFirm: "by {firm}", byClient: "by you", late: "late", waiting: "waiting on you" },
  de: { byFirm: "durch {firm}", byClient: "durch Sie", late: "überfällig", waiting: "wartet auf Sie" },
  es: { byFirm: "a cargo de {firm}", byClient: "a su cargo", late: "con retraso", waiting: "pendiente de usted" },
});
