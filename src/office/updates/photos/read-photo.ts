import type { NewPhoto } from "../../../commands/change-photos.ts";
import { PHOTO_CAPTION_MAX } from "../../../domain/project-update.ts";
import type { Upload } from "../../../http/read-form.ts";
import { encodePicture } from "../../../pictures/encode-picture.ts";
import { formatCount } from "../../../ui/format/number.ts";
import type { PhotoRefusal } from "./present.ts";
import { words } from "./words.ts";

/** What a form says of one more photo: none, one to keep, or one that cannot be kept. */
type SentPhoto = { kind: "none" } | { kind: "photo"; photo: NewPhoto } | { kind: "refused"; refusal: PhotoRefusal };

export const noPhoto: SentPhoto = { kind: "none" };

/** The photo in a form of an update. It is one as soon as a file, a caption or the button for it says so. */
export async function readPhoto({ fields, filesOf }: Upload, locale: string): Promise<SentPhoto> {
  const say = words(locale);
  const caption = (fields.caption ?? "").replaceAll("\0", "").replace(/\s+/g, " ").trim();
  const [bytes] = await filesOf("photo");
  if (!bytes && caption === "" && fields.add_photo === undefined) return noPhoto;
  const captionProblem = problemOf(caption, locale);
  const refuse = (problems: PhotoRefusal["problems"], isBusy = false): SentPhoto => ({
    kind: "refused",
    refusal: { caption, problems, notice: null, isBusy },
  });
  if (!bytes || captionProblem !== null) {
    return refuse({
      ...(captionProblem !== null && { caption: captionProblem }),
      ...(!bytes && { file: say("no_file") }),
    });
  }
  const picture = await encodePicture(bytes, { kind: "photo" });
  if (picture.kind === "refused") return refuse({ file: say(picture.why) }, picture.why === "busy");
  return { kind: "photo", photo: { picture, caption } };
}

/**
 * What the page says of a photo that was not kept, whatever the reason; null where there is nothing to say. `notice`: why no
 * photo can be added or removed. A browser sends a file once, so that it has to be chosen again.
 */
export function refusedPhoto(sent: SentPhoto, notice: string | null, locale: string): PhotoRefusal | null {
  if (sent.kind === "refused") return sent.refusal;
  if (sent.kind === "none") return notice === null ? null : { caption: "", problems: {}, notice };
  const problems = notice === null ? { file: words(locale)("choose_again") } : {};
  return { caption: sent.photo.caption, problems, notice };
}

function problemOf(caption: string, locale: string): string | null {
  const length = [...caption].length;
  if (length === 0) return words(locale)("no_caption");
  if (length <= PHOTO_CAPTION_MAX) return null;
  const sizes = { length: formatCount(length, locale), max: formatCount(PHOTO_CAPTION_MAX, locale) };
  return words(locale)("long_caption", sizes);
}
