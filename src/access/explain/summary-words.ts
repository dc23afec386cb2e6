import { defineWords } from "../../lib/words.ts";

/** Who, which door, yes or no, why. Reasons come without their full stop where a sentence goes on behind them. */
export const summaryWords = defineWords({
  en: {
    granted: "{who} gets in at {door} and sees {count, plural, one {# project} other {# projects}}.",
    troubled:
      "{who} gets in at {door} and sees {count, plural, one {# project} other {# projects}}, but could not sign in: {reason}",
    refused: "{who} does not get in at {door}: {reason}",
    unavailable: "Whether {who} gets in at {door} cannot be told: {reason}",
    besides: "{reason}; besides, {more}",
  },
  de: {
    granted: "{who} kommt bei {door} hinein und sieht {count, plural, one {# Projekt} other {# Projekte}}.",
    troubled:
      "{who} kommt bei {door} hinein und sieht {count, plural, one {# Projekt} other {# Projekte}}, konnte sich aber nicht anmelden: {reason}",
    refused: "{who} kommt bei {door} nicht hinein: {reason}",
    unavailable: "Ob {who} bei {door} hineinkommt, lässt sich nicht sagen: {reason}",
    besides: "{reason}. Außerdem: {more}",
  },
  es: {
    granted: "{who} entra en {door} y ve {count, plural, one {# proyecto} other {# proyectos}}.",
    troubled:
      "{who} entra en {door} y ve {count, plural, one {# proyecto} other {# proyectos}}, pero no ha podido iniciar sesión: {reason}",
    refused: "{who} no entra en {door}: {reason}",
    unavailable: "No se puede saber si {who} entra en {door}: {reason}",
    besides: "{reason}; además, {more}",
  },
});
