import { defineWords } from "../../lib/words.ts";

/** What the review says of what only one of the two PSAs can supply. */
export const suppliedWords = defineWords({
  en: {
    lost_term: "No longer shown",
    lost: "Your portals are set to show these, and {to} has no way to supply them: {fields}.",
    lost_without_file: "Whatever the new folder has no file for.",
    come_term: "Newly shown",
    come: "{from} has no way to supply these, and your portals then show what stands in {to}: {fields}.",
    come_without_file: "Where your folder has no file, your portals then show what stands in {to}.",
  },
  de: {
    lost_term: "Nicht mehr zu sehen",
    lost: "Ihre Portale sind darauf eingestellt, das zu zeigen, und {to} kann es nicht liefern: {fields}.",
    lost_without_file: "Alles, wofür der neue Ordner keine Datei hat.",
    come_term: "Neu zu sehen",
    come: "{from} kann das nicht liefern, und Ihre Portale zeigen dann, was davon in {to} steht: {fields}.",
    come_without_file: "Wo Ihr Ordner keine Datei hat, zeigen Ihre Portale dann, was in {to} steht.",
  },
  es: {
    lost_term: "Deja de mostrarse",
    lost: "Sus portales están ajustados para mostrarlo y {to} no lo puede aportar: {fields}.",
    lost_without_file: "Todo aquello para lo que la carpeta nueva no tiene archivo.",
    come_term: "Empieza a mostrarse",
    come: "{from} no lo puede aportar y sus portales muestran entonces lo que conste en {to}: {fields}.",
    come_without_file: "Donde su carpeta no tiene archivo, sus portales muestran entonces lo que conste en {to}.",
  },
});
