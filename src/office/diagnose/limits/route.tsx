import { liftLimit } from "../../../commands/lift-limit.ts";
import { limitContact } from "../../../commands/limit-contact.ts";
import { diagnosePerson } from "../../../diagnosis/diagnose-person.ts";
import { parseEmail } from "../../../domain/email.ts";
import type { ContactId, ProjectId } from "../../../domain/ids.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { localPath } from "../../../http/local-path.ts";
import { readForm, readFormList } from "../../../http/read-form.ts";
import { renderPage } from "../../../http/render-page.ts";
import { diagnosisPartsOf } from "../../diagnosis-parts.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../../enter.tsx";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { noticePage } from "../../notice-page.tsx";
import { portalIdIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";
import { doorAskedOf, doorFieldOf, typedText } from "../door-asked.ts";
import { LIMITS_PATH } from "../paths.ts";
import { contactsAt } from "../person-about.ts";
import { loadLimits } from "./load.ts";
import { presentLimits } from "./present.ts";
import { LimitsPage } from "./view.tsx";
import { limitsWords } from "./words.ts";

/** Contacts who see only some of their company's projects, or none: the list, and how it is changed. */
export function addLimits(app: App, services: OfficeServices): void {
  app.get(LIMITS_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const loaded = await loadLimits(services, work.firm);
    const model = presentLimits({ ...loaded, canChange: canChange(work), now: work.now, locale: work.locale });
    return renderPage(c, <LimitsPage assets={services.assets} frame={work.frame} model={model} />);
  });
  app.post(`${DIAGNOSE_PATH}/limit`, (c) => changeLimit(c, services, setLimit));
  app.post(`${DIAGNOSE_PATH}/lift`, (c) =>
    changeLimit(c, services, async (work, form) => {
      const wish = { portalId: portalIdIn(form.portal), contactId: typedText(form.contact) as ContactId };
      await liftLimit(services.db, doerOf(work), wish);
      return null;
    }),
  );

  /** Only a contact and projects that the PSA shows at this very moment can be limited; null when it is done. */
  async function setLimit(work: AtWork, form: Form, projects: string[]): Promise<Refusal | null> {
    const email = parseEmail(form.email ?? "");
    if (!email) return "no_contact";
    const parts = await diagnosisPartsOf(services, work);
    const door = await doorAskedOf(services, work.firm, doorFieldOf({ portal: form.portal }));
    const diagnosis = await diagnosePerson(parts, email, door);
    const { facts, portal } = diagnosis;
    if (facts.people.kind === "trouble" || facts.work.kind === "trouble") return "no_answer";
    const contact = contactsAt(diagnosis).find(({ id }) => id === form.contact);
    if (!contact || !portal || facts.work.kind !== "read") return "no_contact";
    const known = facts.work.projects.map(({ id }) => id);
    const projectIds: ProjectId[] = form.block ? [] : known.filter((id) => projects.includes(id));
    if (projectIds.length === 0 && !form.block) return "no_project";
    await limitContact(services.db, doerOf(work), { portalId: portal.id, contact, projectIds });
    return null;
  }
}

type Form = Partial<Record<string, string>>;
type Refusal = "no_contact" | "no_project" | "no_answer";

const statusOf: Record<Refusal, 422 | 503> = { no_contact: 422, no_project: 422, no_answer: 503 };

async function changeLimit(
  c: AppContext,
  services: OfficeServices,
  change: (work: AtWork, form: Form, projects: string[]) => Promise<Refusal | null>,
): Promise<Response> {
  const work = await enterOffice(c, services, "admin");
  if (work instanceof Response) return work;
  const form = await readForm(c);
  const next = form.next === undefined ? LIMITS_PATH : localPath(form.next);
  const refusal = await change(work, form, await readFormList(c, "project"));
  if (!refusal) return c.redirect(next, 303);
  const say = limitsWords(work.locale);
  const around = { assets: services.assets, frame: work.frame, status: statusOf[refusal] };
  const words = { heading: say(refusal), text: say(`${refusal}_text`) };
  return noticePage(c, around, { ...words, actions: [{ label: say("back"), href: next }] });
}
