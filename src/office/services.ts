import type { Database } from "../data/database.ts";
import type { DecisionLog } from "../data/decision-log.ts";
import type { Firm } from "../domain/firm.ts";
import type { HostCookie } from "../identity/cookies.ts";
import type { RateLimits } from "../identity/rate-limits.ts";
import type { OfficeSessions } from "../identity/sessions.ts";
import type { Clock } from "../lib/clock.ts";
import type { Vault } from "../lib/vault.ts";
import type { Mailbox } from "../mail/mailbox.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { Connect } from "../psa/connect.ts";
import type { Psa } from "../psa/psa.ts";
import type { Hosts } from "../tenancy/place.ts";
import type { Assets } from "../ui/frame.ts";

/** What the firm's pages are given by `app.ts`. */
export type OfficeServices = {
  db: Database;
  clock: Clock;
  psa: Psa;
  /** For a connection that is not the stored one yet. */
  connect: Connect;
  /** Seals the tokens of connections. */
  vault: Vault;
  decisions: DecisionLog;
  sessions: OfficeSessions;
  proofCookie: HostCookie;
  /** What the next page says once (`told.ts`). */
  toldCookie: HostCookie;
  codeKey: Buffer;
  /** Seals the links in sign-in mails; and keeps the codes that are read out on the phone. */
  signInLinkKey: Buffer;
  phoneCodeKey: Buffer;
  limits: RateLimits;
  mailer: Mailer;
  /** The development mailbox, or null where mail is really sent. */
  mailbox: Mailbox | null;
  assets: Assets;
  /** A check of this firm's connection, at once. */
  checkNow: (firm: Firm) => Promise<unknown>;
  /** A look of the drift watch at this firm, at once; it goes on behind the page where that is longer than a page waits. */
  lookNow: (firm: Firm) => Promise<unknown>;
  /** The office's own address. */
  origin: string;
  /** For the tags of links that we mail (identity/link-tag). */
  linkKey: Buffer;
  /** The origin of a firm's portals in every link that we hand out: the firm's own host where it is live. */
  linkOrigin: (firm: Firm) => Promise<string>;
  /** Where the program stands, so that a pasted address can be read. */
  hosts: Hosts;
};
