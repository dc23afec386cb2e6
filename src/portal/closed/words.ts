import { defineWords } from "../../lib/words.ts";

/** What the visitor reads in place of a portal, by the kind of page; at most forty words each. */
export const closedWords = defineWords({
  en: {
    cannot_tell: "We can’t tell right now",
    cannot_tell_text:
      "{firm}’s project list is not answering. Nothing is wrong on your side. It is asked again whenever you load this page; try in a minute.",
    paused: "This page is paused",
    paused_text: "{firm} has paused the page of {company}. Ask them when it opens again.",
    no_projects_yet: "No projects yet",
    no_projects_yet_text:
      "{firm} has no project of {company} to show you at the moment. Once there is one, it appears here by itself. If you expect one, ask them.",
    nothing_shown: "No projects here",
    nothing_shown_text:
      "{firm} shows you no project of {company} here. If you expect one, ask them. Once they share one with you, it appears here.",
    no_such_project: "This project is not here",
    no_such_project_text:
      "The link may be old, or the project has been put away. Your list shows every project that is open to you. If one is missing, ask {firm}.",
    team: "You work here",
    team_text:
      "Your email belongs to the team of {firm}, so it opens no client’s page. Open your firm’s office instead.",
    link_of_other: "This link was sent to another email",
    link_of_other_text:
      "The link was mailed to another email than the one you are signed in with. If that one is yours too, use it. Otherwise ask {firm} for a link of your own.",
    elsewhere: "Your projects have their own address",
    elsewhere_text:
      "This address does not show your projects. Open yours below, and keep it as a bookmark. If one is missing, ask {firm}.",
    not_open: "Your page is not open",
    not_open_text: "{firm} knows you, but has no page open for your company at the moment. Ask them when it opens.",
    no_projects: "No projects",
    no_projects_text:
      "{firm} has no projects for {email}. If {firm} knows you by another email, switch to it. Otherwise ask them to add this one.",
    your_company: "your company",
    signed_in_as: "You are signed in as",
    reference: "Reference",
    ask: "Ask {firm}",
    switch_email: "Use another email",
    try_again: "Try again",
    see_all: "See all projects",
    open: "Open {name}",
    open_office: "Open the office",
  },
  de: {
    cannot_tell: "Das können wir gerade nicht sagen",
    cannot_tell_text:
      "Die Projektliste von {firm} antwortet nicht. Auf Ihrer Seite ist alles in Ordnung. Sie wird bei jedem Laden dieser Seite neu abgefragt; versuchen Sie es in einer Minute.",
    paused: "Diese Seite ist vorübergehend geschlossen",
    paused_text:
      "{firm} hat die Seite von {company} vorübergehend geschlossen. Fragen Sie dort, wann sie wieder öffnet.",
    no_projects_yet: "Noch keine Projekte",
    no_projects_yet_text:
      "{firm} hat derzeit kein Projekt von {company}, das wir Ihnen zeigen können. Sobald es eines gibt, erscheint es hier von selbst. Wenn Sie eines erwarten, fragen Sie dort nach.",
    nothing_shown: "Hier keine Projekte",
    nothing_shown_text:
      "{firm} zeigt Ihnen hier kein Projekt von {company}. Wenn Sie eines erwarten, fragen Sie dort nach. Sobald eines für Sie freigegeben ist, erscheint es hier.",
    no_such_project: "Dieses Projekt ist nicht hier",
    no_such_project_text:
      "Vielleicht ist der Link alt, oder das Projekt wurde abgelegt. Ihre Liste zeigt alle Projekte, die Ihnen offenstehen. Wenn eines fehlt, fragen Sie {firm}.",
    team: "Sie arbeiten hier",
    team_text:
      "Ihre E-Mail-Adresse gehört zum Team von {firm} und öffnet deshalb keine Kundenseite. Öffnen Sie stattdessen das Büro Ihrer Firma.",
    link_of_other: "Dieser Link ging an eine andere E-Mail-Adresse",
    link_of_other_text:
      "Der Link wurde an eine andere E-Mail-Adresse geschickt als die, mit der Sie angemeldet sind. Ist das auch Ihre, verwenden Sie sie. Andernfalls bitten Sie {firm} um einen eigenen Link.",
    elsewhere: "Ihre Projekte haben eine eigene Adresse",
    elsewhere_text:
      "Diese Adresse zeigt nicht Ihre Projekte. Öffnen Sie Ihre eigene unten, und behalten Sie sie als Lesezeichen. Wenn eine fehlt, fragen Sie {firm}.",
    not_open: "Ihre Seite ist nicht geöffnet",
    not_open_text:
      "{firm} kennt Sie, hat aber derzeit keine Seite für Ihr Unternehmen geöffnet. Fragen Sie dort, wann sie öffnet.",
    no_projects: "Keine Projekte",
    no_projects_text:
      "{firm} hat keine Projekte für {email}. Wenn {firm} Sie unter einer anderen E-Mail-Adresse kennt, wechseln Sie zu dieser. Andernfalls bitten Sie darum, diese hier aufzunehmen.",
    your_company: "Ihrem Unternehmen",
    signed_in_as: "Sie sind angemeldet als",
    reference: "Referenz",
    ask: "{firm} fragen",
    switch_email: "Andere E-Mail-Adresse verwenden",
    try_again: "Noch einmal versuchen",
    see_all: "Alle Projekte ansehen",
    open: "{name} öffnen",
    open_office: "Das Büro öffnen",
  },
  es: {
    cannot_tell: "Ahora mismo no podemos saberlo",
    cannot_tell_text:
      "La lista de proyectos de {firm} no responde. Por su parte todo está bien. Se vuelve a consultar cada vez que carga esta página; inténtelo en un minuto.",
    paused: "Esta página está en pausa",
    paused_text: "{firm} ha puesto en pausa la página de {company}. Pregúnteles cuándo volverá a abrirse.",
    no_projects_yet: "Todavía no hay proyectos",
    no_projects_yet_text:
      "{firm} no tiene por ahora ningún proyecto de {company} que mostrarle. Cuando haya uno, aparecerá aquí por sí solo. Si espera alguno, pregúnteles.",
    nothing_shown: "Ningún proyecto aquí",
    nothing_shown_text:
      "{firm} no le muestra aquí ningún proyecto de {company}. Si espera alguno, pregúnteles. En cuanto lo compartan con usted, aparecerá aquí.",
    no_such_project: "Este proyecto no está aquí",
    no_such_project_text:
      "Puede que el enlace sea antiguo o que el proyecto se haya archivado. Su lista muestra todos los proyectos que usted puede ver. Si falta alguno, pregunte a {firm}.",
    team: "Usted trabaja aquí",
    team_text:
      "Su correo pertenece al equipo de {firm}, por eso no abre la página de ningún cliente. Abra en su lugar la oficina de su estudio.",
    link_of_other: "Este enlace se envió a otro correo",
    link_of_other_text:
      "El enlace se envió a un correo distinto del que usa en esta sesión. Si también es suyo, úselo. Si no, pida a {firm} un enlace propio.",
    elsewhere: "Sus proyectos tienen su propia dirección",
    elsewhere_text:
      "Esta dirección no muestra sus proyectos. Abra la suya abajo y guárdela en favoritos. Si falta alguna, pregunte a {firm}.",
    not_open: "Su página no está abierta",
    not_open_text:
      "{firm} le conoce, pero por ahora no tiene ninguna página abierta para su empresa. Pregúnteles cuándo se abrirá.",
    no_projects: "No hay proyectos",
    no_projects_text:
      "{firm} no tiene proyectos para {email}. Si {firm} le conoce por otro correo, cambie a ese. Si no, pídales que añadan este.",
    your_company: "su empresa",
    signed_in_as: "Ha iniciado sesión como",
    reference: "Referencia",
    ask: "Preguntar a {firm}",
    switch_email: "Usar otro correo",
    try_again: "Intentarlo de nuevo",
    see_all: "Ver todos los proyectos",
    open: "Abrir {name}",
    open_office: "Abrir la oficina",
  },
});
