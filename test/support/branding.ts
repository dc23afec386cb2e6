import { resetBranding } from "../../src/commands/set-branding.ts";
import { brandingItems } from "../../src/domain/branding.ts";
import type { TwoFirms } from "./two-firms.ts";

/** North Studio's portals look as they ship again, whatever a test has uploaded and typed. */
export async function forgetBranding({ north, database, clock }: TwoFirms): Promise<void> {
  const doer = { firmId: north.firm.id, actor: "test", now: clock.now() };
  for (const item of brandingItems) await resetBranding(database.db, doer, item);
}
