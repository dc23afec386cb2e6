import { defineWords } from "../../lib/words.ts";

/** What the review says of projects that come to be seen, or no longer are. */
export const projectsWords = defineWords({
  en: {
    term: "Projects",
    changed:
      "{shown, plural, =0 {None becomes visible} one {#\u00a0becomes visible} other {#\u00a0become visible}}, {hidden, plural, =0 {none is hidden} one {#\u00a0no longer is} other {#\u00a0no longer are}}.",
    shown_title: "Projects that become visible",
    shown:
      "{count, plural, one {#\u00a0person sees} other {#\u00a0people see}} it then. {why, select, draft {It is a draft in {from}} archived {It is archived in {from}} absent {It is not in {from}} other {{from} does not show it to them}}.",
    hidden_title: "Projects that are no longer visible",
    hidden:
      "{count, plural, one {#\u00a0person sees} other {#\u00a0people see}} it no longer. {why, select, draft {It is a draft in {to}} archived {It is archived in {to}} absent {It cannot be found in {to}} other {{to} does not show it to them}}.",
  },
  de: {
    term: "Projekte",
    changed:
      "{shown, plural, =0 {Keines wird neu sichtbar} one {#\u00a0wird neu sichtbar} other {#\u00a0werden neu sichtbar}}, {hidden, plural, =0 {keines verschwindet} one {#\u00a0verschwindet} other {#\u00a0verschwinden}}.",
    shown_title: "Projekte, die neu sichtbar werden",
    shown:
      "{count, plural, one {#\u00a0Person sieht} other {#\u00a0Personen sehen}} es dann. {why, select, draft {In {from} ist es ein Entwurf} archived {In {from} ist es archiviert} absent {In {from} gibt es das Projekt nicht} other {In {from} ist es für sie nicht zu sehen}}.",
    hidden_title: "Projekte, die nicht mehr sichtbar sind",
    hidden:
      "{count, plural, one {#\u00a0Person sieht} other {#\u00a0Personen sehen}} es nicht mehr. {why, select, draft {In {to} ist es ein Entwurf} archived {In {to} ist es archiviert} absent {In {to} ist es nicht zu finden} other {In {to} ist es für sie nicht zu sehen}}.",
  },
  es: {
    term: "Proyectos",
    changed:
      "{shown, plural, =0 {Ninguno pasa a verse} one {#\u00a0pasa a verse} other {#\u00a0pasan a verse}}, {hidden, plural, =0 {ninguno deja de verse} one {#\u00a0deja de verse} other {#\u00a0dejan de verse}}.",
    shown_title: "Proyectos que pasan a verse",
    shown:
      "Lo {count, plural, one {verá #\u00a0persona} other {verán #\u00a0personas}} entonces. {why, select, draft {En {from} es un borrador} archived {En {from} está archivado} absent {En {from} no está} other {En {from} no se les muestra}}.",
    hidden_title: "Proyectos que dejan de verse",
    hidden:
      "Lo {count, plural, one {deja de ver #\u00a0persona} other {dejan de ver #\u00a0personas}}. {why, select, draft {En {to} es un borrador} archived {En {to} está archivado} absent {En {to} no se encuentra} other {En {to} no se les muestra}}.",
  },
});
