import { defineWords } from "../../lib/words.ts";

const en = {
  not_looked: "Nobody has been checked yet",
  nobody: "Nobody has lost access",
  cannot_tell: "Who has lost access cannot be told right now",
  stands_still: "Nobody is checked until something is connected.",
  stands_still_since: "Nobody is checked until something is connected. The last look was {age}.",
  psa: "The PSA needs a look",
  lost: "{count, plural, one {#\u00a0person no longer gets in} other {#\u00a0people no longer get in}}",
  lead_first:
    "Everybody who had access in the last 90 days is checked again every 15 minutes. The first look is still to come.",
  lead: "Everybody who had access in the last 90 days is checked again every 15 minutes. The last look was {age}.",
  lead_unanswered:
    "Everybody who had access in the last 90 days is checked again every 15 minutes. The last look began {age} and has no answer from the PSA so far.",
  look_now: "Look now",
  open: "Open findings",
  ended: "Ended ({count})",
  all_portals: "All client portals",
  saw: "They saw {count, plural, one {#\u00a0project} other {#\u00a0projects}}.",
  found: "Found {age}.",
  found_ended: "Found {age}; ended {ended}.",
  what_to_do: "What to do:",
  see_fix: "See what mends it",
  meant: "This is meant, put it away",
  meant_about: "for {who}",
};

const de: typeof en = {
  not_looked: "Noch ist niemand geprüft",
  nobody: "Niemand hat den Zugang verloren",
  cannot_tell: "Wer den Zugang verloren hat, lässt sich gerade nicht sagen",
  stands_still: "Solange nichts verbunden ist, wird niemand geprüft.",
  stands_still_since: "Solange nichts verbunden ist, wird niemand geprüft. Letzte Prüfung: {age}.",
  psa: "Das PSA muss angesehen werden",
  lost: "{count, plural, one {#\u00a0Person kommt nicht mehr hinein} other {#\u00a0Personen kommen nicht mehr hinein}}",
  lead_first:
    "Alle, die in den letzten 90 Tagen Zugang hatten, werden alle 15 Minuten neu geprüft. Die erste Prüfung steht noch aus.",
  lead: "Alle, die in den letzten 90 Tagen Zugang hatten, werden alle 15 Minuten neu geprüft. Letzte Prüfung: {age}.",
  lead_unanswered:
    "Alle, die in den letzten 90 Tagen Zugang hatten, werden alle 15 Minuten neu geprüft. Letzte Prüfung: {age}, bisher ohne Antwort des PSA.",
  look_now: "Jetzt prüfen",
  open: "Offene Befunde",
  ended: "Beendet ({count})",
  all_portals: "Alle Kundenportale",
  saw: "Gesehen wurden {count, plural, one {#\u00a0Projekt} other {#\u00a0Projekte}}.",
  found: "Festgestellt: {age}.",
  found_ended: "Festgestellt: {age}; beendet: {ended}.",
  what_to_do: "Was zu tun ist:",
  see_fix: "Ansehen, was hilft",
  meant: "Das ist so gewollt, ablegen",
  meant_about: "für {who}",
};

const es: typeof en = {
  not_looked: "Todavía no se ha comprobado a nadie",
  nobody: "Nadie ha perdido el acceso",
  cannot_tell: "Ahora mismo no se puede saber quién ha perdido el acceso",
  stands_still: "Mientras no haya nada conectado, no se comprueba a nadie.",
  stands_still_since: "Mientras no haya nada conectado, no se comprueba a nadie. Última revisión: {age}.",
  psa: "El PSA necesita una revisión",
  lost: "{count, plural, one {#\u00a0persona ya no entra} other {#\u00a0personas ya no entran}}",
  lead_first:
    "Todas las personas que tuvieron acceso en los últimos 90 días se vuelven a comprobar cada 15 minutos. La primera revisión está pendiente.",
  lead: "Todas las personas que tuvieron acceso en los últimos 90 días se vuelven a comprobar cada 15 minutos. Última revisión: {age}.",
  lead_unanswered:
    "Todas las personas que tuvieron acceso en los últimos 90 días se vuelven a comprobar cada 15 minutos. Última revisión: {age}, hasta ahora sin respuesta del PSA.",
  look_now: "Revisar ahora",
  open: "Hallazgos abiertos",
  ended: "Terminados ({count})",
  all_portals: "Todos los portales de clientes",
  saw: "Veía {count, plural, one {#\u00a0proyecto} other {#\u00a0proyectos}}.",
  found: "Detectado: {age}.",
  found_ended: "Detectado: {age}; terminado: {ended}.",
  what_to_do: "Qué hacer:",
  see_fix: "Ver qué lo arregla",
  meant: "Es intencionado, archivar",
  meant_about: "para {who}",
};

/** What the page of the drift watch says. */
export const watchWords = defineWords({ en, de, es });
