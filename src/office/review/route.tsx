import { keepPsa } from "../../commands/keep-psa.ts";
import { switchPsa } from "../../commands/switch-psa.ts";
import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import type { PsaLinks } from "../../data/queries/psa-links.ts";
import type { Firm } from "../../domain/firm.ts";
import type { App, AppContext } from "../../http/env.ts";
import { readForm } from "../../http/read-form.ts";
import { type ReviewAnswer, reviewSwitch } from "../../switching/review-switch.ts";
import { type AtWork, doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH, PREFLIGHT_PATH } from "../frame.ts";
import { noticePage } from "../notice-page.tsx";
import type { OfficeServices } from "../services.ts";
import { goOnTelling } from "../told.ts";
import { answerReview, isReadAnew } from "./answer-page.tsx";
import { choiceFields, choicesIn, REVIEW_PATH } from "./choices.ts";
import { presentReview, reviewPath } from "./present.ts";
import { reviewWords } from "./words.ts";

type Fields = Partial<Record<string, string>>;

/** Settings → Connections → Review: what a switch of the PSA would do, and the switch. For admins alone. */
export function addReview(app: App, services: OfficeServices): void {
  const { db, psa } = services;
  app.get(REVIEW_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const fields = c.req.query();
    return answerPage(c, work, { answer: await review(work, fields), fields, isStale: false });
  });
  app.post(REVIEW_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const fields = await readForm(c);
    const answer = await review(work, fields);
    const stale = { answer, fields, isStale: true };
    if (answer.kind !== "ready" || answer.digest !== fields.seen || !answer.plan.change || !answer.links.pending)
      return answerPage(c, work, stale);
    const change = { ...answer.plan.change, connectionId: answer.links.pending.id };
    const switched = await switchPsa(db, doerOf(work), { change, seen: answer.links });
    if (switched.kind === "changed") return answerPage(c, work, { ...stale, answer: await review(work, fields) });
    await handOver(services, work.firm, answer.links);
    return goOnTelling(c, services, PREFLIGHT_PATH, "switched");
  });
  app.post(`${REVIEW_PATH}/keep`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    await keepPsa(db, doerOf(work));
    psa.endBeside(work.firm.id);
    return c.redirect(PORTALS_PATH, 303);
  });

  function review({ firm, now }: AtWork, fields: Fields): Promise<ReviewAnswer> {
    return reviewSwitch({ db, now, firm, psa, waiting: "forPage" }, choicesIn(fields));
  }

  type Answered = { answer: ReviewAnswer; fields: Fields; isStale: boolean };

  function answerPage(c: AppContext, { frame, locale, now }: AtWork, { answer, fields, isStale }: Answered) {
    const say = reviewWords(locale);
    const { assets } = services;
    if (answer.kind === "nothing") {
      const actions = [{ label: say("to_portals"), href: PORTALS_PATH }];
      const words = { heading: say("nothing"), text: say("nothing_text"), actions };
      return noticePage(c, { assets, frame, status: isStale ? 422 : 200 }, words);
    }
    const choices = choiceFields(fields);
    const wasForgotten = isReadAnew(c, services);
    const model = presentReview({ answer, choices, isStale, wasForgotten, now, locale });
    return answerReview(c, services, { frame, model, path: reviewPath(REVIEW_PATH, choices), isStale });
  }
}

/** The gateways after a switch: the new one shows what the review listed until it is read anew, and of the old one nothing is kept. */
async function handOver({ db, psa }: OfficeServices, { id }: Firm, { current, pending }: PsaLinks): Promise<void> {
  const live = await inFirmRead(db, id, findConnection);
  if (pending && live) psa.takeOver(id, pending, live);
  if (current) await psa.forget(id, current.id);
}
