import { linkPortal } from "../../commands/link-portal.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { type LinkAnswer, reviewLink } from "../../switching/review-link.ts";
import { type AtWork, doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH, PREFLIGHT_PATH } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import { answerReview, isReadAnew } from "../review/answer-page.tsx";
import { choiceFields, choicesIn } from "../review/choices.ts";
import { reviewPath } from "../review/present.ts";
import type { OfficeServices } from "../services.ts";
import { linkPath } from "./paths.ts";
import { linkedCompany, presentLink } from "./present.ts";

const PATH = `${PORTALS_PATH}/:id/link`;

type Fields = Partial<Record<string, string>>;

/** Gives a portal that a switch has left without a company one. For admins alone. */
export function addLink(app: App, services: OfficeServices): void {
  const { db, psa } = services;
  app.get(PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const fields = c.req.query();
    return answerPage(c, work, { answer: await review(c, work, fields), fields, isStale: false });
  });
  app.post(PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const fields = await readForm(c);
    const answer = await review(c, work, fields);
    const stale = { answer, fields, isStale: true };
    if (answer.kind !== "ready" || answer.digest !== fields.seen) return answerPage(c, work, stale);
    const { portal, plan, links } = answer;
    if (!plan.change || !linkedCompany(answer)) return answerPage(c, work, stale);
    const linked = await linkPortal(db, doerOf(work), { portal, change: plan.change, seen: links });
    if (linked.kind === "changed") return answerPage(c, work, { ...stale, answer: await review(c, work, fields) });
    return c.redirect(`${PREFLIGHT_PATH}?portal=${portal.slug}`, 303);
  });

  function review(c: AppContext, { firm, now }: AtWork, fields: Fields): Promise<LinkAnswer> {
    const id = portalIdOf(c);
    return reviewLink({ db, now, firm, psa, waiting: "forPage" }, (portal) => portal.id === id, choicesIn(fields));
  }

  type Answered = { answer: LinkAnswer; fields: Fields; isStale: boolean };

  function answerPage(c: AppContext, { frame, locale, now }: AtWork, { answer, fields, isStale }: Answered) {
    if (answer.kind === "none") throw nothingHere();
    if (answer.kind === "linked") return c.redirect(PORTALS_PATH, 303);
    const choices = choiceFields(fields);
    const wasForgotten = isReadAnew(c, services);
    const model = presentLink({ answer, choices, isStale, wasForgotten, now, locale });
    const path = reviewPath(linkPath(answer.portal.id), choices);
    return answerReview(c, services, { frame, model, path, isStale });
  }
}
