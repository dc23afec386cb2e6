import { LOCALE } from "../../lib/locale.ts";
import { defineWords } from "../../lib/words.ts";

export const vendorEnglish = {
  // Places.
  record: "{place}, record {id}",
  record_field: "{place}, record {id}, {field}",
  record_of: "{who}, record {id}, {field}",
  no_id: "{place}, record without an id",
  people_and_companies: "people and companies",
  // No answer.
  unreachable: "{host} cannot be reached ({why})",
  silent: "{host} has not answered for a while",
  too_late: "no answer within {seconds} seconds",
  still_reading:
    "not everything was sent while this page waited; it goes on being read, so load the page again in a moment",
  share_used: "our own share of {count} calls in {seconds} seconds is used up",
  asked_to_wait: "it has asked ProLens to wait, and is asked again at about {when}",
  sealed: "none of the server's master keys opens the stored token",
  // An answer that is none.
  answers: "{place} answers {status}",
  answers_words: "{place} answers {status}: {words}",
  too_big: "{place} answers with more than 16 MB",
  no_json: "{place} answers with something other than JSON",
  leads_away: "{place} leads to another address, which is not followed",
  other_host: "{place} leads to another host",
  leads_back: "{place} leads back to a page that was read already",
  too_many_pages: "{place} has more than {count} pages",
  no_end: "{place} says neither how many records there are nor whether more of them follow",
  incomplete: "{place} counts {count} records and sent {sent}",
  other_record: "{place} answers with another record than was asked for",
  undocumented: "{place} answers with something else than documented, at {field}",
  no_json_api: "{place} answers in another form than JSON:API",
  no_json_api_at: "{place} answers in another form than JSON:API ({field})",
  // Rights.
  no_administrator:
    "The token belongs to {owner}, who has {rights} in this Harvest account. Harvest shows all contacts and projects to administrators alone: make the token as one.",
  no_rights: "The token may not read {names}. Make it as somebody who sees them all.",
  other_organisation: "The token sees {names}, and not the organisation {id}.",
  // Records.
  not_readable: "Not readable: {field}. Correct the record in {vendor}.",
  not_sent: "{vendor} names this record and did not send it.",
  no_budget:
    "This invoice is for a budget that is in no project of this client. Correct it in Productive, or let the token read budgets.",
  other_form: "Productive sent this record in an unexpected form. It is left out.",
  other_form_at: "Productive sent this record in an unexpected form ({field}). It is left out.",
  no_project: "This invoice is for a project that is none of this client's. Correct it in {vendor}.",
  no_email: "No email: this contact cannot sign in. Add one in {vendor}, or ignore this.",
  bad_email: "Not an email address: nobody can sign in with it. Correct it in {vendor}.",
  no_day: "A milestone without a day is not shown. Give it one.",
  too_much:
    "More than {max} records would have to be read for one client. What they come to is left out, and the portal says so.",
  too_many_people:
    "More than {max} records would have to be read for one client. Who manages its projects and who works on them is not known, and the portal says so.",
  more: "{count} more records need mending. Mend those above and test again.",
};

const de: typeof vendorEnglish = {
  record: "{place}, Datensatz {id}",
  record_field: "{place}, Datensatz {id}, {field}",
  record_of: "{who}, Datensatz {id}, {field}",
  no_id: "{place}, Datensatz ohne id",
  people_and_companies: "Personen und Unternehmen",
  unreachable: "{host} ist nicht erreichbar ({why})",
  silent: "{host} hat seit einer Weile nicht geantwortet",
  too_late: "keine Antwort innerhalb von {seconds, number} Sekunden",
  still_reading:
    "noch nicht alles gesendet, solange diese Seite wartete; es wird weitergelesen, laden Sie die Seite gleich noch einmal",
  share_used: "unser eigener Anteil von {count, number} Abrufen in {seconds, number} Sekunden ist verbraucht",
  asked_to_wait: "ProLens ist gebeten zu warten und fragt gegen {when} wieder",
  sealed: "keiner der Hauptschlüssel des Servers öffnet das gespeicherte Token",
  answers: "{place} antwortet mit {status}",
  answers_words: "{place} antwortet mit {status}: {words}",
  too_big: "{place} antwortet mit mehr als 16 MB",
  no_json: "{place} antwortet mit etwas anderem als JSON",
  leads_away: "{place} führt zu einer anderen Adresse, der nicht gefolgt wird",
  other_host: "{place} führt zu einem anderen Host",
  leads_back: "{place} führt zu einer Seite zurück, die schon gelesen wurde",
  too_many_pages: "{place} hat mehr als {count, number} Seiten",
  no_end: "{place} sagt weder, wie viele Datensätze es sind, noch, ob weitere folgen",
  incomplete: "{place} zählt {count, number} Datensätze und hat {sent, number} gesendet",
  other_record: "{place} antwortet mit einem anderen Datensatz als gefragt",
  undocumented: "{place} antwortet mit etwas anderem als beschrieben, bei {field}",
  no_json_api: "{place} antwortet in einer anderen Form als JSON:API",
  no_json_api_at: "{place} antwortet in einer anderen Form als JSON:API ({field})",
  no_administrator:
    "Der Token gehört {owner}, mit diesen Rechten in diesem Harvest-Konto: {rights}. Harvest zeigt nur Administratoren alle Kontakte und Projekte: Erstellen Sie den Token als Administrator.",
  no_rights: "Der Token darf dies nicht lesen: {names}. Erstellen Sie ihn als jemand, der alles davon sieht.",
  other_organisation: "Der Token sieht {names}, nicht aber die Organisation {id}.",
  not_readable: "Nicht lesbar: {field}. Berichtigen Sie den Datensatz in {vendor}.",
  not_sent: "{vendor} nennt diesen Datensatz und hat ihn nicht gesendet.",
  no_budget:
    "Diese Rechnung gehört zu einem Budget, das in keinem Projekt dieses Kunden steht. Korrigieren Sie sie in Productive, oder lassen Sie das Token Budgets lesen.",
  other_form: "Productive hat diesen Datensatz in einer unerwarteten Form gesendet. Er bleibt weg.",
  other_form_at: "Productive hat diesen Datensatz in einer unerwarteten Form gesendet ({field}). Er bleibt weg.",
  no_project: "Diese Rechnung gehört zu einem Projekt, das keines dieses Kunden ist. Korrigieren Sie sie in {vendor}.",
  no_email:
    "Keine E-Mail-Adresse: Dieser Kontakt kann sich nicht anmelden. Ergänzen Sie eine in {vendor}, oder lassen Sie es dabei.",
  bad_email: "Keine gültige E-Mail-Adresse: Damit kann sich niemand anmelden. Berichtigen Sie sie in {vendor}.",
  no_day: "Ein Meilenstein ohne Tag wird nicht gezeigt. Geben Sie ihm einen.",
  too_much:
    "Mehr als {max, number} Datensätze wären für einen Kunden zu lesen. Was sie ergeben, bleibt weg, und das Portal sagt es.",
  too_many_people:
    "Mehr als {max, number} Datensätze wären für einen Kunden zu lesen. Wer seine Projekte leitet und wer daran arbeitet, ist nicht bekannt, und das Portal sagt es.",
  more: "{count, plural, one {Ein weiterer Datensatz ist} other {# weitere Datensätze sind}} in Ordnung zu bringen. Beginnen Sie mit den oben genannten und prüfen Sie noch einmal.",
};

