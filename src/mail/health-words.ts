import { defineWords } from "../lib/words.ts";

/** What the firm's admins are mailed about the connection to their PSA. */
export const healthMailWords = defineWords({
  en: {
    subject_red: "Client portals: your clients can’t be answered right now",
    subject_amber: "Client portals: the connection to {vendor, select, none {the PSA} other {{vendor}}} needs a look",
    subject_green: "Client portals: the connection to {vendor, select, none {the PSA} other {{vendor}}} works again",
    since: "Since {since}.",
    was: "It was in trouble since {since}.",
    clients: "What clients see meanwhile: {clients}",
    clients_now: "What clients see now: {clients}",
    to_do: "What to do: {remedy}",
    came_back: "What came back: {cameBack}",
    open: "Open the connections",
    page: "How the connection is at this moment, under Settings → Connections:",
    once: "You get this once for each change, as an admin of client portals. Nobody else was told.",
  },
  de: {
    subject_red: "Kundenportale: Ihre Kunden bekommen gerade keine Auskunft",
    subject_amber:
      "Kundenportale: Die Verbindung {vendor, select, none {zum PSA} other {zu {vendor}}} braucht einen Blick",
    subject_green:
      "Kundenportale: Die Verbindung {vendor, select, none {zum PSA} other {zu {vendor}}} funktioniert wieder",
    since: "Seit {since}.",
    was: "Gestört war die Verbindung seit {since}.",
    clients: "Was Kunden in dieser Zeit sehen: {clients}",
    clients_now: "Was Kunden jetzt sehen: {clients}",
    to_do: "Was zu tun ist: {remedy}",
    came_back: "Was zurückkam: {cameBack}",
    open: "Verbindungen öffnen",
    page: "Wie es gerade um die Verbindung steht, unter Einstellungen → Verbindungen:",
    once: "Sie bekommen das einmal für jede Änderung, als Admin der Kundenportale. Sonst wurde niemand benachrichtigt.",
  },
  es: {
    subject_red: "Portales de clientes: ahora mismo no se puede responder a sus clientes",
    subject_amber:
      "Portales de clientes: hay que mirar la conexión con {vendor, select, none {el PSA} other {{vendor}}}",
    subject_green:
      "Portales de clientes: la conexión con {vendor, select, none {el PSA} other {{vendor}}} vuelve a funcionar",
    since: "Desde: {since}.",
    was: "Tuvo problemas desde: {since}.",
    clients: "Qué ven los clientes mientras tanto: {clients}",
    clients_now: "Qué ven los clientes ahora: {clients}",
    to_do: "Qué hacer: {remedy}",
    came_back: "Lo que llegó: {cameBack}",
    open: "Abrir las conexiones",
    page: "Cómo está la conexión en este momento, en Ajustes → Conexiones:",
    once: "Recibe este mensaje una vez por cada cambio, como administrador de los portales de clientes. No se ha avisado a nadie más.",
  },
});
