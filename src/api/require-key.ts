// Who may ask: whoever shows a key of the firm. Nothing else about a request counts, cookies least of all.
import type { MiddlewareHandler } from "hono";
import { inFirmRead, inFirmWrite } from "../data/database.ts";
import { findApiKey, noteApiKeyUse } from "../data/queries/api-keys.ts";
import type { Firm } from "../domain/firm.ts";
import { networkOf } from "../http/client-ip.ts";
import { type Answering, answerProblem } from "../http/problem.ts";
import { claimOfKey } from "../identity/api-key.ts";
import type { ApiEnv, ApiServices } from "./services.ts";
import { tooManyRequests } from "./too-many-requests.ts";

const NOTED_EVERY_MS = 60_000;

/** Lets a request on that shows a key in force; every other one gets the same answer after the same work. */
export function requireKey(services: ApiServices): MiddlewareHandler<ApiEnv> {
  return async function requireApiKey(c, next) {
    const found = await findKey(services, c.req.header("authorization") ?? "");
    if (!found) return refuse(c, services);
    const waitMs = await services.limits.take("api_with_key", `${found.firm.id} ${found.id}`);
    if (waitMs > 0) return tooManyRequests(c, waitMs);
    c.set("caller", found.firm);
    return next();
  };
}

type Found = { id: string; firm: Firm };

async function findKey({ db, clock }: ApiServices, header: string): Promise<Found | null> {
  const { firmId, keyHash } = claimOfKey(/^Bearer +(\S+)$/i.exec(header)?.[1] ?? "");
  const found = await inFirmRead(db, firmId, (tx) => findApiKey(tx, keyHash));
  if (!found) return null;
  const now = clock.now();
  const notedBefore = new Date(now.getTime() - NOTED_EVERY_MS);
  if (!found.lastUsedAt || found.lastUsedAt < notedBefore)
    await inFirmWrite(db, firmId, (tx) => noteApiKeyUse(tx, found.id, now, notedBefore));
  return found;
}

/** Wrong keys use up an allowance of their network; a right key from there is never stopped by it. */
async function refuse(c: Answering, { limits }: ApiServices): Promise<Response> {
  const waitMs = await limits.take("api_failures_from_network", networkOf(c.env.ip));
  if (waitMs > 0) return tooManyRequests(c, waitMs);
  c.header("WWW-Authenticate", 'Bearer realm="ProLens API"');
  return answerProblem(c, {
    code: "no_valid_key",
    status: 401,
    title: "No valid API key",
    detail: "Send a key of your firm as `Authorization: Bearer …`. An admin makes one in Settings → API keys.",
  });
}
