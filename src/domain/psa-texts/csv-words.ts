import { LOCALE } from "../../lib/locale.ts";
import { defineWords } from "../../lib/words.ts";

export const csvEnglish = {
  // Places.
  line: "{file}, line {line}",
  cell: "{file}, line {line}, column {column}",
  // The folder and its files.
  no_folder: "The CSV folder cannot be opened ({code}). Check that it exists and that ProLens may read it.",
  is_no_folder: "The CSV folder is not a folder. Name a folder instead.",
  missing: "{file} is missing in the CSV folder. Put it there; without it nobody can be let in.",
  is_no_file: "{file} is not a file. Put a CSV file of this name in its place.",
  not_allowed: "{file} cannot be read ({code}). Allow ProLens to read it.",
  not_read: "{file} cannot be read ({code}). Check the folder and its disk.",
  too_large: "{file} has {bytes} bytes; at most {max} bytes are read. Export fewer rows, for example without old ones.",
  being_written: "{file} is being written. Try again in a moment.",
  not_utf8: "{file} is not UTF-8 (first bad byte in line {line}). Save it as 'CSV UTF-8'.",
  empty: "{file} is empty. Its first row must name the columns.",
  bad_header: "{file} has a header row that cannot be read. Its first row must name the columns.",
  column_twice: '{file} has the column "{column}" twice. Remove or rename one.',
  no_column: '{file} has the column "{column}" not at all. Add it to the first row.',
  no_commas: '{file} has the column "{column}" not at all: its cells are not separated by commas. Save it with commas.',
  // Rows.
  stray_quote: 'A quote stands inside an unquoted cell. Put the whole cell in quotes and write "" for a quote.',
  unclosed: "A quoted cell of this row is not closed properly; nothing from this line on was read. Mend its quotes.",
  cell_count: "{cells} cells where the header has {count}. Put cells that contain commas or quotes in quotes.",
  empty_lost: "Empty, but needed. Write {expected}. Until then this row is left out.",
  bad_lost: "Not understood. Write {expected}. Until then this row is left out.",
  bad_cell: "Not understood. Write {expected}. Until then this cell counts as empty.",
  id_again_lost: "The id of line {line} again; this row is left out. Give every row its own id.",
  id_again: "The id of line {line} again; both rows count. Give every row its own id.",
  no_email: "No email: this contact cannot sign in. Add one, or ignore this.",
  bad_email: "Not an email address: nobody can sign in with it. Correct it; several addresses are separated by ;",
  no_currency: "A fee without a currency is not shown. Fill the column currency.",
  no_currency_of_project: 'Not shown: project "{id}" has no currency. Fill the column currency in projects.csv.',
  leads_nowhere: 'The id "{id}" is not in {file}. Correct it here or add the row there.',
  more: "{count} more places of this file need mending. Mend those above and test again.",
};

const de: typeof csvEnglish = {
  line: "{file}, Zeile {line}",
  cell: "{file}, Zeile {line}, Spalte {column}",
  no_folder:
    "Der CSV-Ordner lässt sich nicht öffnen ({code}). Prüfen Sie, ob es ihn gibt und ob ProLens ihn lesen darf.",
  is_no_folder: "Der CSV-Ordner ist kein Ordner. Nennen Sie stattdessen einen Ordner.",
  missing: "{file} fehlt im CSV-Ordner. Legen Sie die Datei dort ab; ohne sie kommt niemand hinein.",
  is_no_file: "{file} ist keine Datei. Legen Sie dort eine CSV-Datei dieses Namens ab.",
  not_allowed: "{file} lässt sich nicht lesen ({code}). Erlauben Sie ProLens, die Datei zu lesen.",
  not_read: "{file} lässt sich nicht lesen ({code}). Prüfen Sie den Ordner und seinen Datenträger.",
  too_large:
    "{file} hat {bytes, number} Bytes; gelesen werden höchstens {max, number} Bytes. Exportieren Sie weniger Zeilen, zum Beispiel ohne alte.",
  being_written: "{file} wird gerade geschrieben. Versuchen Sie es gleich noch einmal.",
  not_utf8:
    "{file} ist nicht in UTF-8 (erstes falsches Byte in Zeile {line}). Speichern Sie die Datei als „CSV UTF-8“.",
  empty: "{file} ist leer. Die erste Zeile muss die Spalten nennen.",
  bad_header: "{file} hat eine Kopfzeile, die sich nicht lesen lässt. Die erste Zeile muss die Spalten nennen.",
  column_twice: "{file} hat die Spalte „{column}“ zweimal. Entfernen Sie eine oder benennen Sie sie um.",
  no_column: "{file} hat die Spalte „{column}“ nicht. Ergänzen Sie sie in der ersten Zeile.",
  no_commas:
    "{file} hat die Spalte „{column}“ nicht: Die Zellen sind nicht durch Kommas getrennt. Speichern Sie die Datei mit Kommas.",
  stray_quote:
    'Ein Anführungszeichen steht in einer Zelle ohne Anführungszeichen. Setzen Sie die ganze Zelle in Anführungszeichen und schreiben Sie "" für eines.',
  unclosed:
    "Eine Zelle dieser Zeile beginnt mit einem Anführungszeichen und endet nicht richtig; ab hier wurde nichts mehr gelesen. Berichtigen Sie die Anführungszeichen.",
  cell_count:
    "{cells} Zellen, wo die Kopfzeile {count} hat. Setzen Sie Zellen, die Kommas oder Anführungszeichen enthalten, in Anführungszeichen.",
  empty_lost: "Leer, wird aber gebraucht. Schreiben Sie {expected}. Bis dahin bleibt diese Zeile weg.",
  bad_lost: "Nicht verstanden. Schreiben Sie {expected}. Bis dahin bleibt diese Zeile weg.",
  bad_cell: "Nicht verstanden. Schreiben Sie {expected}. Bis dahin gilt diese Zelle als leer.",
  id_again_lost: "Noch einmal die id von Zeile {line}; diese Zeile bleibt weg. Geben Sie jeder Zeile ihre eigene id.",
  id_again: "Noch einmal die id von Zeile {line}; beide Zeilen zählen. Geben Sie jeder Zeile ihre eigene id.",
  no_email:
    "Keine E-Mail-Adresse: Dieser Kontakt kann sich nicht anmelden. Ergänzen Sie eine, oder lassen Sie es dabei.",
  bad_email:
    "Keine gültige E-Mail-Adresse: Damit kann sich niemand anmelden. Berichtigen Sie sie; mehrere Adressen werden durch ; getrennt.",
  no_currency: "Ein Honorar ohne Währung wird nicht gezeigt. Füllen Sie die Spalte currency aus.",
  no_currency_of_project:
    "Nicht gezeigt: Das Projekt „{id}“ hat keine Währung. Füllen Sie die Spalte currency in projects.csv aus.",
  leads_nowhere: "Die id „{id}“ steht nicht in {file}. Berichtigen Sie sie hier, oder ergänzen Sie dort die Zeile.",
  more: "{count, plural, one {Eine weitere Stelle} other {# weitere Stellen}} dieser Datei {count, plural, one {ist} other {sind}} in Ordnung zu bringen. Beginnen Sie mit den oben genannten und prüfen Sie noch einmal.",
};

