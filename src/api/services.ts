import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Database } from "../data/database.ts";
import type { DecisionLog } from "../data/decision-log.ts";
import type { Firm } from "../domain/firm.ts";
import type { AppEnv } from "../http/env.ts";
import type { RateLimits } from "../identity/rate-limits.ts";
import type { Clock } from "../lib/clock.ts";
import type { Psa } from "../psa/psa.ts";
import type { Hosts } from "../tenancy/place.ts";

/** What the API is given by `app.ts`. */
export type ApiServices = {
  db: Database;
  clock: Clock;
  psa: Psa;
  decisions: DecisionLog;
  limits: RateLimits;
  hosts: Hosts;
  /** The origin of a firm's portals in every link that we hand out. */
  linkOrigin: (firm: Firm) => Promise<string>;
};

/** Behind the key check every request has the firm whose key it is. */
export type ApiEnv = AppEnv & { Variables: { caller: Firm } };
export type ApiApp = OpenAPIHono<ApiEnv>;
