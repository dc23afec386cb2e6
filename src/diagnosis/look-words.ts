import { defineWords } from "../lib/words.ts";

/** What a look says when the PSA shows far less than before; `reason`: how many contacts are gone. */
export const lookWords = defineWords({
  en: {
    less: "{reason} At this moment {lost} of {had} people who had access are stopped by it.",
    less_access:
      "the PSA suddenly shows far less than before: {lost} of {had} people who had access are stopped by it.",
  },
  de: {
    less: "{reason} Im Augenblick hält das {lost} von {had} Personen auf, die Zugang hatten.",
    less_access:
      "Das PSA zeigt plötzlich weit weniger als zuvor: {lost} von {had} Personen, die Zugang hatten, kommen deshalb nicht hinein.",
  },
  es: {
    less: "{reason} En este momento impide la entrada a {lost} de {had} personas que tenían acceso.",
    less_access:
      "el PSA muestra de pronto mucho menos que antes: {lost} de {had} personas que tenían acceso no pueden entrar por eso.",
  },
});
