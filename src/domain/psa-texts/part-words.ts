import { LOCALE } from "../../lib/locale.ts";
import { defineWords } from "../../lib/words.ts";

export const partEnglish = {
  // What a cell should hold.
  text: "a text",
  list: "values separated by ;",
  day: "a day as YYYY-MM-DD",
  flag: "true or false",
  amount: "an amount such as 1234.50, without thousands separator or currency sign",
  number: "a number such as 12 or 12.5",
  percent: "a number from 0 to 100, without a percent sign",
  currency: "a currency of three capital letters such as USD",
  email: "an email address",
  emails: "email addresses separated by ;",
  one_of: "one of {words}",
  // Where a vendor names nothing.
  whole_record: "the whole record",
  connection_cut: "the connection was cut",
  unknown_error: "unknown error",
  somebody: "somebody",
  no_rights: "no rights",
  no_organisation: "no organisation",
};

const de: typeof partEnglish = {
  text: "einen Text",
  list: "Werte, durch ; getrennt",
  day: "einen Tag als JJJJ-MM-TT",
  flag: "true oder false",
  amount: "einen Betrag wie 1234.50, ohne Tausendertrennung und Währungszeichen",
  number: "eine Zahl wie 12 oder 12.5",
  percent: "eine Zahl von 0 bis 100, ohne Prozentzeichen",
  currency: "eine Währung aus drei Großbuchstaben wie USD",
  email: "eine E-Mail-Adresse",
  emails: "E-Mail-Adressen, durch ; getrennt",
  one_of: "eines von {words}",
  whole_record: "der ganze Datensatz",
  connection_cut: "die Verbindung wurde unterbrochen",
  unknown_error: "unbekannter Fehler",
  somebody: "jemandem",
  no_rights: "keine",
  no_organisation: "keine Organisation",
};

const es: typeof partEnglish = {
  text: "un texto",
  list: "valores separados por ;",
  day: "un día como AAAA-MM-DD",
  flag: "true o false",
  amount: "un importe como 1234.50, sin separador de miles ni signo de moneda",
  number: "un número como 12 o 12.5",
  percent: "un número de 0 a 100, sin signo de porcentaje",
  currency: "una moneda de tres mayúsculas como USD",
  email: "una dirección de correo",
  emails: "direcciones de correo separadas por ;",
  one_of: "uno de {words}",
  whole_record: "el registro entero",
  connection_cut: "se cortó la conexión",
  unknown_error: "error desconocido",
  somebody: "alguien",
  no_rights: "ninguno",
  no_organisation: "ninguna organización",
};

/** Pieces that stand inside of the sentences about a folder or a vendor. */
export const partWords = defineWords({ en: partEnglish, de, es });

/** The English in which they are told and kept. */
export const partText = partWords(LOCALE);
