import { defineWords } from "../../../lib/words.ts";

export const words = defineWords({
  en: {
    heading: "History: {project}",
    back: "Back to the update",
    dated: "Dated {day}",
    photos: "Photos: {captions}",
  },
  de: {
    heading: "Verlauf: {project}",
    back: "Zurück zur Neuigkeit",
    dated: "Datiert auf {day}",
    photos: "Fotos: {captions}",
  },
  es: {
    heading: "Historial: {project}",
    back: "Volver a la novedad",
    dated: "Con fecha {day}",
    photos: "Fotos: {captions}",
  },
});
