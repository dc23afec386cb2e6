import { defineWords } from "../../lib/words.ts";

const en = {
  switched: "Switched. From now on your portals read from the PSA that you connected, at the same addresses.",
  cannot_tell: "Who gets in cannot be told right now",
  being_read: "Everybody is being read",
  no_portal: "There is no portal yet",
  no_contacts: "No contacts yet",
  lead_unread: "This page asks the PSA whenever it is loaded. Load it again in a minute.",
  lead: "Every contact of the PSA, as if each opened their company’s portal now. Read {age}; nobody is mailed, and nothing counts as a visit.",
  lead_one:
    "Every contact of the PSA, as if each opened this portal now. Read {age}; nobody is mailed, and nothing counts as a visit.",
  portal: "Portal",
  all_portals: "All portals",
  check: "Check",
  csv: "Download as a table (CSV)",
  counted: "{title} ({count, number})",
  without_company: "Contacts without a company",
  without_portal: "Companies without a portal",
  no_address:
    "{count, plural, one {#\u00a0active contact has} other {#\u00a0active contacts have}} no address to open.",
  create: "Create its portal in Settings → Client Portals.",
  portals: "Client portals",
  what_to_do: "What to do:",
  notes: "Good to know, stops nobody",
  inside: "Who gets in",
  sees: "sees {count, plural, one {#\u00a0project} other {#\u00a0projects}}",
  more: "and {count, number} more; the table has them all",
};

const de: typeof en = {
  switched: "Gewechselt. Ab jetzt lesen Ihre Portale aus dem PSA, das Sie verbunden haben, an denselben Adressen.",
  cannot_tell: "Wer hineinkommt, lässt sich gerade nicht sagen",
  being_read: "Alle werden gelesen",
  no_portal: "Es gibt noch kein Portal",
  no_contacts: "Noch keine Kontakte",
  lead_unread: "Diese Seite fragt das PSA bei jedem Laden. Laden Sie sie in einer Minute neu.",
  lead: "Alle Kontakte des PSA, als öffneten sie jetzt das Portal ihres Unternehmens. Gelesen: {age}; niemand bekommt eine E-Mail, und nichts zählt als Besuch.",
  lead_one:
    "Alle Kontakte des PSA, als öffneten sie jetzt dieses Portal. Gelesen: {age}; niemand bekommt eine E-Mail, und nichts zählt als Besuch.",
  portal: "Portal",
  all_portals: "Alle Portale",
  check: "Prüfen",
  csv: "Als Tabelle herunterladen (CSV)",
  counted: "{title} ({count, number})",
  without_company: "Kontakte ohne Unternehmen",
  without_portal: "Unternehmen ohne Portal",
  no_address:
    "{count, plural, one {#\u00a0aktiver Kontakt hat} other {#\u00a0aktive Kontakte haben}} keine Adresse zum Öffnen.",
  create: "Legen Sie das Portal unter Einstellungen → Kundenportale an.",
  portals: "Kundenportale",
  what_to_do: "Was zu tun ist:",
  notes: "Gut zu wissen, hält niemanden auf",
  inside: "Wer hineinkommt",
  sees: "sieht {count, plural, one {#\u00a0Projekt} other {#\u00a0Projekte}}",
  more: "und {count, number} weitere; in der Tabelle stehen alle",
};

const es: typeof en = {
  switched: "Cambiado. Desde ahora sus portales leen del PSA que conectó, en las mismas direcciones.",
  cannot_tell: "Ahora mismo no se puede saber quién entra",
  being_read: "Se está leyendo a todos",
  no_portal: "Todavía no hay ningún portal",
  no_contacts: "Todavía no hay contactos",
  lead_unread: "Esta página consulta el PSA cada vez que se carga. Vuelva a cargarla en un minuto.",
  lead: "Todos los contactos del PSA, como si cada uno abriera ahora el portal de su empresa. Lectura: {age}; no se envía correo a nadie y nada cuenta como visita.",
  lead_one:
    "Todos los contactos del PSA, como si cada uno abriera ahora este portal. Lectura: {age}; no se envía correo a nadie y nada cuenta como visita.",
  portal: "Portal",
  all_portals: "Todos los portales",
  check: "Comprobar",
  csv: "Descargar como tabla (CSV)",
  counted: "{title} ({count, number})",
  without_company: "Contactos sin empresa",
  without_portal: "Empresas sin portal",
  no_address:
    "{count, plural, one {#\u00a0contacto activo no tiene} other {#\u00a0contactos activos no tienen}} ninguna dirección que abrir.",
  create: "Cree su portal en Ajustes → Portales de clientes.",
  portals: "Portales de clientes",
  what_to_do: "Qué hacer:",
  notes: "Conviene saberlo, no impide entrar a nadie",
  inside: "Quién entra",
  sees: "ve {count, plural, one {#\u00a0proyecto} other {#\u00a0proyectos}}",
  more: "y {count, number} más; en la tabla están todos",
};

/** What the page of the pre-flight says, beside what the diagnosis found. */
export const preflightPageWords = defineWords({ en, de, es });
