import type { AppContext } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import type { OfficeFrame } from "../../ui/frame.ts";
import { reloadSoon } from "../reload.ts";
import type { OfficeServices } from "../services.ts";
import { findTold, goOnTelling, takeTold, tellAgain } from "../told.ts";
import type { ReviewModel } from "./present.ts";
import { ReviewPage } from "./view.tsx";

const READ_ANEW = "read_anew";

/** Whether somebody agreed to something here that is no longer known: the pages that follow say so until it is read again. */
export function isReadAnew(c: AppContext, services: OfficeServices): boolean {
  return findTold(c, services, [READ_ANEW]) !== null;
}

/**
 * Answers with what a switch, or a link, would do. `path`: where it stands, with what was chosen. `isStale`: it is the answer to
 * an agreement that was not carried out; where there is nothing to show yet, it leads to a page that can be loaded again.
 */
export function answerReview(
  c: AppContext,
  services: OfficeServices,
  { model, path, ...page }: { frame: OfficeFrame; model: ReviewModel; path: string; isStale: boolean },
): Response | Promise<Response> {
  const { frame, isStale } = page;
  if (model.isWaiting && isStale) return goOnTelling(c, services, path, READ_ANEW);
  if (model.isWaiting) {
    reloadSoon(c);
    tellAgain(c, services, [READ_ANEW]);
  } else takeTold(c, services, [READ_ANEW]);
  return renderPage(c, <ReviewPage assets={services.assets} frame={frame} model={model} />, isStale ? 422 : 200);
}
