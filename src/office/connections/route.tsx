import { disconnectPsa } from "../../commands/disconnect-psa.ts";
import type { App, AppContext } from "../../http/env.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { CONNECTIONS_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { goOnTelling, takeTold } from "../told.ts";
import { ConfirmPage } from "../visibility/confirm/view.tsx";
import { testConnection } from "./change.ts";
import { countCallsLeft, loadConnection, loadHealth } from "./load.ts";
import { DISCONNECT_PATH, doneThings, TEST_PATH } from "./paths.ts";
import { presentConnections, sayDone } from "./present.ts";
import { presentDisconnect } from "./present-disconnect.ts";
import { presentReport, type ReportModel } from "./present-report.ts";
import { addTokenForms } from "./token/route.tsx";
import { ConnectionsPage } from "./view.tsx";

/** Settings → Connections. Members read; an admin connects, tests, rotates tokens and disconnects. */
export function addConnections(app: App, services: OfficeServices): void {
  app.get(CONNECTIONS_PATH, async (c) => {
    const work = await enterOffice(c, services, "member");
    return work instanceof Response ? work : showConnections(c, services, work);
  });
  app.post(TEST_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const connection = await loadConnection(services, work);
    const { connection: seenId } = await readForm(c);
    if (connection?.id !== seenId) return goOnTelling(c, services, CONNECTIONS_PATH, "moved");
    if (!connection?.isLive) return c.redirect(CONNECTIONS_PATH, 303);
    // What stands beside the report is of the same moment; and what a check has found, a check alone ends.
    const [tested] = await Promise.all([testConnection(services, work, connection), services.checkNow(work.firm)]);
    const report = presentReport(tested, connection.kind, work.locale);
    return showConnections(c, services, work, report);
  });
  app.get(DISCONNECT_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const connection = await loadConnection(services, work);
    if (!connection?.isLive) return c.redirect(CONNECTIONS_PATH, 303);
    const model = presentDisconnect(connection, work.locale);
    return renderPage(c, <ConfirmPage assets={services.assets} frame={work.frame} model={model} />);
  });
  app.post(DISCONNECT_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { connection: seenId } = await readForm(c);
    const id = (await loadConnection(services, work))?.id;
    // Whoever agreed to end one connection ends no other that has taken its place.
    if (id !== seenId) return goOnTelling(c, services, CONNECTIONS_PATH, "moved");
    if (id === undefined || !(await disconnectPsa(services.db, doerOf(work), id)))
      return c.redirect(CONNECTIONS_PATH, 303);
    await services.psa.forget(work.firm.id, id);
    return goOnTelling(c, services, CONNECTIONS_PATH, "disconnected");
  });
  addTokenForms(app, services);
}

async function showConnections(
  c: AppContext,
  services: OfficeServices,
  work: AtWork,
  report: ReportModel | null = null,
): Promise<Response> {
  const connection = await loadConnection(services, work);
  const healthNow = await loadHealth(services, work);
  const callsLeft = connection && (await countCallsLeft(services, work, connection));
  const { firm, now, locale } = work;
  const done = takeTold(c, services, doneThings);
  const status = done && connection ? sayDone(done, connection.kind, locale) : null;
  const input = {
    connection,
    ...healthNow,
    callsLeft,
    firmSlug: firm.slug,
    canChange: canChange(work),
    status,
    report,
    now,
    locale,
  };
  const model = presentConnections(input);
  return renderPage(c, <ConnectionsPage assets={services.assets} frame={work.frame} model={model} />);
}
