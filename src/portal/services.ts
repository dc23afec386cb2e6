import type { Database } from "../data/database.ts";
import type { DecisionLog } from "../data/decision-log.ts";
import type { AccessRequest } from "../data/queries/requests.ts";
import type { Firm } from "../domain/firm.ts";
import type { HostCookie } from "../identity/cookies.ts";
import type { RateLimits } from "../identity/rate-limits.ts";
import type { PortalSessions } from "../identity/sessions.ts";
import type { Clock } from "../lib/clock.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { Psa } from "../psa/psa.ts";
import type { Assets } from "../ui/frame.ts";

/** What the client's pages are given by `app.ts`. */
export type PortalServices = {
  db: Database;
  clock: Clock;
  psa: Psa;
  decisions: DecisionLog;
  sessions: PortalSessions;
  proofCookie: HostCookie;
  codeKey: Buffer;
  /** Seals the links in sign-in mails; and keeps the codes that are read out on the phone. */
  signInLinkKey: Buffer;
  phoneCodeKey: Buffer;
  limits: RateLimits;
  mailer: Mailer;
  assets: Assets;
  /** Where the firm's own team works. */
  officeUrl: URL;
  /** For the tags of links that we mail (identity/link-tag). */
  linkKeys: Buffer[];
  /** Tells the firm that somebody asks for help; returns at once. */
  tellFirm: (firm: Firm, request: AccessRequest) => void;
};
