import { isWritable } from "../../../domain/project-update.ts";
import type { AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { renderPage } from "../../../http/render-page.ts";
import type { AtWork } from "../../enter.tsx";
import { idIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";
import { type PhotoRefusal, presentPhotos } from "../photos/present.ts";
import { Photos } from "../photos/view.tsx";
import { loadUpdate } from "./load.ts";
import { type EditInput, presentEdit } from "./present.ts";
import { WritePage } from "./view.tsx";

/** `photo`: what was wrong with the photo that was sent or removed, if that is what was done. */
type Edit = Pick<EditInput, "typed" | "problems" | "isConflict"> & { work: AtWork; photo: PhotoRefusal | null };

/** The page of the update in the address, with what was typed and could not be kept. */
export async function editPage(c: AppContext, services: OfficeServices, { work, photo, ...edit }: Edit) {
  const found = await loadUpdate(services, work, idIn(c.req.param("id")));
  if (!found) throw nothingHere();
  const { update, photos } = found;
  const { role } = work.member;
  // Something typed over a text that can be written on no longer stays in sight, and is kept nowhere.
  const isRefused = edit.isConflict || photo !== null || Object.keys(edit.problems).length > 0;
  const isConflict = edit.isConflict || (edit.typed !== null && !isWritable(update.state));
  const model = presentEdit({ ...edit, isConflict, update, role });
  const photosModel = presentPhotos({ update, photos, role, refusal: photo });
  return renderPage(
    c,
    <WritePage assets={services.assets} frame={work.frame} model={model}>
      {photosModel ? <Photos model={photosModel} /> : null}
    </WritePage>,
    isRefused ? 422 : 200,
  );
}
