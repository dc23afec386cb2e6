import { defineWords } from "../../lib/words.ts";

/** What the visitor reads after asking the firm for help: the same for everybody, at whatever door they stood. */
export const askWords = defineWords({
  en: {
    told: "We have told {firm}",
    told_text:
      "{firm} now has your question, with everything they need to answer it. Once they have put it right, load your page again: you need not sign in a second time.",
    already: "{firm} has your question",
    already_text:
      "You have already asked, on {day}. Once {firm} has put it right, load your page again. If it is urgent, write to them.",
    too_often: "That was asked often today",
    too_often_text: "{firm} has your earlier questions. If you still cannot see your projects, please write to them.",
    signed_in_as: "You are signed in as",
    load_again: "Load my page again",
    reference: "Reference",
  },
  de: {
    told: "Wir haben {firm} Bescheid gegeben",
    told_text:
      "{firm} hat jetzt Ihre Frage und alles, was für eine Antwort nötig ist. Sobald es in Ordnung gebracht ist, laden Sie Ihre Seite neu: Sie müssen sich nicht noch einmal anmelden.",
    already: "{firm} hat Ihre Frage",
    already_text:
      "Sie haben bereits am {day} gefragt. Sobald {firm} es in Ordnung gebracht hat, laden Sie Ihre Seite neu. Wenn es dringend ist, schreiben Sie dorthin.",
    too_often: "Das wurde heute schon oft gefragt",
    too_often_text:
      "{firm} hat Ihre früheren Fragen. Wenn Sie Ihre Projekte immer noch nicht sehen, schreiben Sie bitte dorthin.",
    signed_in_as: "Sie sind angemeldet als",
    load_again: "Meine Seite neu laden",
    reference: "Referenz",
  },
  es: {
    told: "Hemos avisado a {firm}",
    told_text:
      "{firm} ya tiene su pregunta, con todo lo necesario para responderla. Cuando lo hayan resuelto, vuelva a cargar su página: no tendrá que iniciar sesión otra vez.",
    already: "{firm} tiene su pregunta",
    already_text:
      "Usted ya preguntó el {day}. Cuando {firm} lo haya resuelto, vuelva a cargar su página. Si es urgente, escríbales.",
    too_often: "Esto se ha preguntado muchas veces hoy",
    too_often_text: "{firm} tiene sus preguntas anteriores. Si sigue sin ver sus proyectos, por favor escríbales.",
    signed_in_as: "Ha iniciado sesión como",
    load_again: "Volver a cargar mi página",
    reference: "Referencia",
  },
});
