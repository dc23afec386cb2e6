import { defineWords } from "../../lib/words.ts";

/** What the sign-in says at the door of a firm's portals. */
export const doorWords = defineWords({
  en: {
    heading: "See your projects",
    lead: "Type your work email, the one {firm} writes to. You get a code by mail; there is no password.",
    open: "Open my projects",
    phone_help: "{firm} can also give you a code by phone; type it here.",
  },
  de: {
    heading: "Ihre Projekte ansehen",
    lead: "Geben Sie Ihre geschäftliche E-Mail-Adresse ein, an die {firm} Ihnen schreibt. Sie erhalten einen Code per E-Mail; ein Passwort gibt es nicht.",
    open: "Meine Projekte öffnen",
    phone_help: "{firm} kann Ihnen auch am Telefon einen Code nennen; geben Sie ihn hier ein.",
  },
  es: {
    heading: "Ver sus proyectos",
    lead: "Escriba su correo del trabajo, al que le escribe {firm}. Recibirá un código por correo; no hay contraseña.",
    open: "Abrir mis proyectos",
    phone_help: "{firm} también puede darle un código por teléfono; escríbalo aquí.",
  },
});
