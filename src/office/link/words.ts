import { defineWords } from "../../lib/words.ts";

/** What the page says that gives a portal without a company one. */
export const linkWords = defineWords({
  en: {
    heading: "Link the portal of {company} to a company",
    lead: "Since a switch, /{slug} belongs to no company, and nobody gets in. Say whose it is: its address, its settings and what was written stay with it. Companies that have a portal are not offered.",
    no_psa: "No PSA is connected, so there is no company to link to right now.",
    gaps: "{count, plural, one {#\u00a0record} other {#\u00a0records}} of the PSA cannot be read. Whatever they hold is treated as absent.",
    first_company: "Choose the company first.",
    first_limits: "Say first who the limited contacts are. Until then the portal stays closed.",
    counts: "It counts on the next page load.",
    link: "Link to {company}",
    leave: "Leave it closed",
    psa: "the PSA",
  },
  de: {
    heading: "Das Portal von {company} einem Unternehmen zuordnen",
    lead: "Seit einem Wechsel gehört /{slug} zu keinem Unternehmen, und niemand kommt hinein. Sagen Sie, wessen Portal es ist: Adresse, Einstellungen und Geschriebenes bleiben ihm erhalten. Unternehmen, die ein Portal haben, stehen nicht zur Wahl.",
    no_psa: "Es ist kein PSA verbunden; deshalb gibt es gerade kein Unternehmen zum Zuordnen.",
    gaps: "{count, plural, one {#\u00a0Datensatz des PSA lässt} other {#\u00a0Datensätze des PSA lassen}} sich nicht lesen. Was darin steht, gilt als nicht vorhanden.",
    first_company: "Wählen Sie zuerst das Unternehmen.",
    first_limits: "Sagen Sie zuerst, wer die eingeschränkten Kontakte sind. So lange bleibt das Portal geschlossen.",
    counts: "Es gilt ab dem nächsten Laden der Seite.",
    link: "{company} zuordnen",
    leave: "Geschlossen lassen",
    psa: "dem PSA",
  },
  es: {
    heading: "Vincular el portal de {company} a una empresa",
    lead: "Desde un cambio, /{slug} no pertenece a ninguna empresa y no entra nadie. Diga de quién es: conserva su dirección, sus ajustes y lo que se ha escrito. Las empresas que ya tienen portal no se ofrecen.",
    no_psa: "No hay ningún PSA conectado, así que ahora mismo no hay ninguna empresa que vincular.",
    gaps: "No se {count, plural, one {puede leer #\u00a0registro} other {pueden leer #\u00a0registros}} del PSA. Lo que contengan se considera ausente.",
    first_company: "Elija primero la empresa.",
    first_limits: "Diga primero quiénes son los contactos con límite. Hasta entonces el portal sigue cerrado.",
    counts: "Vale desde la siguiente carga de la página.",
    link: "Vincular a {company}",
    leave: "Dejarlo cerrado",
    psa: "el PSA",
  },
});
