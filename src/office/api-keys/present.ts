import type { ApiKeyRow } from "../../data/queries/api-keys.ts";
import type { FieldModel } from "../../ui/components/field.tsx";
import { formatAge } from "../../ui/format/age.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { API_KEYS_PATH } from "../frame.ts";

export type ApiKeysModel = {
  heading: string;
  lead: string;
  description: { label: string; href: string };
  create: { action: string; field: FieldModel; label: string };
  rows: KeyRow[];
  emptyText: string;
};

export type KeyRow = {
  id: string;
  name: string;
  madeBy: string;
  made: string;
  lastUsed: string;
  state: string;
  /** Null when the key has ended. */
  revoke: FormTarget | null;
};

export type ApiKeysInput = {
  keys: ApiKeyRow[];
  /** What was typed as a name that cannot be one; null when nothing was. */
  refusedName: string | null;
  now: Date;
  locale: string;
};

/** The firm's keys, those in force first. */
export function presentApiKeys({ keys, refusedName, now, locale }: ApiKeysInput): ApiKeysModel {
  const rows = keys.map((key) => presentRow(key, now, locale));
  return {
    heading: "API keys",
    lead: "With a key, a program of yours can ask who gets in where, and why not. It can change nothing. Whoever has the key can ask, so give each program its own.",
    description: { label: "What a program can ask", href: "/api/v1/openapi.json" },
    create: {
      action: API_KEYS_PATH,
      field: {
        name: "name",
        label: "What the key is for",
        hint: "For example: Help desk",
        problem: refusedName === null ? null : "Type a name of up to 80 characters.",
        value: refusedName ?? "",
      },
      label: "Create a key",
    },
    rows: [...rows.filter(({ revoke }) => revoke), ...rows.filter(({ revoke }) => !revoke)],
    emptyText: "No keys yet.",
  };
}

function presentRow(key: ApiKeyRow, now: Date, locale: string): KeyRow {
  const { id, name, createdBy, createdAt, lastUsedAt, revokedAt } = key;
  return {
    id,
    name,
    madeBy: createdBy,
    made: formatAge(createdAt, now, locale),
    lastUsed: lastUsedAt ? formatAge(lastUsedAt, now, locale) : "never",
    state: revokedAt ? `Revoked ${formatAge(revokedAt, now, locale)}` : "In force",
    revoke: revokedAt ? null : { action: `${API_KEYS_PATH}/${id}/revoke`, fields: {} },
  };
}
