// How the firm of this host looks and speaks, for the page under way: read with its door, or before a page that has none.
import type { MiddlewareHandler } from "hono";
import { inFirmRead } from "../data/database.ts";
import { readBranding } from "../data/queries/branding.ts";
import { type Branding, noBranding } from "../domain/branding.ts";
import type { Firm } from "../domain/firm.ts";
import type { AppContext, AppEnv } from "../http/env.ts";
import { firmOf } from "./frame.ts";
import type { PortalServices } from "./services.ts";

/** The pages that are shown without reading a door. */
const WITHOUT_DOOR = /^\/(?:sign-in|ask)(?:\/|$)/;

/** Reads the branding before pages that read no door; it is the same for everybody, whoever asks. */
export function readBrandingFirst({ db }: Pick<PortalServices, "db">): MiddlewareHandler<AppEnv> {
  return async function readBrandingBeforeDoorlessPages(c, next) {
    if (WITHOUT_DOOR.test(c.req.path)) keepBranding(c, await inFirmRead(db, firmOf(c).id, readBranding));
    await next();
  };
}

/** Keeps what a door has said, for whatever page comes of this request. */
export function keepBranding(c: AppContext, branding: Branding): void {
  c.set("branding", branding);
}

/** The firm's, where this request has read it; else the program's own. */
export function brandingOf(c: AppContext): Branding {
  return c.get("branding") ?? noBranding;
}

/** The firm with the address at which it wants its clients' questions. */
export function askableFirm(c: AppContext): Firm {
  return askableAs(firmOf(c), brandingOf(c));
}

/** The firm with its address for questions, where it has named one; else as it is. */
export function askableAs(firm: Firm, { supportEmail }: Branding): Firm {
  return { ...firm, contactEmail: supportEmail ?? firm.contactEmail };
}
