import { defineWords } from "../../lib/words.ts";

/** What the review says of projects that stay in sight, in another state. */
export const statusesWords = defineWords({
  en: {
    term: "State of projects",
    changed: "{count, plural, one {#\u00a0project changes} other {#\u00a0projects change}} it, and clients see that.",
    title: "Projects whose state changes",
    change:
      "{was, select, active {Under way} on_hold {On hold} other {Completed}} in {from}, {is, select, active {under way} on_hold {on hold} other {completed}} in {to}.",
  },
  de: {
    term: "Stand der Projekte",
    changed: "Er ändert sich bei {count, plural, one {#\u00a0Projekt} other {#\u00a0Projekten}}, und Kunden sehen das.",
    title: "Projekte, deren Stand sich ändert",
    change:
      "In {from} {was, select, active {in Arbeit} on_hold {ruhend} other {abgeschlossen}}, in {to} {is, select, active {in Arbeit} on_hold {ruhend} other {abgeschlossen}}.",
  },
  es: {
    term: "Estado de los proyectos",
    changed: "Cambia en {count, plural, one {#\u00a0proyecto} other {#\u00a0proyectos}}, y los clientes lo ven.",
    title: "Proyectos cuyo estado cambia",
    change:
      "{was, select, active {En curso} on_hold {En pausa} other {Terminado}} en {from}, {is, select, active {en curso} on_hold {en pausa} other {terminado}} en {to}.",
  },
});
