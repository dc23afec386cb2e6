import type { UpdatePhotoRow, UpdateRow } from "../../../data/queries/updates.ts";
import type { TeamRole } from "../../../data/schema/tables.ts";
import { isWritable, PHOTO_CAPTION_MAX, PHOTOS_MAX } from "../../../domain/project-update.ts";
import { LOCALE } from "../../../lib/locale.ts";
import type { FieldModel } from "../../../ui/components/field.tsx";
import { formatCount } from "../../../ui/format/number.ts";
import type { FormTarget } from "../../../ui/frame.ts";
import { UPDATES_PATH } from "../../frame.ts";

export type PhotosModel = {
  heading: string;
  lead: string | null;
  /** Why nothing was added or removed. */
  notice: string | null;
  photos: { src: string; caption: string; width: number; height: number; remove: FormTarget | null }[];
  form: { action: string; file: { hint: string; problem: string | null }; caption: FieldModel } | null;
};

/** What was wrong with what was sent; the caption as it was typed. */
export type PhotoRefusal = {
  caption: string;
  problems: { file?: string; caption?: string };
  notice: string | null;
};

export type PhotosInput = {
  update: Pick<UpdateRow, "id" | "state">;
  photos: UpdatePhotoRow[];
  role: TeamRole;
  refusal: PhotoRefusal | null;
};

/** The photos of an update, with what this member of the team may do to them; null when there is nothing to show. */
export function presentPhotos({ update, photos, role, refusal }: PhotosInput): PhotosModel | null {
  const path = `${UPDATES_PATH}/${update.id}/photos`;
  const canChange = isWritable(update.state) && role !== "viewer";
  // A caption that was typed stays in sight, even where no photo can be added any more.
  const hasForm = (canChange && photos.length < PHOTOS_MAX) || (refusal?.caption ?? "") !== "";
  if (photos.length === 0 && !hasForm && !refusal) return null;
  return {
    heading: "Photos",
    lead: canChange ? leadOf(photos.length) : null,
    notice: refusal?.notice ?? null,
    photos: photos.map(({ imageId, ...photo }) => ({
      src: `${path}/${imageId}.webp`,
      ...photo,
      remove: canChange ? { action: `${path}/${imageId}/remove#photos`, fields: {} } : null,
    })),
    form: hasForm ? formOf(`${path}#photos`, refusal) : null,
  };
}

function leadOf(count: number): string {
  if (count >= PHOTOS_MAX) return `That is all ${PHOTOS_MAX} that there is room for. Remove one to add another.`;
  return `Up to ${PHOTOS_MAX}, below the text. Save the text first: what is typed above and not saved is lost when a photo is added or removed.`;
}

function formOf(action: string, refusal: PhotoRefusal | null): PhotosModel["form"] {
  return {
    action,
    file: {
      hint: "PNG, JPEG, WebP or SVG of at most 8 MB. Place and camera are taken out of it.",
      problem: refusal?.problems.file ?? null,
    },
    caption: {
      name: "caption",
      label: "What the photo shows",
      hint: `The client reads it below the photo; who cannot see the photo hears it. Up to ${PHOTO_CAPTION_MAX} characters.`,
      problem: refusal?.problems.caption ?? null,
      value: refusal?.caption ?? "",
    },
  };
}

/** What to change about a caption, or null. */
export function captionProblem(caption: string): string | null {
  const length = [...caption].length;
  if (length === 0) return "Say what the photo shows, and choose the file once more.";
  if (length <= PHOTO_CAPTION_MAX) return null;
  return `This is ${formatCount(length, LOCALE)} characters long. Shorten it to ${PHOTO_CAPTION_MAX}, and choose the file once more.`;
}

/** Why a photo of an update that stands like this can neither be added nor removed. */
export function lockedNotice(state: UpdateRow["state"]): string {
  if (state === "withdrawn")
    return "This update is withdrawn, so its photos stay as they are. Put it back to draft first.";
  return "The client reads this update, so its photos stay as they are. Withdraw it first, and put it back to draft.";
}
