import { type CheckedAccess, checkAccess } from "../../access/check-access.ts";
import { inFirmRead } from "../../data/database.ts";
import { type PortalSession, readDoor } from "../../data/queries/read-door.ts";
import type { AppContext } from "../../http/env.ts";
import { visitorLocale } from "../../http/visitor-locale.ts";
import { keepBranding } from "../branding.ts";
import { factsOf } from "../enter.tsx";
import { firmOf } from "../frame.ts";
import { openLiveReading } from "../live-questions.ts";
import { listOwnPortals, type OwnPortal } from "../own-portals.ts";
import type { PortalServices } from "../services.ts";

export type Choice = { session: PortalSession; checked: CheckedAccess; portals: OwnPortal[]; locale: string };

/** Who is signed in at this firm's host and which portals are theirs right now; null when nobody is signed in. */
export async function loadChoice(c: AppContext, services: PortalServices): Promise<Choice | null> {
  const firm = firmOf(c);
  const now = services.clock.now();
  const sessionId = services.sessions.claimedId(c);
  const door = await inFirmRead(services.db, firm.id, (tx) =>
    readDoor(tx, { firmId: firm.id, slug: "", sessionId, now }),
  );
  keepBranding(c, door.branding);
  if (!door.session) return null;
  const facts = { ...factsOf(c, services, door), address: { kind: "not_asked" } as const };
  const reading = await openLiveReading(c, services, door);
  const checked = await checkAccess(
    { ...facts, now, firm, askedSlug: "", askedProjectId: null, context: null },
    reading.facts,
  );
  const portals = await listOwnPortals(services, firm.id, checked.facts);
  return { session: door.session, checked, portals, locale: visitorLocale(c, door.locale) };
}
