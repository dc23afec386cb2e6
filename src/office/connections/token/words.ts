import { defineWords } from "../../../lib/words.ts";

const en = {
  connect_heading: "Connect {vendor}",
  rotate_heading: "Rotate the token for {vendor}",
  reconnect_heading: "Reconnect {vendor}",
  connect_lead: "Nothing is stored before {vendor} has answered.",
  rotate_lead: "The new token is tried first. If {vendor} does not take it, the old one stays in use.",
  reconnect_lead: "The token was erased when you disconnected. Everything else is as it was.",
  reviewed: "Your portals are linked to another system. Nothing changes before you have reviewed the switch.",
  organization: "Organisation id",
  account_hint_productive: "The number after app.productive.io/ in your browser’s address bar",
  account: "Account id",
  account_hint_harvest: "The number that id.getharvest.com/developers shows with the token",
  token: "Token",
  token_hint_productive: "From Productive: Settings → API integrations → Generate new token, read-only is enough",
  token_hint_harvest: "From id.getharvest.com/developers: Create new personal access token",
  token_once: "{hint}. It is stored encrypted and never shown again.",
  connect: "Connect",
  rotate: "Use the new token",
  reconnect: "Reconnect",
  back: "Back to the connections",
  account_problem: "Type the number, without letters.",
  token_problem: "Paste the token whole. It is one piece of at least 8 characters, without blanks.",
  not_done: "Nothing was changed",
  auth_expired: "{vendor} does not accept this token. Copy it again, whole, or make a new one.",
  expired_in_use:
    "{vendor} does not accept the stored token any more. Make a new one there, then rotate the token here.",
  sealed:
    "The server cannot open the stored token. Have whoever runs ProLens give it back its former master key; where that is lost, rotate the token here.",
  forbidden:
    "{vendor} knows the token, but does not let it read what belongs to this {account}. Check the {account}, and that whoever made the token may see all companies, contacts and projects.",
  forbidden_in_use:
    "{vendor} knows the token, but does not let it read all that ProLens needs. Rotate the token here: put in one whose owner may see all companies, contacts and projects.",
  not_found: "{vendor} finds nothing under this {account}. Check the number.",
  rate_limited: "{vendor} takes no more questions from us for the moment. Try again in a minute.",
  unavailable: "{vendor} does not answer. Try again in a minute; if it stays so, look at the status page of {vendor}.",
  unreadable:
    "{vendor} answered with something that ProLens cannot read. Try again; if it stays so, tell whoever runs ProLens.",
  said: "What came back: {detail}",
  taken: "This account is connected already",
  taken_text: "Your portals read from this account of {system}. To use another token, rotate the token.",
  folder: "The folder cannot be read",
  folder_text: "Nothing was changed. What came back: {detail}",
  organization_named: "organisation id",
  account_named: "account id",
};

const de: typeof en = {
  connect_heading: "{vendor} verbinden",
  rotate_heading: "Token für {vendor} wechseln",
  reconnect_heading: "{vendor} wieder verbinden",
  connect_lead: "Gespeichert wird erst etwas, wenn {vendor} geantwortet hat.",
  rotate_lead: "Das neue Token wird zuerst ausprobiert. Nimmt {vendor} es nicht an, bleibt das alte in Gebrauch.",
  reconnect_lead: "Das Token wurde beim Trennen gelöscht. Alles andere ist, wie es war.",
  reviewed:
    "Ihre Portale sind einem anderen System zugeordnet. Bevor Sie den Wechsel geprüft haben, ändert sich nichts.",
  organization: "Organisationsnummer",
  account_hint_productive: "Die Zahl hinter app.productive.io/ in der Adresszeile Ihres Browsers",
  account: "Kontonummer",
  account_hint_harvest: "Die Zahl, die id.getharvest.com/developers beim Token zeigt",
  token: "Token",
  token_hint_productive: "Aus Productive: Settings → API integrations → Generate new token, nur lesen genügt",
  token_hint_harvest: "Von id.getharvest.com/developers: Create new personal access token",
  token_once: "{hint}. Es wird verschlüsselt gespeichert und nie wieder gezeigt.",
  connect: "Verbinden",
  rotate: "Neues Token verwenden",
  reconnect: "Wieder verbinden",
  back: "Zurück zu den Verbindungen",
  account_problem: "Geben Sie die Zahl ein, ohne Buchstaben.",
  token_problem: "Fügen Sie das ganze Token ein. Es ist ein Stück von mindestens 8 Zeichen, ohne Leerzeichen.",
  not_done: "Es wurde nichts geändert",
  auth_expired: "{vendor} nimmt dieses Token nicht an. Kopieren Sie es noch einmal ganz, oder erstellen Sie ein neues.",
  expired_in_use:
    "{vendor} nimmt das gespeicherte Token nicht mehr an. Erstellen Sie dort ein neues, und wechseln Sie dann hier das Token.",
  sealed:
    "Der Server kann das gespeicherte Token nicht öffnen. Wer ProLens betreibt, gibt ihm seinen früheren Hauptschlüssel zurück; ist er verloren, wechseln Sie hier das Token.",
  forbidden:
    "{vendor} kennt das Token, lässt damit aber nicht lesen, was zu dieser {account} gehört. Prüfen Sie die {account} und ob, wer das Token erstellt hat, alle Unternehmen, Kontakte und Projekte sehen darf.",
  forbidden_in_use:
    "{vendor} kennt das Token, lässt damit aber nicht alles lesen, was ProLens braucht. Wechseln Sie hier das Token: Tragen Sie eines von jemandem ein, der alle Unternehmen, Kontakte und Projekte sehen darf.",
  not_found: "{vendor} findet unter dieser {account} nichts. Prüfen Sie die Zahl.",
  rate_limited: "{vendor} nimmt gerade keine Fragen mehr von uns an. Versuchen Sie es in einer Minute noch einmal.",
  unavailable:
    "{vendor} antwortet nicht. Versuchen Sie es in einer Minute noch einmal; bleibt es so, sehen Sie auf der Statusseite von {vendor} nach.",
  unreadable:
    "{vendor} hat etwas geantwortet, das ProLens nicht lesen kann. Versuchen Sie es noch einmal; bleibt es so, sagen Sie es denen, die ProLens betreiben.",
  said: "Was zurückkam: {detail}",
  taken: "Dieses Konto ist schon verbunden",
  taken_text: "Ihre Portale lesen aus diesem Konto bei {system}. Für ein anderes Token wechseln Sie das Token.",
  folder: "Der Ordner lässt sich nicht lesen",
  folder_text: "Es wurde nichts geändert. Was zurückkam: {detail}",
  organization_named: "Organisationsnummer",
  account_named: "Kontonummer",
};

