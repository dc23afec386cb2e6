import { defineWords } from "../../lib/words.ts";

/** The choice among the firms in whose teams somebody is. */
export const firmsWords = defineWords({
  en: {
    heading: "Which firm’s office?",
    text: "Your email is in the teams of several firms. You can change between them at any time.",
    open: "Open {firm}",
  },
  de: {
    heading: "Das Büro welcher Firma?",
    text: "Ihre E-Mail-Adresse gehört zu den Teams mehrerer Firmen. Sie können jederzeit zwischen ihnen wechseln.",
    open: "{firm} öffnen",
  },
  es: {
    heading: "¿La oficina de qué firma?",
    text: "Su correo está en los equipos de varias firmas. Puede cambiar de una a otra en cualquier momento.",
    open: "Abrir {firm}",
  },
});
