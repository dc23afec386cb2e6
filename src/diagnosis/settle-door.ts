import { type Database, inFirmRead } from "../data/database.ts";
import { findCustomHost } from "../data/queries/custom-hosts.ts";
import { readDoor } from "../data/queries/read-door.ts";
import type { Email } from "../domain/email.ts";
import type { Firm } from "../domain/firm.ts";
import { isGuessedPath } from "../domain/slug.ts";
import type { DoorAsked } from "./door-asked.ts";
import { doorOfPath } from "./door-of-url.ts";

type Parts = { db: Database; firm: Firm; now: Date };

/** Where the pages lead on, so does the question: from the firm's own host, and from paths that people guess. */
export async function settleDoor(parts: Parts, email: Email, asked: DoorAsked): Promise<DoorAsked> {
  const door = asked.kind === "nowhere" ? await doorAtOwnHost(parts, asked) : asked;
  if (door.kind !== "slug") return door;
  // As the pages do: PostgreSQL takes no NUL in a text.
  const slug = door.slug.toLowerCase().replaceAll("\0", "\uFFFD");
  if (isGuessedPath(slug) && !(await isPortalAt(parts, email, slug))) return { kind: "own" };
  return { ...door, slug };
}

async function doorAtOwnHost({ db, firm }: Parts, asked: Extract<DoorAsked, { kind: "nowhere" }>): Promise<DoorAsked> {
  const url = URL.canParse(asked.typed) ? new URL(asked.typed) : null;
  const own = url && (await inFirmRead(db, firm.id, findCustomHost));
  return url && own?.host === url.host ? doorOfPath(url.pathname) : asked;
}

async function isPortalAt({ db, firm, now }: Parts, email: Email, slug: string): Promise<boolean> {
  const { found } = await inFirmRead(db, firm.id, (tx) => readDoor(tx, { firmId: firm.id, slug, email, now }));
  return found !== null;
}
