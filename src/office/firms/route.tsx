import { unscopedListFirmsOfTeamEmail } from "../../data/queries/firms.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { enterOffice } from "../enter.tsx";
import { FIRMS_PATH, PORTALS_PATH } from "../frame.ts";
import { noticePage } from "../notice-page.tsx";
import type { OfficeServices } from "../services.ts";
import { firmsWords } from "./words.ts";

/** `/firms`: for an email that is in several firms' teams. The email is proved already; a session belongs to one firm. */
export function addFirms(app: App, services: OfficeServices): void {
  app.get(FIRMS_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const say = firmsWords(work.locale);
    return noticePage(
      c,
      { assets: services.assets, frame: work.frame, status: 200 },
      {
        heading: say("heading"),
        text: say("text"),
        actions: work.firms.map(({ slug, name }) => ({
          label: say("open", { firm: name }),
          formAction: { action: FIRMS_PATH, fields: { firm: slug } },
        })),
      },
    );
  });
  app.post(FIRMS_PATH, async (c) => {
    const member = await services.sessions.find(c);
    if (!member) return c.redirect("/", 303);
    const { firm: slug } = await readForm(c);
    const firms = await unscopedListFirmsOfTeamEmail(services.db, member.email);
    const chosen = firms.find((firm) => firm.slug === slug);
    if (!chosen) throw nothingHere();
    await services.sessions.end(c);
    await services.sessions.start(c, chosen.id, member.email);
    return c.redirect(PORTALS_PATH, 303);
  });
}
