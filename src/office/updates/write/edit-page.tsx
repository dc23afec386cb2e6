import { isWritable } from "../../../domain/project-update.ts";
import type { AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { renderPage } from "../../../http/render-page.ts";
import { BUSY_SECONDS } from "../../../pictures/encode-picture.ts";
import type { AtWork } from "../../enter.tsx";
import { idIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";
import { type PhotoRefusal, presentPhotos } from "../photos/present.ts";
import { Photos } from "../photos/view.tsx";
import { loadUpdate } from "./load.ts";
import { type Kept, presentEdit } from "./present.ts";
import { WritePage } from "./view.tsx";

/** `kept`: what was sent and could not be done; null where nothing was. `photo`: what was wrong with its photo, if anything. */
type Edit = { work: AtWork; kept: Kept | null; photo: PhotoRefusal | null };

/** The page of the update in the address, with what was typed and could not be kept. */
export async function editPage(c: AppContext, services: OfficeServices, { work, kept, photo }: Edit) {
  const found = await loadUpdate(services, work, idIn(c.req.param("id")));
  if (!found) throw nothingHere();
  const { update, photos } = found;
  const { member, locale } = work;
  // Something typed over a text that can be written on no longer stays in sight, and is kept nowhere.
  const isConflict = kept !== null && (kept.isConflict || (kept.typed !== null && !isWritable(update.state)));
  const now = services.clock.now();
  const model = presentEdit({ kept: kept && { ...kept, isConflict }, update, role: member.role, now, locale });
  const photosModel = presentPhotos({ update, photos, role: member.role, refusal: photo, locale });
  const isBusy = photo?.isBusy ?? false;
  if (isBusy) c.header("Retry-After", String(BUSY_SECONDS));
  return renderPage(
    c,
    <WritePage assets={services.assets} frame={work.frame} model={model}>
      {photosModel ? <Photos model={photosModel} /> : null}
    </WritePage>,
    kept === null ? 200 : isBusy ? 503 : 422,
  );
}