const es: typeof csvEnglish = {
  line: "{file}, línea {line}",
  cell: "{file}, línea {line}, columna {column}",
  no_folder: "No se puede abrir la carpeta CSV ({code}). Compruebe que existe y que ProLens puede leerla.",
  is_no_folder: "La carpeta CSV no es una carpeta. Indique una carpeta.",
  missing: "Falta {file} en la carpeta CSV. Póngalo allí; sin él no puede entrar nadie.",
  is_no_file: "{file} no es un archivo. Ponga en su lugar un archivo CSV con ese nombre.",
  not_allowed: "No se puede leer {file} ({code}). Permita que ProLens lo lea.",
  not_read: "No se puede leer {file} ({code}). Revise la carpeta y su disco.",
  too_large:
    "{file} tiene {bytes, number} bytes; se leen {max, number} bytes como máximo. Exporte menos filas, por ejemplo sin las antiguas.",
  being_written: "{file} se está escribiendo. Inténtelo de nuevo dentro de un momento.",
  not_utf8: "{file} no está en UTF-8 (primer byte incorrecto en la línea {line}). Guárdelo como «CSV UTF-8».",
  empty: "{file} está vacío. Su primera fila debe nombrar las columnas.",
  bad_header: "{file} tiene una cabecera que no se puede leer. Su primera fila debe nombrar las columnas.",
  column_twice: "{file} tiene dos veces la columna «{column}». Quite una o cámbiele el nombre.",
  no_column: "{file} no tiene la columna «{column}». Añádala en la primera fila.",
  no_commas: "{file} no tiene la columna «{column}»: sus celdas no están separadas por comas. Guárdelo con comas.",
  stray_quote:
    'Hay una comilla dentro de una celda sin comillas. Ponga toda la celda entre comillas y escriba "" por cada comilla.',
  unclosed:
    "Una celda entre comillas de esta fila no se cierra bien; desde esta línea no se leyó nada más. Corrija sus comillas.",
  cell_count: "{cells} celdas donde la cabecera tiene {count}. Ponga entre comillas las celdas con comas o comillas.",
  empty_lost: "Vacía, pero necesaria. Escriba {expected}. Hasta entonces esta fila queda fuera.",
  bad_lost: "No se entiende. Escriba {expected}. Hasta entonces esta fila queda fuera.",
  bad_cell: "No se entiende. Escriba {expected}. Hasta entonces esta celda cuenta como vacía.",
  id_again_lost: "Otra vez el id de la línea {line}; esta fila queda fuera. Dé a cada fila su propio id.",
  id_again: "Otra vez el id de la línea {line}; cuentan las dos filas. Dé a cada fila su propio id.",
  no_email: "Sin correo: este contacto no puede iniciar sesión. Añada uno, o déjelo así.",
  bad_email:
    "No es un correo válido: nadie puede iniciar sesión con él. Corríjalo; varias direcciones se separan con ;",
  no_currency: "No se muestran honorarios sin moneda. Rellene la columna currency.",
  no_currency_of_project:
    "No se muestra: el proyecto «{id}» no tiene moneda. Rellene la columna currency en projects.csv.",
  leads_nowhere: "El id «{id}» no está en {file}. Corríjalo aquí o añada allí la fila.",
  more: "Este archivo tiene {count, plural, one {# punto más} other {# puntos más}} por corregir. Corrija los de arriba y pruebe de nuevo.",
};

/** What is wrong with a folder of CSV files, and where. */
export const csvWords = defineWords({ en: csvEnglish, de, es });

/** The English in which it is told and kept. */
export const csvText = csvWords(LOCALE);
