import type { ContentSettings } from "../access/newly-exposed.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import { readContentSettings } from "../data/queries/content-settings.ts";
import { type PsaLinks, readPsaLinks } from "../data/queries/psa-links.ts";
import { readSettled, type Settled } from "../data/queries/settled.ts";
import { type LastAccess, listLastAccess } from "../data/queries/watch.ts";
import type { Firm } from "../domain/firm.ts";
import type { Psa } from "../psa/psa.ts";
import type { Waiting } from "../psa/read-everything.ts";

export type ReviewParts = { db: Database; now: Date; firm: Firm; psa: Psa; waiting: Waiting };

export type Records = {
  links: PsaLinks;
  settled: Settled;
  lastAccess: LastAccess[];
  /** What settles which fields the portals show, whichever PSA is read. */
  content: ContentSettings;
};

/** How long somebody who got in counts as somebody who has access, where a PSA cannot say. */
const HAD_ACCESS_MS = 90 * 86_400_000;

/** Our own records about portals and people, all of one moment. */
export function readRecords({ db, now, firm }: Omit<ReviewParts, "waiting">): Promise<Records> {
  return inFirmRead(db, firm.id, async (tx) => ({
    links: await readPsaLinks(tx),
    settled: await readSettled(tx),
    lastAccess: await listLastAccess(tx, new Date(now.getTime() - HAD_ACCESS_MS)),
    content: await readContentSettings(tx),
  }));
}
