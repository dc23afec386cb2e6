import { defineWords } from "../../lib/words.ts";

/** Why a switch shuts somebody out where the reason is the switch itself. */
export const reasonWords = defineWords({
  en: {
    stays_closed:
      "the portal stays closed. Choose its company here, or after the switch: Settings → Client Portals → Link to a company.",
  },
  de: {
    stays_closed:
      "Das Portal bleibt geschlossen. Ordnen Sie ihm hier ein Unternehmen zu, oder nach dem Wechsel: Einstellungen → Kundenportale → Unternehmen zuordnen.",
  },
  es: {
    stays_closed:
      "el portal queda cerrado. Elija aquí su empresa, o después del cambio: Ajustes → Portales de clientes → Vincular a una empresa.",
  },
});
