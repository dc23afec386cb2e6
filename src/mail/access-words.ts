import { defineWords } from "../lib/words.ts";

/** What the firm tells a client's person about their own portal. */
export const accessWords = defineWords({
  en: {
    open_subject: "You can now see your projects at {firm}",
    open: "{firm} has opened your projects for {email}. They are here:",
    address_subject: "Where your projects at {firm} are",
    address: "This is the address of your projects at {firm}:",
    go: "Open my projects",
    how: "Sign in there with {email}. There is no password: a code comes by mail. Keep the address as a bookmark.",
    questions: "If something is not right, write to {contact}.",
    questions_phone: "If something is not right, write to {contact} or call {phone}.",
  },
  de: {
    open_subject: "Sie können jetzt Ihre Projekte bei {firm} sehen",
    open: "{firm} hat Ihre Projekte für {email} geöffnet. Sie finden sie hier:",
    address_subject: "Wo Sie Ihre Projekte bei {firm} finden",
    address: "Das ist die Adresse Ihrer Projekte bei {firm}:",
    go: "Meine Projekte öffnen",
    how: "Melden Sie sich dort mit {email} an. Ein Passwort gibt es nicht: Ein Code kommt per E-Mail. Behalten Sie die Adresse als Lesezeichen.",
    questions: "Wenn etwas nicht stimmt, schreiben Sie an {contact}.",
    questions_phone: "Wenn etwas nicht stimmt, schreiben Sie an {contact} oder rufen Sie {phone} an.",
  },
  es: {
    open_subject: "Ya puede ver sus proyectos en {firm}",
    open: "{firm} ha abierto sus proyectos para {email}. Están aquí:",
    address_subject: "Dónde están sus proyectos en {firm}",
    address: "Esta es la dirección de sus proyectos en {firm}:",
    go: "Abrir mis proyectos",
    how: "Inicie sesión allí con {email}. No hay contraseña: le llega un código por correo. Guarde la dirección en favoritos.",
    questions: "Si algo no está bien, escriba a {contact}.",
    questions_phone: "Si algo no está bien, escriba a {contact} o llame al {phone}.",
  },
});
