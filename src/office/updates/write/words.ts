import { defineWords } from "../../../lib/words.ts";

export const words = defineWords({
  en: {
    heading: "Write an update",
    new_state: "Nobody but your team sees it until it is published.",
    no_answer:
      "Your PSA does not answer right now, so that no project can be chosen. Nothing that you type is lost: try to save again.",
    all: "All updates",
    history: "History",
    chosen_before: "Chosen before",
    project_id: "Project {id}",
    theirs_meanwhile:
      "Somebody else has changed this update meanwhile, so nothing of yours was saved over it. Your text is in the form, theirs below it. Put together what is to stand, and save.",
    changed_meanwhile:
      "This has changed since you opened it, so nothing was done. Here it stands as it is now, its photos included. Look at it, then choose again.",
    as_it_stands: "As it stands now: {state}",
    is_published: "{state}: the client reads it. To change it, withdraw it first.",
    is_withdrawn: "{state}: the client reads it no longer.",
    waits_for_admin: "{state}: an admin of your firm publishes it.",
    only_team: "{state}: only your team sees it.",
    date: "Date",
    author: "Author, as the client reads it",
    body: "What is new",
    body_hint: "Markdown: **bold**, lists with a dash, [words](https://…). Up to {max} characters.",
    project: "Project",
    choose_project: "Choose a project",
    percents: "Percent complete per discipline, if you like",
    percents_hint:
      "It is part of the update: whoever reads the update reads it, also where the portal’s template hides “Work by discipline”.",
    more_percents: "More disciplines",
    discipline: "Discipline {number}",
    percent: "Percent of discipline {number}",
  },
  de: {
    heading: "Neuigkeit schreiben",
    new_state: "Bis zur Veröffentlichung sieht sie nur Ihr Team.",
    no_answer:
      "Ihr PSA antwortet gerade nicht, deshalb lässt sich kein Projekt wählen. Was Sie schreiben, geht nicht verloren: Speichern Sie noch einmal.",
    all: "Alle Neuigkeiten",
    history: "Verlauf",
    chosen_before: "Vorher gewählt",
    project_id: "Projekt {id}",
    theirs_meanwhile:
      "Jemand anderes hat diese Neuigkeit inzwischen geändert, deshalb wurde nichts von Ihnen darüber gespeichert. Ihr Text steht im Formular, der andere darunter. Fügen Sie zusammen, was gelten soll, und speichern Sie.",
    changed_meanwhile:
      "Dies hat sich geändert, seit Sie es geöffnet haben, deshalb ist nichts geschehen. Hier steht es, wie es jetzt ist, samt Fotos. Sehen Sie es an und wählen Sie dann noch einmal.",
    as_it_stands: "Wie es jetzt steht: {state}",
    is_published: "{state}: Der Kunde liest es. Um etwas zu ändern, ziehen Sie es zuerst zurück.",
    is_withdrawn: "{state}: Der Kunde liest es nicht mehr.",
    waits_for_admin: "{state}: Ein Admin Ihrer Firma veröffentlicht es.",
    only_team: "{state}: Nur Ihr Team sieht es.",
    date: "Datum",
    author: "Verfasser, wie der Kunde ihn liest",
    body: "Was ist neu",
    body_hint: "Markdown: **fett**, Listen mit Strich, [Wörter](https://…). Bis zu {max} Zeichen.",
    project: "Projekt",
    choose_project: "Projekt wählen",
    percents: "Fertigstellung je Gewerk in Prozent, wenn Sie möchten",
    percents_hint:
      "Sie gehört zur Neuigkeit: Wer die Neuigkeit liest, liest sie mit, auch wo die Vorlage des Portals „Leistung nach Fachbereich“ verbirgt.",
    more_percents: "Weitere Gewerke",
    discipline: "Gewerk {number}",
    percent: "Prozent von Gewerk {number}",
  },
  es: {
    heading: "Escribir una novedad",
    new_state: "Solo su equipo la ve hasta que se publique.",
    no_answer:
      "Su PSA no responde ahora mismo, así que no se puede elegir ningún proyecto. Nada de lo que escriba se pierde: intente guardar de nuevo.",
    all: "Todas las novedades",
    history: "Historial",
    chosen_before: "Elegido antes",
    project_id: "Proyecto {id}",
    theirs_meanwhile:
      "Mientras tanto otra persona ha cambiado esta novedad, así que nada de lo suyo se ha guardado encima. Su texto está en el formulario y el otro debajo. Combine lo que deba quedar y guarde.",
    changed_meanwhile:
      "Esto ha cambiado desde que lo abrió, así que no se ha hecho nada. Aquí está tal como es ahora, con sus fotos. Revíselo y elija de nuevo.",
    as_it_stands: "Tal como está ahora: {state}",
    is_published: "{state}: el cliente la lee. Para cambiarla, retírela primero.",
    is_withdrawn: "{state}: el cliente ya no la lee.",
    waits_for_admin: "{state}: un administrador de su firma la publica.",
    only_team: "{state}: solo la ve su equipo.",
    date: "Fecha",
    author: "Autor, como lo lee el cliente",
    body: "Qué hay de nuevo",
    body_hint: "Markdown: **negrita**, listas con guion, [palabras](https://…). Hasta {max} caracteres.",
    project: "Proyecto",
    choose_project: "Elija un proyecto",
    percents: "Porcentaje completado por disciplina, si lo desea",
    percents_hint:
      "Forma parte de la novedad: quien lee la novedad lo lee, también donde la plantilla del portal oculta «Trabajo por disciplina».",
    more_percents: "Más disciplinas",
    discipline: "Disciplina {number}",
    percent: "Porcentaje de la disciplina {number}",
  },
});
