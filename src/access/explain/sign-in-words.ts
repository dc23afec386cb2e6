import { defineWords } from "../../lib/words.ts";

/** What kept somebody from being signed in. `words`: nothing, or what the mail server said, in quotes behind a colon. */
export const signInWords = defineWords({
  en: {
    not_sent: "the mail server of ProLens did not take the mail to {email}{words}.",
    mend_server: "Give them a code by phone, and have whoever runs ProLens look at the mail server.",
    refused: "the receiving mail server refused the mail to {email}{words}.",
    ask_spelling:
      "Ask them how {email} is spelt and whether they still read it; a code by phone lets them in meanwhile.",
    expired: "the code or link they used had run out; both are valid for 15 minutes.",
    ask_again: "They ask for a new code at their portal’s address. If no mail reaches them, give them a code by phone.",
    already_used: "the link they opened had been used already.",
    page_offers: "They ask for a new code at their portal’s address; the page with the used link offers it.",
    other_browser: "they used the code or link in another browser than the one in which they asked for it.",
    where_asked: "They type the code on the page where they asked for it, or ask for a new one in this browser.",
    no_tries_left: "they typed five codes that did not match.",
    throttled: "so many codes were asked for or tried that they have to wait, at most a quarter of an hour.",
    wait: "Give them a code by phone; or they wait as long as the page says.",
    none: "they have not signed in.",
    sign_in: "They type their work email at the portal’s address and get a code by mail.",
    session_expired: "they were signed in, and that has run out.",
    sign_in_again: "They sign in again with a new code.",
    cookies_off: "their browser keeps no cookies for this address, so it cannot keep them signed in.",
    allow_cookies: "They allow cookies for this address, or use another browser or a window that is not private.",
    wrong_account: "they came by a link that was mailed to another email than {email}.",
    use_other: "They choose “Use another email” and sign in with the one that got the mail.",
  },
  de: {
    not_sent: "Der Mailserver von ProLens hat die E-Mail an {email} nicht angenommen{words}.",
    mend_server:
      "Geben Sie der Person einen Code per Telefon, und lassen Sie den Mailserver von denen prüfen, die ProLens betreiben.",
    refused: "Der empfangende Mailserver hat die E-Mail an {email} abgelehnt{words}.",
    ask_spelling:
      "Fragen Sie die Person, wie {email} geschrieben wird und ob sie dort noch liest; mit einem Code per Telefon kommt sie inzwischen hinein.",
    expired: "Der benutzte Code oder Link war abgelaufen; beide gelten 15 Minuten.",
    ask_again:
      "Die Person fordert unter der Adresse ihres Portals einen neuen Code an. Falls keine E-Mail ankommt, geben Sie ihr einen Code per Telefon.",
    already_used: "Der geöffnete Link war schon benutzt.",
    page_offers:
      "Die Person fordert unter der Adresse ihres Portals einen neuen Code an; die Seite mit dem benutzten Link bietet das an.",
    other_browser: "Code oder Link wurden in einem anderen Browser benutzt als in dem, in dem sie angefordert wurden.",
    where_asked:
      "Die Person gibt den Code auf der Seite ein, auf der sie ihn angefordert hat, oder fordert in diesem Browser einen neuen an.",
    no_tries_left: "Es wurden fünf Codes eingegeben, die nicht passten.",
    throttled:
      "Es wurden so viele Codes angefordert oder versucht, dass die Person warten muss, höchstens eine Viertelstunde.",
    wait: "Geben Sie ihr einen Code per Telefon; oder sie wartet so lange, wie die Seite es sagt.",
    none: "Die Person hat sich nicht angemeldet.",
    sign_in:
      "Sie gibt unter der Adresse des Portals ihre berufliche E-Mail-Adresse ein und bekommt einen Code per E-Mail.",
    session_expired: "Die Person war angemeldet, und das ist abgelaufen.",
    sign_in_again: "Sie meldet sich mit einem neuen Code wieder an.",
    cookies_off:
      "Der Browser der Person behält für diese Adresse keine Cookies, also kann sie nicht angemeldet bleiben.",
    allow_cookies:
      "Sie erlaubt Cookies für diese Adresse oder benutzt einen anderen Browser oder ein Fenster, das nicht privat ist.",
    wrong_account: "Die Person kam über einen Link, der an eine andere E-Mail-Adresse als {email} ging.",
    use_other: "Sie wählt „Andere E-Mail-Adresse verwenden“ und meldet sich mit der an, die die E-Mail bekommen hat.",
  },
  es: {
    not_sent: "el servidor de correo de ProLens no aceptó el mensaje para {email}{words}.",
    mend_server:
      "Dé a la persona un código por teléfono y pida a quien gestiona ProLens que revise el servidor de correo.",
    refused: "el servidor de correo de destino rechazó el mensaje para {email}{words}.",
    ask_spelling:
      "Pregunte a la persona cómo se escribe {email} y si todavía lo lee; mientras tanto puede entrar con un código por teléfono.",
    expired: "el código o el enlace que usó había caducado; los dos valen 15 minutos.",
    ask_again:
      "La persona pide un código nuevo en la dirección de su portal. Si no le llega ningún mensaje, dele un código por teléfono.",
    already_used: "el enlace que abrió ya se había usado.",
    page_offers: "La persona pide un código nuevo en la dirección de su portal; la página del enlace usado lo ofrece.",
    other_browser: "usó el código o el enlace en un navegador distinto de aquel en el que lo pidió.",
    where_asked: "La persona escribe el código en la página donde lo pidió, o pide uno nuevo en este navegador.",
    no_tries_left: "escribió cinco códigos que no coincidían.",
    throttled: "se han pedido o probado tantos códigos que la persona tiene que esperar, como mucho un cuarto de hora.",
    wait: "Dele un código por teléfono; o espera el tiempo que dice la página.",
    none: "la persona no ha iniciado sesión.",
    sign_in: "Escribe su correo de trabajo en la dirección del portal y recibe un código por correo.",
    session_expired: "la persona tenía la sesión iniciada, y ha caducado.",
    sign_in_again: "Inicia sesión de nuevo con otro código.",
    cookies_off: "su navegador no guarda cookies de esta dirección, así que no puede mantener la sesión iniciada.",
    allow_cookies:
      "La persona permite las cookies de esta dirección, o usa otro navegador o una ventana que no sea privada.",
    wrong_account: "llegó por un enlace que se envió a un correo distinto de {email}.",
    use_other: "La persona elige «Usar otro correo» e inicia sesión con el que recibió el mensaje.",
  },
});
