import { defineWords } from "../../lib/words.ts";

/** What is read from, by the name of its vendor where that is known. */
const named = (unnamed: string, vendor = "{vendor}") => `{vendor, select, none {${unnamed}} other {${vendor}}}`;
const en = { Psa: named("The PSA"), psa: named("the PSA") };
const de = {
  ...{ Psa: named("Das PSA"), psa: named("das PSA"), desPsa: named("des PSA", "von {vendor}") },
  ...{ imPsa: named("im PSA", "in {vendor}"), vomPsa: named("vom PSA", "von {vendor}") },
  ausPsa: named("aus dem PSA", "aus {vendor}"),
};
const es = {
  ...{ Psa: named("El PSA"), psa: named("el PSA") },
  ...{ delPsa: named("del PSA", "de {vendor}"), alPsa: named("al PSA", "a {vendor}") },
};

/** How a connection to the PSA is, what mends it, and what clients see meanwhile. `vendor`: by its name, or `none`. */
export const healthWords = defineWords({
  en: {
    green: "Green",
    amber: "Amber",
    red: "Red",
    fine: `${en.Psa} answers, and shows what it did before.`,
    fine_clients: "Clients see their projects as usual.",
    down: `${en.Psa} does not answer.`,
    down_fix: `See whether ${en.psa} is up, and whether the server of ProLens reaches it. Portals ask again on every load.`,
    folder: "Something in the CSV folder cannot be read.",
    token_revoked: `${en.Psa} refuses the token with which ProLens reads.`,
    token_revoked_fix: `Make a new token in ${en.psa}, then press “Rotate token” (Settings → Connections).`,
    token_sealed: "None of the server’s master keys opens the stored token with which ProLens reads.",
    token_sealed_fix:
      "Have whoever runs ProLens give the server back its former master key. Where that is lost, rotate the token under Settings → Connections.",
    wrong_org: `${en.Psa} does not let ProLens read this organisation.`,
    wrong_org_fix: "Make a token that may read this organisation, then press “Rotate token” (Settings → Connections).",
    bad_answer: `${en.Psa}’s answer could not be understood.`,
    partial: `Some records of ${en.psa} could not be read.`,
    mend_fix: `Press Test under Settings → Connections, and mend in ${en.psa} what it lists.`,
    bad_answer_fix:
      "Nothing, if it passes. If it stays, send whoever runs ProLens what Test says under Settings → Connections.",
    closed_clients: "Clients read “We can’t tell right now”. Nobody reads “No projects”, and nothing is lost.",
    partial_clients:
      "Clients whose records cannot be read see “We can’t tell right now”. All others see their projects as usual.",
    rate_limited: `${en.Psa} asks ProLens to wait.`,
    asked_to_wait: `${en.Psa} has asked ProLens to wait; it is asked again at about {when}.`,
    until_then_clients: "Clients read “We can’t tell right now” until then.",
    share_used: "ProLens has used up its own share of {count} calls in {seconds} seconds and waits for the next.",
    share_fix: "Nothing, if it passes. If it stays, tell whoever runs ProLens.",
    short: `Few calls to ${en.psa} are left for the moment.`,
    calls_fix: `Nothing, if it passes. If it stays, see what else reads from ${en.psa} with the same token.`,
    slow: `${en.Psa} answers slowly.`,
    slow_fix: `Nothing, if it passes. If it stays, ask ${en.psa}’s support.`,
    waiting_clients:
      "Pages may take longer, and some clients read “We can’t tell right now” until they load the page again.",
    less: `${en.Psa} suddenly shows less than before: people who had access are missing from it.`,
    less_fix:
      "Check the rights of the token, or the export, with which ProLens reads. If your firm has removed these people, nothing is to be done.",
    less_clients: "Whoever is missing reads “No projects”. All others see their projects as usual.",
    lost: `{email} got in lately and is not found in ${en.psa} any more, and nobody else got in with whom to compare. Either this contact was taken out of ${en.psa}, or the token suddenly sees less.`,
    lost_fix: `Look whether the contact still stands in ${en.psa}. If so, check the rights of the token, or the export, with which ProLens reads. If your firm has removed the contact, nothing is to be done.`,
    page_down: `Clients’ pages get no answer from ${en.psa}.`,
    projects: `${en.Psa} says who people are, but its projects cannot be read.`,
    projects_fix:
      "Make a token that may read projects and what belongs to them, then press “Rotate token” (Settings → Connections).",
    projects_clients:
      "Clients see their projects as they were read in the last 15 minutes; after that they read “We can’t tell right now”. Nobody reads “No projects” because of it.",
    a_client: "one of your clients",
    some_projects: "The projects of {client} could not be read.",
    some_refused: `${en.Psa} does not let ProLens read all that belongs to the projects of {client}.`,
    some_records: "Not everything that belongs to the projects of {client} could be read.",
    records_fix: `Correct the record that is named here in ${en.psa}; the portal shows it within a minute.`,
    some_projects_fix: `Nothing, if it passes. If it stays, see whether ${en.psa} answers slowly about a client with very much in it.`,
    some_projects_clients:
      "Clients whose projects cannot be read see what could be read of them, without totals that would be wrong, or “We can’t tell right now”. All others see their projects as usual.",
    token_rights: `${en.Psa} does not give the token all the rights that ProLens asks for.`,
    token_rights_fix: `In ${en.psa}, give the owner of the token the rights that are missing; or press “Rotate token” (Settings → Connections) and put in another one.`,
    token_rights_clients:
      "Pages are answered with what the token still shows. What it does not see is missing from them.",
    token_unsaid: `${en.Psa} does not say whose token it is.`,
    everybody: `${en.Psa} answers, but reading everybody in it has not come to its end, look after look: who has lost access is not known.`,
    everybody_fix: `Nothing, if it passes. If it stays, see what else reads from ${en.psa} with the same token; “Who has lost access” says what stopped it.`,
  },
  de: {
    green: "Grün",
    amber: "Gelb",
    red: "Rot",
    fine: `${de.Psa} antwortet und zeigt, was es zuvor zeigte.`,
    fine_clients: "Kunden sehen ihre Projekte wie gewohnt.",
    down: `${de.Psa} antwortet nicht.`,
    down_fix: `Sehen Sie nach, ob ${de.psa} läuft und ob der Server von ProLens es erreicht. Portale fragen bei jedem Laden wieder.`,
    folder: "Etwas im CSV-Ordner lässt sich nicht lesen.",
    token_revoked: `${de.Psa} lehnt das Token ab, mit dem ProLens liest.`,
    token_revoked_fix: `Erstellen Sie ${de.imPsa} ein neues Token und drücken Sie dann auf „Token wechseln“ (Einstellungen → Verbindungen).`,
    token_sealed: "Keiner der Hauptschlüssel des Servers öffnet das gespeicherte Token, mit dem ProLens liest.",
    token_sealed_fix:
      "Wer ProLens betreibt, gibt dem Server seinen früheren Hauptschlüssel zurück. Ist er verloren, wechseln Sie das Token unter Einstellungen → Verbindungen.",
    wrong_org: `${de.Psa} lässt ProLens diese Organisation nicht lesen.`,
    wrong_org_fix:
      "Erstellen Sie ein Token, das diese Organisation lesen darf, und drücken Sie dann auf „Token wechseln“ (Einstellungen → Verbindungen).",
    bad_answer: `Die Antwort ${de.desPsa} war nicht zu verstehen.`,
    partial: `Einige Datensätze ${de.desPsa} ließen sich nicht lesen.`,
    mend_fix: `Drücken Sie unter Einstellungen → Verbindungen auf „Testen“ und bringen Sie ${de.imPsa} in Ordnung, was dort aufgezählt wird.`,
    bad_answer_fix:
      "Nichts, wenn es vorübergeht. Wenn es bleibt, schicken Sie dorthin, wo ProLens betrieben wird, was „Testen“ unter Einstellungen → Verbindungen sagt.",
    closed_clients:
      "Kunden lesen „Das können wir gerade nicht sagen“. Niemand liest „Keine Projekte“, und nichts geht verloren.",
    partial_clients:
      "Kunden, deren Datensätze sich nicht lesen lassen, sehen „Das können wir gerade nicht sagen“. Alle anderen sehen ihre Projekte wie gewohnt.",
    rate_limited: `${de.Psa} bittet ProLens zu warten.`,
    asked_to_wait: `${de.Psa} hat ProLens gebeten zu warten; gefragt wird wieder gegen {when}.`,
    until_then_clients: "Bis dahin lesen Kunden „Das können wir gerade nicht sagen“.",
    share_used:
      "ProLens hat seinen eigenen Anteil von {count} Aufrufen in {seconds} Sekunden verbraucht und wartet auf den nächsten.",
    share_fix: "Nichts, wenn es vorübergeht. Wenn es bleibt, sagen Sie es denen, die ProLens betreiben.",
    short: `Im Moment sind nur noch wenige Aufrufe ${de.desPsa} übrig.`,
    calls_fix: `Nichts, wenn es vorübergeht. Wenn es bleibt, sehen Sie nach, was sonst mit demselben Token ${de.ausPsa} liest.`,
    slow: `${de.Psa} antwortet langsam.`,
    slow_fix: `Nichts, wenn es vorübergeht. Wenn es bleibt, fragen Sie den Support ${de.desPsa}.`,
    waiting_clients:
      "Seiten können länger brauchen, und manche Kunden lesen „Das können wir gerade nicht sagen“, bis sie die Seite neu laden.",
    less: `${de.Psa} zeigt plötzlich weniger als zuvor: Personen, die Zugang hatten, fehlen darin.`,
    less_fix:
      "Prüfen Sie die Rechte des Tokens oder den Export, mit dem ProLens liest. Hat Ihre Firma diese Personen selbst entfernt, ist nichts zu tun.",
    less_clients: "Wer fehlt, liest „Keine Projekte“. Alle anderen sehen ihre Projekte wie gewohnt.",
    lost: `{email} kam kürzlich hinein und ist ${de.imPsa} nicht mehr zu finden, und niemand sonst kam hinein, mit dem sich vergleichen ließe. Entweder wurde dieser Kontakt ${de.ausPsa} entfernt, oder das Token sieht plötzlich weniger.`,
    lost_fix: `Sehen Sie nach, ob der Kontakt noch ${de.imPsa} steht. Wenn ja, prüfen Sie die Rechte des Tokens oder den Export, mit dem ProLens liest. Hat Ihre Firma den Kontakt entfernt, ist nichts zu tun.`,
    page_down: `Die Seiten der Kunden bekommen ${de.vomPsa} keine Antwort.`,
    projects: `${de.Psa} sagt, wer jemand ist, aber seine Projekte lassen sich nicht lesen.`,
    projects_fix:
      "Erstellen Sie ein Token, das Projekte und was zu ihnen gehört lesen darf, und drücken Sie dann auf „Token wechseln“ (Einstellungen → Verbindungen).",
    projects_clients:
      "Kunden sehen ihre Projekte, wie sie in den letzten 15 Minuten gelesen wurden; danach lesen sie „Das können wir gerade nicht sagen“. Niemand liest deswegen „Keine Projekte“.",
    a_client: "einem Ihrer Kunden",
    some_projects: "Die Projekte von {client} ließen sich nicht lesen.",
    some_refused: `${de.Psa} lässt ProLens nicht alles lesen, was zu den Projekten von {client} gehört.`,
    some_records: "Nicht alles, was zu den Projekten von {client} gehört, ließ sich lesen.",
    records_fix: `Berichtigen Sie ${de.imPsa} den Datensatz, der hier genannt ist; das Portal zeigt es innerhalb einer Minute.`,
    some_projects_fix: `Nichts, wenn es vorübergeht. Wenn es bleibt, sehen Sie nach, ob ${de.psa} bei einem Kunden mit sehr vielen Daten langsam antwortet.`,
    some_projects_clients:
      "Kunden, deren Projekte sich nicht lesen lassen, sehen, was davon zu lesen war, ohne Summen, die falsch wären, oder „Das können wir gerade nicht sagen“. Alle anderen sehen ihre Projekte wie gewohnt.",
    token_rights: `${de.Psa} gibt dem Token nicht alle Rechte, nach denen ProLens fragt.`,
    token_rights_fix: `Geben Sie ${de.imPsa} der Person, der das Token gehört, die fehlenden Rechte; oder drücken Sie auf „Token wechseln“ (Einstellungen → Verbindungen) und tragen Sie ein anderes ein.`,
    token_rights_clients:
      "Seiten werden mit dem beantwortet, was das Token noch zeigt. Was es nicht sieht, fehlt darauf.",
    token_unsaid: `${de.Psa} sagt nicht, wessen Token es ist.`,
    everybody: `${de.Psa} antwortet, aber alle darin zu lesen kam von Prüfung zu Prüfung nicht zum Ende: Wer den Zugang verloren hat, ist nicht bekannt.`,
    everybody_fix: `Nichts, wenn es vorübergeht. Wenn es bleibt, sehen Sie nach, was sonst mit demselben Token ${de.ausPsa} liest; „Wer den Zugang verloren hat“ sagt, woran es lag.`,
  },
  es: {
    green: "Verde",
    amber: "Ámbar",
    red: "Rojo",
    fine: `${es.Psa} responde y muestra lo mismo que antes.`,
    fine_clients: "Los clientes ven sus proyectos como siempre.",
    down: `${es.Psa} no responde.`,
    down_fix: `Mire si ${es.psa} funciona y si el servidor de ProLens llega hasta él. Los portales vuelven a preguntar en cada carga.`,
    folder: "Algo de la carpeta CSV no se puede leer.",
    token_revoked: `${es.Psa} rechaza el token con el que ProLens lee.`,
    token_revoked_fix: `Cree un token nuevo en ${es.psa} y pulse después «Cambiar el token» (Ajustes → Conexiones).`,
    token_sealed: "Ninguna de las claves maestras del servidor abre el token guardado con el que ProLens lee.",
    token_sealed_fix:
      "Pida a quien administra ProLens que devuelva al servidor su clave maestra anterior. Si se ha perdido, cambie el token en Ajustes → Conexiones.",
    wrong_org: `${es.Psa} no deja que ProLens lea esta organización.`,
    wrong_org_fix:
      "Cree un token que pueda leer esta organización y pulse después «Cambiar el token» (Ajustes → Conexiones).",
    bad_answer: `No se pudo entender la respuesta ${es.delPsa}.`,
    partial: `Algunos registros ${es.delPsa} no se pudieron leer.`,
    mend_fix: `Pulse «Probar» en Ajustes → Conexiones y corrija en ${es.psa} lo que enumera.`,
    bad_answer_fix:
      "Nada, si se pasa. Si continúa, envíe a quien administra ProLens lo que dice «Probar» en Ajustes → Conexiones.",
    closed_clients:
      "Los clientes leen «Ahora mismo no podemos saberlo». Nadie lee «No hay proyectos» y no se pierde nada.",
    partial_clients:
      "Los clientes cuyos registros no se pueden leer ven «Ahora mismo no podemos saberlo». Los demás ven sus proyectos como siempre.",
    rate_limited: `${es.Psa} pide a ProLens que espere.`,
    asked_to_wait: `${es.Psa} ha pedido a ProLens que espere; se le vuelve a preguntar hacia las {when}.`,
    until_then_clients: "Hasta entonces los clientes leen «Ahora mismo no podemos saberlo».",
    share_used: "ProLens ha agotado su propia cuota de {count} llamadas en {seconds} segundos y espera a la siguiente.",
    share_fix: "Nada, si se pasa. Si continúa, avise a quien administra ProLens.",
    short: `Por el momento quedan pocas llamadas ${es.alPsa}.`,
    calls_fix: `Nada, si se pasa. Si continúa, mire qué más lee ${es.delPsa} con el mismo token.`,
    slow: `${es.Psa} responde despacio.`,
    slow_fix: `Nada, si se pasa. Si continúa, pregunte al soporte ${es.delPsa}.`,
    waiting_clients:
      "Las páginas pueden tardar más, y algunos clientes leen «Ahora mismo no podemos saberlo» hasta que vuelven a cargar la página.",
    less: `${es.Psa} muestra de pronto menos que antes: faltan en él personas que tenían acceso.`,
    less_fix:
      "Revise los permisos del token, o la exportación, con la que ProLens lee. Si su firma ha quitado a estas personas, no hay nada que hacer.",
    less_clients: "Quien falta lee «No hay proyectos». Los demás ven sus proyectos como siempre.",
    lost: `{email} entró hace poco y ya no aparece en ${es.psa}, y no ha entrado nadie más con quien comparar. O bien este contacto se ha quitado ${es.delPsa}, o bien el token ve de pronto menos.`,
    lost_fix: `Mire si el contacto sigue en ${es.psa}. Si está, revise los permisos del token, o la exportación, con la que ProLens lee. Si su firma ha quitado el contacto, no hay nada que hacer.`,
    page_down: `Las páginas de los clientes no reciben respuesta ${es.delPsa}.`,
    projects: `${es.Psa} dice quién es cada persona, pero sus proyectos no se pueden leer.`,
    projects_fix:
      "Cree un token que pueda leer los proyectos y lo que les pertenece y pulse después «Cambiar el token» (Ajustes → Conexiones).",
    projects_clients:
      "Los clientes ven sus proyectos tal como se leyeron en los últimos 15 minutos; después leen «Ahora mismo no podemos saberlo». Nadie lee por ello «No hay proyectos».",
    a_client: "uno de sus clientes",
    some_projects: "Los proyectos de {client} no se pudieron leer.",
    some_refused: `${es.Psa} no deja que ProLens lea todo lo que pertenece a los proyectos de {client}.`,
    some_records: "No se pudo leer todo lo que pertenece a los proyectos de {client}.",
    records_fix: `Corrija en ${es.psa} el registro que se nombra aquí; el portal lo muestra en un minuto.`,
    some_projects_fix: `Nada, si se pasa. Si continúa, mire si ${es.psa} responde despacio sobre un cliente con muchísimos datos.`,
    some_projects_clients:
      "Los clientes cuyos proyectos no se pueden leer ven lo que se pudo leer de ellos, sin totales que serían erróneos, o «Ahora mismo no podemos saberlo». Los demás ven sus proyectos como siempre.",
    token_rights: `${es.Psa} no da al token todos los permisos que ProLens pide.`,
    token_rights_fix: `Dé en ${es.psa} a la persona a quien pertenece el token los permisos que faltan; o pulse «Cambiar el token» (Ajustes → Conexiones) e introduzca otro.`,
    token_rights_clients: "Las páginas se responden con lo que el token aún muestra. Lo que no ve falta en ellas.",
    token_unsaid: `${es.Psa} no dice de quién es el token.`,
    everybody: `${es.Psa} responde, pero leer a todos no llegó a su fin, revisión tras revisión: no se sabe quién ha perdido el acceso.`,
    everybody_fix: `Nada, si se pasa. Si sigue, mire qué más lee ${es.delPsa} con el mismo token; «Quién ha perdido el acceso» dice qué lo detuvo.`,
  },
});
