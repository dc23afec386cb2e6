import { defineWords } from "../lib/words.ts";

/** The pages that any host can answer with: what went wrong, and a host that is not in use yet. */
export const httpWords = defineWords({
  en: {
    refused: "That did not work",
    not_found: "Nothing at this address",
    too_long: "That was too long",
    file_too_large: "That file is too large",
    broken: "Something broke on our side",
    broken_text: "Nothing was lost. Load the page again; if it stays like this, pass on the reference below.",
    away: "We can't answer right now",
    away_text: "Nothing was lost. Load the page again in a moment; if it stays like this, pass on the reference below.",
    cross_site: "This was sent from another page. Open the page here and press the button again.",
    body_too_large: "That was more text than this form takes. Go back and shorten it.",
    upload_too_large:
      "Nothing was stored. Go back and choose a smaller file: a logo of at most 5 MB, or a photo of at most 8 MB.",
    wait: "Please wait a little",
    loaded_too_often: "This page was loaded too often. Try again in a few minutes.",
    nothing_here: "Check the address, or open the one that you were sent.",
    to_start: "Go to the start",
    reference: "Reference",
    pending: "This address is not in use yet",
    pending_text: "It is being set up. Until then the same pages stand at another address.",
    continue_at: "Continue at {host}",
  },
  de: {
    refused: "Das hat nicht geklappt",
    not_found: "Unter dieser Adresse ist nichts",
    too_long: "Das war zu lang",
    file_too_large: "Diese Datei ist zu groß",
    broken: "Bei uns ist etwas schiefgegangen",
    broken_text:
      "Es ist nichts verloren gegangen. Laden Sie die Seite neu; wenn es so bleibt, geben Sie die Referenz unten weiter.",
    away: "Wir können gerade nicht antworten",
    away_text:
      "Es ist nichts verloren gegangen. Laden Sie die Seite gleich noch einmal; wenn es so bleibt, geben Sie die Referenz unten weiter.",
    cross_site: "Das wurde von einer anderen Seite abgeschickt. Öffnen Sie die Seite hier und klicken Sie noch einmal.",
    body_too_large: "Das war mehr Text, als dieses Formular aufnimmt. Gehen Sie zurück und kürzen Sie ihn.",
    upload_too_large:
      "Es wurde nichts gespeichert. Gehen Sie zurück und wählen Sie eine kleinere Datei: ein Logo bis 5 MB oder ein Foto bis 8 MB.",
    wait: "Bitte warten Sie ein wenig",
    loaded_too_often: "Diese Seite wurde zu oft geladen. Versuchen Sie es in ein paar Minuten noch einmal.",
    nothing_here: "Prüfen Sie die Adresse, oder öffnen Sie die, die Ihnen geschickt wurde.",
    to_start: "Zur Startseite",
    reference: "Referenz",
    pending: "Diese Adresse ist noch nicht in Betrieb",
    pending_text: "Sie wird gerade eingerichtet. Bis dahin finden Sie dieselben Seiten unter einer anderen Adresse.",
    continue_at: "Weiter zu {host}",
  },
  es: {
    refused: "No ha funcionado",
    not_found: "No hay nada en esta dirección",
    too_long: "El texto era demasiado largo",
    file_too_large: "El archivo es demasiado grande",
    broken: "Algo ha fallado por nuestra parte",
    broken_text: "No se ha perdido nada. Vuelva a cargar la página; si sigue igual, indique la referencia de abajo.",
    away: "Ahora mismo no podemos responder",
    away_text:
      "No se ha perdido nada. Vuelva a cargar la página dentro de un momento; si sigue igual, indique la referencia de abajo.",
    cross_site: "Esto se envió desde otra página. Abra la página aquí y pulse el botón otra vez.",
    body_too_large: "Es más texto del que admite este formulario. Vuelva atrás y acórtelo.",
    upload_too_large:
      "No se ha guardado nada. Vuelva atrás y elija un archivo más pequeño: un logotipo de 5 MB como máximo o una foto de 8 MB como máximo.",
    wait: "Espere un momento, por favor",
    loaded_too_often: "Esta página se ha cargado demasiadas veces. Inténtelo de nuevo dentro de unos minutos.",
    nothing_here: "Compruebe la dirección o abra la que le enviaron.",
    to_start: "Ir al inicio",
    reference: "Referencia",
    pending: "Esta dirección aún no está en uso",
    pending_text: "Se está preparando. Mientras tanto, las mismas páginas están en otra dirección.",
    continue_at: "Continuar en {host}",
  },
});
