import type { Context, Hono } from "hono";
import type { Logger } from "pino";
import type { Branding } from "../domain/branding.ts";
import type { Firm } from "../domain/firm.ts";

/**
 * What every request carries into the pages. `firm` is the firm of the host; null at the office, which is all firms' own.
 * `origin`: our own name for the firm's host that the request came to, never what it claims. `portalLocale`: the language that
 * the firm has set for its portals; null where it has set none. `branding`: what is remembered of the firm's look.
 */
export type RequestFacts = {
  requestId: string;
  ip: string;
  isLoopback: boolean;
  log: Logger;
  firm: Firm | null;
  origin: string | null;
  portalLocale: string | null;
  branding: Branding;
};

/** `branding`: that of the firm whose portals these are, once it was read. */
export type AppEnv = { Bindings: RequestFacts; Variables: { branding?: Branding } };
export type AppContext = Context<AppEnv>;
export type App = Hono<AppEnv>;
