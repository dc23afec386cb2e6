import { type Email, parseEmail } from "../../../domain/email.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { readForm } from "../../../http/read-form.ts";
import { renderPage } from "../../../http/render-page.ts";
import { type AtWork, canChange, canPreview, enterOffice } from "../../enter.tsx";
import { DIAGNOSE_PATH } from "../../frame.ts";
import type { OfficeServices } from "../../services.ts";
import { doorFieldOf, typedText } from "../door-asked.ts";
import { parseSeen } from "../parse-seen.ts";
import { type DoorField, PERSON_PATH, searchPath } from "../paths.ts";
import type { Before } from "../present-comparison.ts";
import { loadPerson, type PersonLoad } from "./load.ts";
import { presentPerson } from "./present.ts";
import { PersonPage } from "./view.tsx";

/**
 * One person at one door. Looking runs the decision live and stores nothing: a page may be opened, reloaded and fetched
 * ahead of a click as often as a browser likes, and ninety days of records are no place for that. Who presses "Check again
 * now" means it: that one is stored (source "diagnose"), so that it can be looked up what was found and when.
 */
export function addPerson(app: App, services: OfficeServices): void {
  app.get(PERSON_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const asked = askedOf(c.req.query());
    if (!asked) return c.redirect(backToSearch(c.req.query("email")), 302);
    const loaded = await loadPerson(services, work, asked);
    return showPerson(c, services, { work, asked, loaded, before: null });
  });
  app.post(PERSON_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const form = await readForm(c);
    const asked = askedOf(form);
    if (!asked) return c.redirect(backToSearch(form.email), 303);
    const loaded = await loadPerson(services, work, asked);
    const { decision, portal } = loaded.diagnosis;
    await services.decisions.store({ decision, source: "diagnose", portalId: portal?.id ?? null });
    const seen = parseSeen(form.seen, asked.email);
    const before = seen ? { decision: seen, isStored: false } : lastStored(loaded);
    return showPerson(c, services, { work, asked, loaded, before });
  });
}

type Asked = { email: Email; door: DoorField };
type Shown = { work: AtWork; asked: Asked; loaded: PersonLoad; before: Before | null };

function showPerson(c: AppContext, { assets }: OfficeServices, { work, asked, loaded, before }: Shown) {
  const told = { now: work.now, locale: work.locale, canChange: canChange(work), canPreview: canPreview(work) };
  const model = presentPerson({ ...loaded, ...asked, ...told, before });
  return renderPage(c, <PersonPage assets={assets} frame={work.frame} model={model} />);
}

function askedOf(fields: Partial<Record<string, string>>): Asked | null {
  const email = parseEmail(fields.email ?? "");
  return email && { email, door: doorFieldOf(fields) };
}

function backToSearch(typed: string | undefined): string {
  const text = typedText(typed);
  return text === "" ? DIAGNOSE_PATH : searchPath(text);
}

/** What was stored last about the person at this door. */
function lastStored({ diagnosis, records }: PersonLoad): Before | null {
  const stored = [...records.stops, ...records.visits]
    .filter(({ body }) => body.asked === diagnosis.decision.portal.slug)
    .sort((one, other) => other.at.getTime() - one.at.getTime());
  return stored[0] ? { decision: stored[0].body, isStored: true } : null;
}
