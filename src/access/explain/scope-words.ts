import { defineWords } from "../../lib/words.ts";

/** What somebody who is let in does not see, and why. */
export const scopeWords = defineWords({
  en: {
    no_projects: "{company} has no projects in the PSA.",
    status:
      "{company} has no project to show: {count, plural, one {its only one is archived or a draft} other {all {number} are archived or drafts}}.",
    contact_limit: "your firm has limited which projects they see, and nothing is left.",
    lift: "Lift the limit in Diagnose.",
    not_on_project:
      "contacts see only the projects on which they are named, and this one is named on none of {company}’s.",
    no_such_project: "the page they opened is that of project {project}, and {company} has no such project.",
    project_status: "the page they opened is that of project {project}, which is archived or a draft.",
    project_limited: "the page they opened is that of project {project}, and your firm has limited them to others.",
    project_not_named: "the page they opened is that of project {project}, on which they are not named.",
    send: "Send them the portal’s address: its list shows every project that they can see.",
    template: "the portal’s template does not carry it.",
    other_template: "Another template shows it, unless it is switched off for client portals.",
    no_data: "the PSA does not supply it.",
    fill_in: "Fill it in in the PSA to show it.",
    off_here: "it is switched off for this portal.",
    hidden_here: "It stays hidden from this client.",
    off_everywhere: "it is switched off for all portals.",
    hidden_everywhere: "It stays hidden from every client.",
    taken_off: "your firm has taken {block} off the {template} template.",
    left_out: "the portal’s template shows {block} without it.",
    show_field: "Show it in Settings → Client Portals → Templates.",
  },
  de: {
    no_projects: "Im PSA hat {company} keine Projekte.",
    status:
      "Für {company} gibt es kein Projekt zu zeigen: {count, plural, one {Das einzige ist archiviert oder ein Entwurf} other {Alle {number} sind archiviert oder Entwürfe}}.",
    contact_limit: "Ihre Firma hat eingeschränkt, welche Projekte die Person sieht, und es bleibt keines übrig.",
    lift: "Heben Sie die Einschränkung unter Diagnose auf.",
    not_on_project:
      "Kontakte sehen nur die Projekte, bei denen sie genannt sind; dieser ist bei keinem Projekt für {company} genannt.",
    no_such_project:
      "Die geöffnete Seite ist die des Projekts {project}, und für {company} gibt es kein solches Projekt.",
    project_status: "Die geöffnete Seite ist die des Projekts {project}, das archiviert oder ein Entwurf ist.",
    project_limited:
      "Die geöffnete Seite ist die des Projekts {project}, und Ihre Firma hat die Person auf andere eingeschränkt.",
    project_not_named: "Die geöffnete Seite ist die des Projekts {project}, bei dem die Person nicht genannt ist.",
    send: "Schicken Sie der Person die Portaladresse: Die Liste dort zeigt jedes Projekt, das sie sehen kann.",
    template: "Die Vorlage des Portals enthält es nicht.",
    other_template: "Eine andere Vorlage zeigt es, sofern es nicht für Kundenportale ausgeschaltet ist.",
    no_data: "Das PSA liefert es nicht.",
    fill_in: "Füllen Sie es im PSA aus, um es zu zeigen.",
    off_here: "Es ist für dieses Portal ausgeschaltet.",
    hidden_here: "Es bleibt vor diesem Kunden verborgen.",
    off_everywhere: "Es ist für alle Portale ausgeschaltet.",
    hidden_everywhere: "Es bleibt vor jedem Kunden verborgen.",
    taken_off: "Ihre Firma hat „{block}“ aus der Vorlage „{template}“ genommen.",
    left_out: "Die Vorlage des Portals zeigt „{block}“ ohne dieses Feld.",
    show_field: "Zeigen Sie es unter „Einstellungen → Kundenportale → Vorlagen“.",
  },
  es: {
    no_projects: "{company} no tiene proyectos en el PSA.",
    status:
      "{company} no tiene ningún proyecto que mostrar: {count, plural, one {el único está archivado o en borrador} other {los {number} están archivados o en borrador}}.",
    contact_limit: "su firma ha limitado los proyectos que ve la persona, y no queda ninguno.",
    lift: "Quite el límite en Diagnóstico.",
    not_on_project:
      "los contactos solo ven los proyectos en los que constan, y este no consta en ninguno de {company}.",
    no_such_project: "la página que abrió es la del proyecto {project}, y {company} no tiene ese proyecto.",
    project_status: "la página que abrió es la del proyecto {project}, que está archivado o en borrador.",
    project_limited: "la página que abrió es la del proyecto {project}, y su firma ha limitado a la persona a otros.",
    project_not_named: "la página que abrió es la del proyecto {project}, en el que la persona no consta.",
    send: "Envíe a la persona la dirección del portal: su lista muestra todos los proyectos que puede ver.",
    template: "la plantilla del portal no lo incluye.",
    other_template: "Otra plantilla lo muestra, salvo que esté desactivado para los portales de clientes.",
    no_data: "el PSA no lo facilita.",
    fill_in: "Rellénelo en el PSA para mostrarlo.",
    off_here: "está desactivado para este portal.",
    hidden_here: "Sigue oculto para este cliente.",
    off_everywhere: "está desactivado para todos los portales.",
    hidden_everywhere: "Sigue oculto para todos los clientes.",
    taken_off: "su firma ha quitado «{block}» de la plantilla «{template}».",
    left_out: "la plantilla del portal muestra «{block}» sin este campo.",
    show_field: "Muéstrelo en «Ajustes → Portales de clientes → Plantillas».",
  },
});
