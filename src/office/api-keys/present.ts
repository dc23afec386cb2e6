import type { ApiKeyRow } from "../../data/queries/api-keys.ts";
import { type CopyLabels, copyLabels } from "../../ui/components/copy-words.ts";
import type { FieldModel } from "../../ui/components/field.tsx";
import { formatAge } from "../../ui/format/age.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { API_KEYS_PATH } from "../frame.ts";
import { frameWords } from "../frame-words.ts";
import { apiKeyWords } from "./words.ts";

export type ApiKeysModel = {
  heading: string;
  lead: string;
  description: { label: string; href: string };
  create: { action: string; field: FieldModel; label: string };
  columns: Record<"key" | "madeBy" | "made" | "lastUsed" | "state", string>;
  actionsLabel: string;
  rows: KeyRow[];
  revokeLabel: string;
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
  revoke: { target: FormTarget; about: string } | null;
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
  const say = apiKeyWords(locale);
  const rows = keys.map((key) => presentRow(key, now, locale));
  return {
    heading: say("heading"),
    lead: say("lead"),
    description: { label: say("description"), href: "/api/v1/openapi.json" },
    create: {
      action: API_KEYS_PATH,
      field: {
        name: "name",
        label: say("name"),
        hint: say("name_hint"),
        problem: refusedName === null ? null : say("name_problem"),
        value: refusedName ?? "",
      },
      label: say("create"),
    },
    columns: {
      key: say("col_key"),
      madeBy: say("col_made_by"),
      made: say("col_made"),
      lastUsed: say("col_used"),
      state: say("col_state"),
    },
    rows: [...rows.filter(({ revoke }) => revoke), ...rows.filter(({ revoke }) => !revoke)],
    actionsLabel: frameWords(locale)("row_actions"),
    revokeLabel: say("revoke"),
    emptyText: say("empty"),
  };
}

function presentRow(key: ApiKeyRow, now: Date, locale: string): KeyRow {
  const say = apiKeyWords(locale);
  const { id, name, createdBy, createdAt, lastUsedAt, revokedAt } = key;
  return {
    id,
    name,
    madeBy: createdBy,
    made: formatAge(createdAt, now, locale),
    lastUsed: lastUsedAt ? formatAge(lastUsedAt, now, locale) : say("never"),
    state: revokedAt ? say("revoked", { when: formatAge(revokedAt, now, locale) }) : say("in_force"),
    revoke: revokedAt
      ? null
      : { target: { action: `${API_KEYS_PATH}/${id}/revoke`, fields: {} }, about: say("the_key", { name }) },
  };
}

export type NewKeyModel = {
  heading: string;
  lead: string;
  name: string;
  text: string;
  key: { label: string; value: string; labels: CopyLabels };
  done: Link;
};

/** The one time that a key is shown. */
export function presentNewKey({ name, apiKey, locale }: { name: string; apiKey: string; locale: string }): NewKeyModel {
  const say = apiKeyWords(locale);
  return {
    heading: say("new_heading"),
    lead: say("new_for"),
    name,
    text: say("new_text"),
    key: { label: say("new_label", { name }), value: apiKey, labels: copyLabels(locale) },
    done: { label: say("stored"), href: API_KEYS_PATH },
  };
}