const es: typeof en = {
  connect_heading: "Conectar {vendor}",
  rotate_heading: "Cambiar el token de {vendor}",
  reconnect_heading: "Volver a conectar {vendor}",
  connect_lead: "No se guarda nada antes de que {vendor} haya respondido.",
  rotate_lead: "Primero se prueba el token nuevo. Si {vendor} no lo acepta, se sigue usando el antiguo.",
  reconnect_lead: "El token se borró al desconectar. Todo lo demás está como estaba.",
  reviewed: "Sus portales son de otro sistema. No cambia nada antes de que haya revisado el cambio.",
  organization: "Número de organización",
  account_hint_productive: "El número que sigue a app.productive.io/ en la barra de direcciones de su navegador",
  account: "Número de cuenta",
  account_hint_harvest: "El número que id.getharvest.com/developers muestra con el token",
  token: "Token",
  token_hint_productive: "En Productive: Settings → API integrations → Generate new token, basta con que pueda leer",
  token_hint_harvest: "En id.getharvest.com/developers: Create new personal access token",
  token_once: "{hint}. Se guarda cifrado y no se vuelve a mostrar.",
  connect: "Conectar",
  rotate: "Usar el token nuevo",
  reconnect: "Volver a conectar",
  back: "Volver a las conexiones",
  account_problem: "Escriba el número, sin letras.",
  token_problem: "Pegue el token entero. Es una sola pieza de al menos 8 caracteres, sin espacios.",
  not_done: "No se ha cambiado nada",
  auth_expired: "{vendor} no acepta este token. Cópielo otra vez, entero, o cree uno nuevo.",
  expired_in_use: "{vendor} ya no acepta el token guardado. Cree allí uno nuevo y cambie después el token aquí.",
  sealed:
    "El servidor no puede abrir el token guardado. Pida a quien administra ProLens que le devuelva su clave maestra anterior; si se ha perdido, cambie el token aquí.",
  forbidden:
    "{vendor} conoce el token, pero no le deja leer lo que pertenece a este {account}. Compruebe el {account} y que quien creó el token pueda ver todas las empresas, contactos y proyectos.",
  forbidden_in_use:
    "{vendor} conoce el token, pero no le deja leer todo lo que ProLens necesita. Cambie el token aquí: introduzca uno de alguien que pueda ver todas las empresas, contactos y proyectos.",
  not_found: "{vendor} no encuentra nada con este {account}. Compruebe el número.",
  rate_limited: "{vendor} no acepta más preguntas nuestras por ahora. Vuelva a intentarlo en un minuto.",
  unavailable:
    "{vendor} no responde. Vuelva a intentarlo en un minuto; si sigue igual, mire la página de estado de {vendor}.",
  unreadable:
    "{vendor} ha respondido algo que ProLens no puede leer. Vuelva a intentarlo; si sigue igual, avise a quien administra ProLens.",
  said: "Lo que llegó: {detail}",
  taken: "Esta cuenta ya está conectada",
  taken_text: "Sus portales leen de esta cuenta de {system}. Para usar otro token, cámbielo en las conexiones.",
  folder: "No se puede leer la carpeta",
  folder_text: "No se ha cambiado nada. Lo que llegó: {detail}",
  organization_named: "número de organización",
  account_named: "número de cuenta",
};

/** The form that takes a token, and why a PSA did not take it. */
export const tokenWords = defineWords({ en, de, es });
