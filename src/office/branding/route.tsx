import {
  type BrandingPicture,
  resetBranding,
  seenOf,
  setBrandingPicture,
  setBrandingTexts,
} from "../../commands/set-branding.ts";
import { inFirmRead } from "../../data/database.ts";
import { readBranding } from "../../data/queries/branding.ts";
import { findBrandingImage } from "../../data/queries/images.ts";
import { readPortalDefaults } from "../../data/queries/portal-defaults.ts";
import { type BrandingItem, brandingItems } from "../../domain/branding.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { isUploadTooLarge, readForm, readUpload } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { allowAskingAgain } from "../../http/safe-headers.ts";
import { pictureNamed, sendPicture } from "../../http/send-picture.ts";
import { visitorLocale } from "../../http/visitor-locale.ts";
import { BUSY_SECONDS, encodePicture } from "../../pictures/encode-picture.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { BRANDING_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { goOnTelling, takeTold } from "../told.ts";
import { type BrandingInput, PICTURES_PATH, presentBranding, RESET_PATH } from "./present.ts";
import { settle, type TypedBranding, typedIn, typedOf } from "./typed.ts";
import { BrandingPage } from "./view.tsx";
import { brandingWords } from "./words.ts";

/** Settings → Client Portals → Branding. Everybody of the team may look, an admin tries out and saves. */
export function addBranding(app: App, services: OfficeServices): void {
  const { db } = services;
  app.get(BRANDING_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const isPreview = c.req.query("preview") !== undefined;
    const saved = takeTold(c, services, savedThings);
    const status = saved && brandingWords(work.locale)(`saved_${saved}`);
    return page(
      c,
      services,
      work,
      isPreview ? { isPreview, typed: typedIn(c.req.query()), seen: c.req.query("seen") } : { status },
    );
  });
  app.post(BRANDING_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const form = await readForm(c);
    const typed = typedIn(form);
    const saved = await inFirmRead(db, work.firm.id, readBranding);
    const { texts, problems } = settle(typed, saved, work.locale);
    if (Object.keys(problems).length > 0) return page(c, services, work, { typed, seen: form.seen });
    const isSaved = await setBrandingTexts(db, doerOf(work), { texts, seen: form.seen ?? null });
    if (!isSaved) return page(c, services, work, { typed, isConflict: true });
    return goOnTelling(c, services, BRANDING_PATH, "words");
  });
  app.post(`${BRANDING_PATH}/logo`, (c) => takePicture(c, services, "logo"));
  app.post(`${BRANDING_PATH}/favicon`, (c) => takePicture(c, services, "favicon"));
  app.post(RESET_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { item = "" } = await readForm(c);
    if (!isBrandingItem(item)) throw nothingHere();
    await resetBranding(db, doerOf(work), item);
    return goOnTelling(c, services, BRANDING_PATH, "reset");
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

const savedThings = ["words", "picture", "reset"] as const;

/** INVARIANT: who sends it is known before any of it is read. */
async function takePicture(c: AppContext, services: OfficeServices, which: BrandingPicture): Promise<Response> {
  const work = await enterOffice(c, services, "admin");
  if (work instanceof Response) return work;
  const say = brandingWords(work.locale);
  if (isUploadTooLarge(c)) {
    return page(c, services, work, { pictureProblem: { which, words: say("too_large") }, isTooLarge: true });
  }
  const { filesOf } = await readUpload(c);
  const [bytes] = await filesOf("picture");
  if (!bytes) {
    return page(c, services, work, { pictureProblem: { which, words: say("no_file") } });
  }
  const picture = await encodePicture(bytes, { kind: which });
  if (picture.kind === "refused") {
    const isBusy = picture.why === "busy";
    return page(c, services, work, { pictureProblem: { which, words: say(picture.why) }, isBusy });
  }
  await setBrandingPicture(services.db, doerOf(work), { which, picture });
  return goOnTelling(c, services, BRANDING_PATH, "picture");
}

type Shown = Partial<Pick<BrandingInput, "typed" | "isPreview" | "status" | "pictureProblem">> & {
  /** The form says that it was opened on what held then (`seenOf`); without it, on what holds now. */
  seen?: string | undefined;
  /** Somebody else has saved meanwhile: nothing was. */
  isConflict?: boolean;
  /** The picture is larger than any form that is taken. */
  isTooLarge?: boolean;
  /** Nothing is wrong with the picture: others are being read, and it can be sent again later. */
  isBusy?: boolean;
};

/** The page with what was typed, or with what holds. What cannot count is said beside it, and the preview leaves it out. */
async function page(c: AppContext, services: OfficeServices, work: AtWork, shown: Shown): Promise<Response> {
  const { locale } = work;
  const { saved, defaults } = await inFirmRead(services.db, work.firm.id, async (tx) => ({
    saved: await readBranding(tx),
    defaults: await readPortalDefaults(tx),
  }));
  const typed: TypedBranding = shown.typed ?? typedOf(saved);
  const { texts, problems } = settle(typed, saved, locale);
  const pictureProblem = shown.pictureProblem ?? null;
  const model = presentBranding({
    firm: work.firm,
    saved,
    typed,
    shown: { ...saved, ...texts },
    problems,
    pictureProblem,
    seen: shown.seen ?? seenOf(saved),
    isConflict: shown.isConflict ?? false,
    status: shown.status ?? null,
    isPreview: shown.isPreview ?? false,
    canChange: canChange(work),
    locale,
    clientLocale: visitorLocale(c, defaults.locale),
  });
  const hasProblem = shown.isConflict || pictureProblem !== null || Object.keys(problems).length > 0;
  const refusal = shown.isTooLarge ? 413 : 422;
  const status = hasProblem && !shown.isPreview ? refusal : 200;
  allowAskingAgain(c);
  const shownPage = <BrandingPage assets={services.assets} frame={work.frame} model={model} />;
  if (!shown.isBusy) return renderPage(c, shownPage, status);
  c.header("Retry-After", String(BUSY_SECONDS));
  return renderPage(c, shownPage, 503);
}

function isBrandingItem(text: string): text is BrandingItem {
  return brandingItems.some((item) => item === text);
}
