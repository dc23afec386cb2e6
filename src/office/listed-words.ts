import { defineWords } from "../lib/words.ts";

/** What a list of companies or contacts says of itself that is not as the PSA is now. */
export const listedWords = defineWords({
  en: {
    not_connected:
      "Nothing is connected, so nothing can be read: clients read that we can’t tell right now. Connect your PSA at Settings → Connections.",
    reading:
      "The PSA has not sent everything while this page waited. It goes on being read: load the page again in a moment.",
    late: "Companies and contacts as read {when}. {why}",
    late_reading:
      "Companies and contacts as read {when}: the PSA has not sent everything anew while this page waited. They go on being read: load the page again in a moment.",
    being_read:
      "Your PSA holds more than can be read while a page waits. Everybody is being read now, behind the pages of your clients.",
    not_answered: "Your PSA has not answered yet; ProLens goes on asking.",
    reloads: "This page loads itself again until it is done.",
    reloads_until_typed: "While nobody types here, this page loads itself again until it is done.",
    read_anew: "As read {when}. Everybody is being read anew, behind the pages of your clients.",
    so_far_uncounted: "So far {read, plural, one {#\u00a0record} other {#\u00a0records}}.",
    so_far: "So far {read, number} of about {of, number} records.",
    load_again: "Load the page again",
  },
  de: {
    not_connected:
      "Es ist nichts verbunden, also lässt sich nichts lesen: Kunden lesen, dass wir es gerade nicht sagen können. Verbinden Sie Ihr PSA unter Einstellungen → Verbindungen.",
    reading:
      "Das PSA hat noch nicht alles gesendet, solange diese Seite wartete. Es wird weitergelesen: Laden Sie die Seite gleich noch einmal.",
    late: "Unternehmen und Kontakte mit Stand {when}. {why}",
    late_reading:
      "Unternehmen und Kontakte mit Stand {when}: Das PSA hat noch nicht alles neu gesendet, solange diese Seite wartete. Sie werden weiter gelesen: Laden Sie die Seite gleich noch einmal.",
    being_read:
      "Ihr PSA enthält mehr, als sich lesen lässt, solange eine Seite wartet. Jetzt werden alle gelesen, hinter den Seiten Ihrer Kunden.",
    not_answered: "Ihr PSA hat noch nicht geantwortet; ProLens fragt weiter.",
    reloads: "Diese Seite lädt sich neu, bis es so weit ist.",
    reloads_until_typed: "Solange hier niemand tippt, lädt sich diese Seite neu, bis es so weit ist.",
    read_anew: "Stand {when}. Alle werden neu gelesen, hinter den Seiten Ihrer Kunden.",
    so_far_uncounted: "Bisher {read, plural, one {#\u00a0Datensatz} other {#\u00a0Datensätze}}.",
    so_far: "Bisher {read, number} von etwa {of, number} Datensätzen.",
    load_again: "Seite neu laden",
  },
  es: {
    not_connected:
      "No hay nada conectado, así que no se puede leer nada: los clientes leen que ahora no lo podemos decir. Conecte su PSA en Ajustes → Conexiones.",
    reading:
      "El PSA no ha enviado todo mientras esta página esperaba. Se sigue leyendo: vuelva a cargar la página en un momento.",
    late: "Empresas y contactos según la lectura de {when}. {why}",
    late_reading:
      "Empresas y contactos según la lectura de {when}: el PSA no ha vuelto a enviar todo mientras esta página esperaba. Se siguen leyendo: vuelva a cargar la página en un momento.",
    being_read:
      "Su PSA contiene más de lo que se puede leer mientras una página espera. Ahora se lee a todos, detrás de las páginas de sus clientes.",
    not_answered: "Su PSA aún no ha respondido; ProLens sigue preguntando.",
    reloads: "Esta página se vuelve a cargar sola hasta que termine.",
    reloads_until_typed: "Mientras nadie escriba aquí, esta página se vuelve a cargar sola hasta que termine.",
    read_anew: "Según la lectura de {when}. Se vuelve a leer a todos, detrás de las páginas de sus clientes.",
    so_far_uncounted: "Hasta ahora, {read, plural, one {#\u00a0registro} other {#\u00a0registros}}.",
    so_far: "Hasta ahora, {read, number} de unos {of, number} registros.",
    load_again: "Volver a cargar la página",
  },
});
