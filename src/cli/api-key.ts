import { apiKeyName, createApiKey } from "../commands/create-api-key.ts";
import { revokeApiKey } from "../commands/revoke-api-key.ts";
import { inFirmRead } from "../data/database.ts";
import { listApiKeys } from "../data/queries/api-keys.ts";
import type { Firm } from "../domain/firm.ts";
import { drawApiKey } from "../identity/api-key.ts";
import { type Answer, columns, WrongUse } from "./answer.ts";
import { type CommandContext, requireFirm } from "./context.ts";

/** A new key for the API. What is printed here is the only time that anybody sees it. */
export async function apiKeyCreate(context: CommandContext, options: { firm: string; name: string }): Promise<Answer> {
  const name = apiKeyName(options.name);
  if (name === null) throw new WrongUse("--name must be between 1 and 80 characters");
  const firm = await requireFirm(context, options.firm);
  const { key, keyHash } = drawApiKey(firm.id);
  const id = await createApiKey(context.db, doerOf(context, firm), { name, keyHash });
  const lines = [key, "", "Store it now; it is not shown again.", `To end it: ${revokeCommand(firm, id)}`];
  return { json: { id, name, key }, lines };
}

/** Every key of the firm, those that were revoked too. */
export async function apiKeyList(context: CommandContext, options: { firm: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const keys = await inFirmRead(context.db, firm.id, listApiKeys);
  const listed = keys.map(({ id, name, createdAt, createdBy, lastUsedAt, revokedAt }) => ({
    id,
    name,
    createdBy,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
  const table = columns([
    ["ID", "NAME", "MADE BY", "LAST USED", "STATE"],
    ...listed.map((key) => [
      key.id,
      key.name,
      key.createdBy,
      key.lastUsedAt ?? "never",
      key.revokedAt ? "revoked" : "in force",
    ]),
  ]);
  return { json: { keys: listed }, lines: listed.length > 0 ? table : ["No keys."] };
}

/** Ends a key at once. */
export async function apiKeyRevoke(context: CommandContext, options: { firm: string; id: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const name = await revokeApiKey(context.db, doerOf(context, firm), options.id);
  if (name === null) throw new WrongUse("there is no such key in force; `prolens api-key list` shows all");
  return { json: { id: options.id, name }, lines: [`${name}: revoked`] };
}

function revokeCommand({ slug }: Firm, id: string): string {
  return `prolens api-key revoke --firm ${slug} --id ${id}`;
}

function doerOf({ now }: CommandContext, firm: Firm) {
  return { firmId: firm.id, actor: "command line", now };
}
