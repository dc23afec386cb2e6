import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { apiKey } from "../data/schema/rescue-tables.ts";

/** `keyHash`: the key in its stored form; the key itself never comes here. */
type NewApiKey = { name: string; keyHash: string };

const NAME_LENGTH_MAX = 80;

/** The name as it is kept, or null when the text cannot be one: nothing at all, too long, or with control characters. */
export function apiKeyName(typed: string): string | null {
  const name = typed.trim();
  return name !== "" && name.length <= NAME_LENGTH_MAX && !/\p{Cc}/u.test(name) ? name : null;
}

/** Keeps a new key for the API; it counts from now on. Returns its id, by which it is revoked. */
export async function createApiKey(db: Database, doer: Doer, { name, keyHash }: NewApiKey): Promise<string> {
  const { firmId, actor, now } = doer;
  const id = randomUUID();
  await inFirmWrite(db, firmId, async (tx) => {
    await tx.insert(apiKey).values({ firmId, id, name, keyHash, createdAt: now, createdBy: actor });
    await insertAudit(tx, doer, "api_key.create", { key: id, name });
  });
  return id;
}
