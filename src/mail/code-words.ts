import { defineWords } from "../lib/words.ts";

/** The mail that carries a sign-in code. */
export const codeWords = defineWords({
  en: {
    subject: "{code} is your code for {firm}",
    code: "Your code for {firm}: {code}",
    where: "Type it on the page you have open at {host}. It is valid for 15 minutes.",
    link: "Or open this link in the same browser and press the button there",
    open: "Open the link",
    elsewhere:
      "If the link shows you the code in place of a button, it was opened in another browser: type the code on the page where you asked for it.",
    not_asked: "If you did not ask for it, do nothing: without the code nobody gets in.",
  },
  de: {
    subject: "{code} ist Ihr Code für {firm}",
    code: "Ihr Code für {firm}: {code}",
    where: "Geben Sie ihn auf der Seite ein, die Sie unter {host} geöffnet haben. Er gilt 15 Minuten.",
    link: "Oder öffnen Sie diesen Link im selben Browser und klicken Sie dort auf die Schaltfläche",
    open: "Link öffnen",
    elsewhere:
      "Wenn der Link statt einer Schaltfläche den Code zeigt, wurde er in einem anderen Browser geöffnet: Geben Sie den Code auf der Seite ein, auf der Sie ihn angefordert haben.",
    not_asked: "Wenn Sie ihn nicht angefordert haben, tun Sie nichts: Ohne den Code kommt niemand hinein.",
  },
  es: {
    subject: "{code} es su código para {firm}",
    code: "Su código para {firm}: {code}",
    where: "Escríbalo en la página que tiene abierta en {host}. Es válido durante 15 minutos.",
    link: "O abra este enlace en el mismo navegador y pulse allí el botón",
    open: "Abrir el enlace",
    elsewhere:
      "Si el enlace le muestra el código en lugar de un botón, se abrió en otro navegador: escriba el código en la página donde lo pidió.",
    not_asked: "Si usted no lo pidió, no haga nada: sin el código no entra nadie.",
  },
});
