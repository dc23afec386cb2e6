import { defineWords } from "../../lib/words.ts";

/** A code to be read out on the phone: what the admin does with it, or why there is none. */
export const rescueCodeWords = defineWords({
  en: {
    heading: "Read this code out to {email}",
    steps:
      "First they type {email} at their portal’s address. On the page that asks for a code they then type this one.",
    validity:
      "It counts once, for {minutes, number} minutes, for this email alone. It is not shown again; give another one if it gets lost. That you gave it is on record.",
    no_code: "No code for {email}",
    unknown:
      "A code by phone is for people whom your PSA confirms as a client’s contact. That cannot be told now: {reason}",
    not_confirmed:
      "A code by phone is for people whom your PSA confirms as a client’s contact. It does not confirm this one: {reason}",
    no_company: "no company is known for this person.",
    look: "Look at the person in Diagnose.",
    no_email: "This is not an email address",
    no_email_text: "Choose the person in Diagnose and give the code from there.",
    back_to_person: "Back to this person",
    back_to_diagnose: "Back to Diagnose",
  },
  de: {
    heading: "Lesen Sie {email} diesen Code vor",
    steps:
      "Zuerst wird an der Portaladresse {email} eingegeben. Auf der Seite, die nach einem Code fragt, wird dann dieser hier eingegeben.",
    validity:
      "Er gilt einmal, {minutes, number} Minuten lang und nur für diese E-Mail-Adresse. Er wird nicht noch einmal gezeigt; geben Sie einen anderen, wenn er verloren geht. Dass Sie ihn gegeben haben, ist festgehalten.",
    no_code: "Kein Code für {email}",
    unknown:
      "Einen Code am Telefon gibt es für Personen, die Ihr PSA als Kontakt eines Kunden bestätigt. Das lässt sich gerade nicht sagen: {reason}",
    not_confirmed:
      "Einen Code am Telefon gibt es für Personen, die Ihr PSA als Kontakt eines Kunden bestätigt. Diese bestätigt es nicht: {reason}",
    no_company: "zu dieser Person ist kein Unternehmen bekannt.",
    look: "Sehen Sie sich die Person in der Diagnose an.",
    no_email: "Das ist keine E-Mail-Adresse",
    no_email_text: "Wählen Sie die Person in der Diagnose aus und geben Sie den Code von dort aus.",
    back_to_person: "Zurück zu dieser Person",
    back_to_diagnose: "Zurück zur Diagnose",
  },
  es: {
    heading: "Lea este código a {email}",
    steps:
      "Primero esa persona escribe {email} en la dirección de su portal. En la página que pide un código escribe entonces este.",
    validity:
      "Sirve una sola vez, durante {minutes, number} minutos y solo para este correo. No se vuelve a mostrar; dé otro si se pierde. Queda registrado que usted lo dio.",
    no_code: "No hay código para {email}",
    unknown:
      "El código por teléfono es para personas que su PSA confirma como contacto de un cliente. Ahora no se puede saber: {reason}",
    not_confirmed:
      "El código por teléfono es para personas que su PSA confirma como contacto de un cliente. A esta no la confirma: {reason}",
    no_company: "no se conoce ninguna empresa de esta persona.",
    look: "Mire a la persona en Diagnóstico.",
    no_email: "Esto no es una dirección de correo",
    no_email_text: "Elija a la persona en Diagnóstico y dé el código desde allí.",
    back_to_person: "Volver a esta persona",
    back_to_diagnose: "Volver a Diagnóstico",
  },
});
