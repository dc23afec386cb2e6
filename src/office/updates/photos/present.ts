import type { UpdatePhotoRow, UpdateRow } from "../../../data/queries/updates.ts";
import type { TeamRole } from "../../../data/schema/tables.ts";
import { isWritable, PHOTO_CAPTION_MAX, PHOTOS_MAX } from "../../../domain/project-update.ts";
import type { FieldModel } from "../../../ui/components/field.tsx";
import { formatCount } from "../../../ui/format/number.ts";
import { UPDATES_PATH } from "../../frame.ts";
import { words } from "./words.ts";

export type PhotosModel = {
  heading: string;
  lead: string | null;
  /** Why nothing was added or removed. */
  notice: string | null;
  photos: { src: string; caption: string; width: number; height: number; remove: RemoveModel | null }[];
  /** Where its buttons lead: to the photos, once the whole form is saved. */
  action: string;
  form: { file: { label: string; hint: string; problem: string | null }; caption: FieldModel; add: string } | null;
};

type RemoveModel = { id: string; label: string; about: string };

/** What was wrong with what was sent; the caption as it was typed. */
export type PhotoRefusal = {
  caption: string;
  problems: { file?: string; caption?: string };
  notice: string | null;
  /** Nothing is wrong with the photo: others are being read, and it can be sent again later. */
  isBusy?: boolean;
};

export type PhotosInput = {
  update: Pick<UpdateRow, "id" | "state">;
  photos: UpdatePhotoRow[];
  role: TeamRole;
  refusal: PhotoRefusal | null;
  locale: string;
};

/** The photos of an update, with what this member of the team may do to them; null when there is nothing to show. */
export function presentPhotos({ update, photos, role, refusal, locale }: PhotosInput): PhotosModel | null {
  const say = words(locale);
  const path = `${UPDATES_PATH}/${update.id}`;
  const canChange = isWritable(update.state) && role !== "viewer";
  // A caption that was typed stays in sight, even where no photo can be added any more.
  const hasForm = (canChange && photos.length < PHOTOS_MAX) || (refusal?.caption ?? "") !== "";
  if (photos.length === 0 && !hasForm && !refusal) return null;
  const max = formatCount(PHOTOS_MAX, locale);
  return {
    heading: say("heading"),
    lead: canChange ? say(photos.length >= PHOTOS_MAX ? "full" : "lead", { max }) : null,
    notice: refusal?.notice ?? null,
    photos: photos.map(({ imageId, caption, width, height }) => ({
      src: `${path}/photos/${imageId}.webp`,
      ...{ caption, width, height },
      remove: canChange ? { id: imageId, label: say("remove"), about: say("about", { caption }) } : null,
    })),
    action: `${path}#photos`,
    form: hasForm ? formOf(refusal, locale) : null,
  };
}

function formOf(refusal: PhotoRefusal | null, locale: string): PhotosModel["form"] {
  const say = words(locale);
  return {
    file: { label: say("photo"), hint: say("file_hint"), problem: refusal?.problems.file ?? null },
    caption: {
      name: "caption",
      label: say("caption"),
      hint: say("caption_hint", { max: formatCount(PHOTO_CAPTION_MAX, locale) }),
      problem: refusal?.problems.caption ?? null,
      value: refusal?.caption ?? "",
    },
    add: say("add"),
  };
}

/** Why a photo of an update that stands like this can neither be added nor removed; null where it can. */
export function lockedNotice(state: UpdateRow["state"], locale: string): string | null {
  if (isWritable(state)) return null;
  return words(locale)(state === "withdrawn" ? "locked_withdrawn" : "locked_published");
}

/** Why no photo can be added to an update that has all it can have. */
export function noRoomNotice(locale: string): string {
  return words(locale)("no_room", { max: formatCount(PHOTOS_MAX, locale) });
}
