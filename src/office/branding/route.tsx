import {
  type BrandingPicture,
  resetBranding,
  setBrandingPicture,
  setBrandingTexts,
} from "../../commands/set-branding.ts";
import { inFirmRead } from "../../data/database.ts";
import { readBranding } from "../../data/queries/branding.ts";
import { findBrandingImage } from "../../data/queries/images.ts";
import { type BrandingItem, brandingItems } from "../../domain/branding.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm, readUpload } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { pictureNamed, sendPicture } from "../../http/send-picture.ts";
import { type EncodedPicture, encodePicture } from "../../pictures/encode-picture.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { BRANDING_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { type BrandingInput, PICTURES_PATH, presentBranding, RESET_PATH } from "./present.ts";
import { settle, type TypedBranding, typedIn, typedOf } from "./typed.ts";
import { BrandingPage } from "./view.tsx";

/** Settings → Client Portals → Branding. Everybody of the team may look and try out, an admin saves. */
export function addBranding(app: App, services: OfficeServices): void {
  const { db } = services;
  app.get(BRANDING_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const isPreview = c.req.query("preview") !== undefined;
    const status = savedWords[c.req.query("saved") ?? ""] ?? null;
    return page(c, services, work, isPreview ? { isPreview, typed: typedIn(c.req.query()) } : { status });
  });
  app.post(BRANDING_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const typed = typedIn(await readForm(c));
    const saved = await inFirmRead(db, work.firm.id, readBranding);
    const { texts, problems } = settle(typed, saved);
    if (Object.keys(problems).length > 0) return page(c, services, work, { typed });
    await setBrandingTexts(db, doerOf(work), texts);
    return c.redirect(`${BRANDING_PATH}?saved=words`, 303);
  });
  app.post(`${BRANDING_PATH}/logo`, (c) => takePicture(c, services, "logo"));
  app.post(`${BRANDING_PATH}/favicon`, (c) => takePicture(c, services, "favicon"));
  app.post(RESET_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { item = "" } = await readForm(c);
    if (!isBrandingItem(item)) throw nothingHere();
    await resetBranding(db, doerOf(work), item);
    return c.redirect(`${BRANDING_PATH}?saved=reset`, 303);
  });
  app.get(`${PICTURES_PATH}/:file`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const named = pictureNamed(c.req.param("file"));
    const picture = named && (await inFirmRead(db, work.firm.id, (tx) => findBrandingImage(tx, named.id)));
    if (picture?.type !== named?.type || !picture) throw nothingHere();
    return sendPicture(c, picture, "private");
  });
}

const savedWords: Record<string, string> = {
  words: "Saved. Clients see it from their next page on.",
  picture: "Uploaded. Clients see it from their next page on.",
  reset: "Taken back. Clients see it from their next page on.",
};

const refusedWords: Record<Extract<EncodedPicture, { kind: "refused" }>["why"], string> = {
  too_large: "That file is larger than 5 MB. Save the picture smaller and upload it again.",
  too_many_pixels:
    "That picture has too many pixels. Save it with at most 8000 pixels in width and height and upload it again.",
  not_a_picture: "That file cannot be read as a picture. Save it as PNG, JPEG, WebP or SVG and upload it again.",
};

/** INVARIANT: who sends it is known before any of it is read. */
async function takePicture(c: AppContext, services: OfficeServices, which: BrandingPicture): Promise<Response> {
  const work = await enterOffice(c, services, "admin");
  if (work instanceof Response) return work;
  const { filesOf } = await readUpload(c);
  const [bytes] = await filesOf("picture");
  if (!bytes) {
    return page(c, services, work, { pictureProblem: { which, words: "Choose a file first, then upload it." } });
  }
  const picture = await encodePicture(bytes, { kind: which });
  if (picture.kind === "refused") {
    return page(c, services, work, { pictureProblem: { which, words: refusedWords[picture.why] } });
  }
  await setBrandingPicture(services.db, doerOf(work), { which, picture });
  return c.redirect(`${BRANDING_PATH}?saved=picture`, 303);
}

type Shown = Partial<Pick<BrandingInput, "typed" | "isPreview" | "status" | "pictureProblem">>;

/** The page with what was typed, or with what holds. What cannot count is said beside it, and the preview leaves it out. */
async function page(c: AppContext, services: OfficeServices, work: AtWork, shown: Shown): Promise<Response> {
  const saved = await inFirmRead(services.db, work.firm.id, readBranding);
  const typed: TypedBranding = shown.typed ?? typedOf(saved);
  const { texts, problems } = settle(typed, saved);
  const pictureProblem = shown.pictureProblem ?? null;
  const model = presentBranding({
    firm: work.firm,
    saved,
    typed,
    shown: { ...saved, ...texts },
    problems,
    pictureProblem,
    status: shown.status ?? null,
    isPreview: shown.isPreview ?? false,
    canChange: canChange(work),
  });
  const hasProblem = pictureProblem !== null || Object.keys(problems).length > 0;
  const status = hasProblem && !shown.isPreview ? 422 : 200;
  return renderPage(c, <BrandingPage assets={services.assets} frame={work.frame} model={model} />, status);
}

function isBrandingItem(text: string): text is BrandingItem {
  return brandingItems.some((item) => item === text);
}
