import type { Context } from "hono";
import { type Database, inFirmRead, inFirmWrite } from "../data/database.ts";
import {
  endPortalSession,
  endTeamSession,
  extendPortalSession,
  findPortalSession,
  findTeamSession,
  startPortalSession,
  startTeamSession,
} from "../data/queries/sessions.ts";
import type { TeamRole } from "../data/schema/tables.ts";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";
import type { Clock } from "../lib/clock.ts";
import { isUuid } from "../lib/uuid.ts";
import type { HostCookie } from "./cookies.ts";
import { drawToken, tokenId } from "./secrets.ts";

const DAY_MS = 86_400_000;
const PORTAL_LIFE_MS = 30 * DAY_MS;
const OFFICE_LIFE_MS = DAY_MS / 2;

export type SessionParts = { db: Database; clock: Clock; cookie: HostCookie };

/** Sessions of clients. One lives at one firm's host and counts nowhere else: it is looked up among that firm's rows only. */
export function portalSessions({ db, clock, cookie }: SessionParts) {
  return {
    /** The stored id of the session that this browser claims, or null. */
    claimedId: (c: Context): string | null => {
      const token = cookie.read(c);
      return token ? tokenId(token) : null;
    },
    async find(c: Context, firmId: FirmId): Promise<{ email: Email; expiresAt: Date } | null> {
      const token = cookie.read(c);
      return token ? inFirmRead(db, firmId, (tx) => findPortalSession(tx, tokenId(token), clock.now())) : null;
    },
    async start(c: Context, firmId: FirmId, email: Email): Promise<void> {
      const token = drawToken();
      const now = clock.now();
      const session = { firmId, id: tokenId(token), now, expiresAt: new Date(now.getTime() + PORTAL_LIFE_MS) };
      await inFirmWrite(db, firmId, (tx) => startPortalSession(tx, email, session));
      cookie.write(c, token, PORTAL_LIFE_MS);
    },
    /** Thirty days count from the last visit; the row is touched at most once a day. */
    async keepAlive(c: Context, firmId: FirmId, session: { id: string; expiresAt: Date }): Promise<void> {
      const token = cookie.read(c);
      const until = new Date(clock.now().getTime() + PORTAL_LIFE_MS);
      if (!token || until.getTime() - session.expiresAt.getTime() < DAY_MS) return;
      await inFirmWrite(db, firmId, (tx) => extendPortalSession(tx, session.id, until));
      cookie.write(c, token, PORTAL_LIFE_MS);
    },
    async end(c: Context, firmId: FirmId): Promise<void> {
      const token = cookie.read(c);
      if (token) await inFirmWrite(db, firmId, (tx) => endPortalSession(tx, tokenId(token)));
      cookie.clear(c);
    },
  };
}

export type PortalSessions = ReturnType<typeof portalSessions>;

/** Somebody of the firm's team who is signed in at the office. */
export type TeamMember = { firmId: FirmId; email: Email; role: TeamRole };

/** Sessions of the firm's team. The office has one host for all firms, so the cookie names the firm beside the token. */
export function officeSessions({ db, clock, cookie }: SessionParts) {
  const claimed = (c: Context): { firmId: FirmId; id: string } | null => {
    const [firmId = "", token] = (cookie.read(c) ?? "").split(".");
    return isUuid(firmId) && token ? { firmId: firmId as FirmId, id: tokenId(token) } : null;
  };
  return {
    async find(c: Context): Promise<TeamMember | null> {
      const claim = claimed(c);
      if (!claim) return null;
      const found = await inFirmRead(db, claim.firmId, (tx) => findTeamSession(tx, claim.id, clock.now()));
      return found ? { firmId: claim.firmId, ...found } : null;
    },
    /** False when this email is not in the firm's team. */
    async start(c: Context, firmId: FirmId, email: Email): Promise<boolean> {
      const token = drawToken();
      const now = clock.now();
      const session = { firmId, id: tokenId(token), now, expiresAt: new Date(now.getTime() + OFFICE_LIFE_MS) };
      const isStarted = await inFirmWrite(db, firmId, (tx) => startTeamSession(tx, email, session));
      if (isStarted) cookie.write(c, `${firmId}.${token}`, OFFICE_LIFE_MS);
      return isStarted;
    },
    async end(c: Context): Promise<void> {
      const claim = claimed(c);
      if (claim) await inFirmWrite(db, claim.firmId, (tx) => endTeamSession(tx, claim.id));
      cookie.clear(c);
    },
  };
}

export type OfficeSessions = ReturnType<typeof officeSessions>;