const es: typeof vendorEnglish = {
  record: "{place}, registro {id}",
  record_field: "{place}, registro {id}, {field}",
  record_of: "{who}, registro {id}, {field}",
  no_id: "{place}, registro sin id",
  people_and_companies: "personas y empresas",
  unreachable: "no se puede conectar con {host} ({why})",
  silent: "{host} lleva un rato sin responder",
  too_late: "sin respuesta en {seconds, number} segundos",
  still_reading: "no se envió todo mientras esta página esperaba; se sigue leyendo: vuelva a cargarla en un momento",
  share_used: "se ha agotado nuestra parte de {count, number} llamadas en {seconds, number} segundos",
  asked_to_wait: "ha pedido a ProLens que espere; se le vuelve a preguntar hacia las {when}",
  sealed: "ninguna de las claves maestras del servidor abre el token guardado",
  answers: "{place} responde {status}",
  answers_words: "{place} responde {status}: {words}",
  too_big: "{place} responde con más de 16 MB",
  no_json: "{place} responde con algo que no es JSON",
  leads_away: "{place} lleva a otra dirección, que no se sigue",
  other_host: "{place} lleva a otro servidor",
  leads_back: "{place} lleva de vuelta a una página ya leída",
  too_many_pages: "{place} tiene más de {count, number} páginas",
  no_end: "{place} no dice cuántos registros hay ni si siguen otros",
  incomplete: "{place} cuenta {count, number} registros y ha enviado {sent, number}",
  other_record: "{place} responde con un registro distinto del pedido",
  undocumented: "{place} responde algo distinto de lo documentado, en {field}",
  no_json_api: "{place} responde en una forma distinta de JSON:API",
  no_json_api_at: "{place} responde en una forma distinta de JSON:API ({field})",
  no_administrator:
    "El token es de {owner}, con estos permisos en esta cuenta de Harvest: {rights}. Harvest solo muestra todos los contactos y proyectos a los administradores: cree el token como administrador.",
  no_rights: "El token no puede leer esto: {names}. Créelo como alguien que lo ve todo.",
  other_organisation: "El token ve {names}, pero no la organización {id}.",
  not_readable: "No se puede leer: {field}. Corrija el registro en {vendor}.",
  not_sent: "{vendor} nombra este registro y no lo ha enviado.",
  no_budget:
    "Esta factura es de un presupuesto que no está en ningún proyecto de este cliente. Corríjala en Productive o deje que el token lea los presupuestos.",
  other_form: "Productive ha enviado este registro en una forma inesperada. Queda fuera.",
  other_form_at: "Productive ha enviado este registro en una forma inesperada ({field}). Queda fuera.",
  no_project: "Esta factura es de un proyecto que no es de este cliente. Corríjala en {vendor}.",
  no_email: "Sin correo: este contacto no puede iniciar sesión. Añada uno en {vendor}, o déjelo así.",
  bad_email: "No es un correo válido: nadie puede iniciar sesión con él. Corríjalo en {vendor}.",
  no_day: "No se muestra un hito sin día. Póngale uno.",
  too_much:
    "Habría que leer más de {max, number} registros para un solo cliente. Lo que suman queda fuera, y el portal lo dice.",
  too_many_people:
    "Habría que leer más de {max, number} registros para un solo cliente. No se sabe quién dirige sus proyectos ni quién trabaja en ellos, y el portal lo dice.",
  more: "{count, plural, one {Hay # registro más} other {Hay # registros más}} por corregir. Corrija los de arriba y pruebe de nuevo.",
};

/** What is wrong with the answer of a vendor, and where. What the vendor itself said stays in its words. */
export const vendorWords = defineWords({ en: vendorEnglish, de, es });

/** The English in which it is told and kept. */
export const vendorText = vendorWords(LOCALE);
