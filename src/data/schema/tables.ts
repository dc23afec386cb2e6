// The tables that every load needs. Tenant tables have firm_id first in their primary key and in every foreign key; the row
// policies are in migrations/ (0001, 0003, 0005, 0007, 0009) and a test compares both against the running database.
import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Cause } from "../../access/causes.ts";
import { type Findings, type HealthSource, nothingFound } from "../../access/connection-health.ts";
import type { DecisionJson } from "../../access/decision-json.ts";
import type { Canary, HealthState, LargeClient } from "../../domain/connection-health.ts";
import type { Email } from "../../domain/email.ts";
import type { PortalState, Template } from "../../domain/firm.ts";
import type { CompanyId, PortalId } from "../../domain/ids.ts";
import type { PortalLanguage } from "../../domain/portal-language.ts";
import type { PsaConnection, PsaKind } from "../../domain/psa-connection.ts";
import type { VisibilitySwitchName } from "../../domain/visibility.ts";
import type { Envelope } from "../../lib/envelope.ts";
import { changed, firmId, moment } from "./columns.ts";

/**
 * How a firm's PSA is read. `live`: the portals read from it. `pending`: its successor, which is being reviewed beside it.
 * `disconnected`: nothing reads from it, and its token is gone.
 */
export type ConnectionState = "live" | "pending" | "disconnected";

export const connection = pgTable(
  "connection",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    kind: text("kind").$type<PsaKind>().notNull(),
    settings: jsonb("settings").$type<PsaConnection["settings"]>().notNull(),
    state: text("state").$type<ConnectionState>().notNull().default("live"),
    /** The token, sealed for this firm and row; null where the kind needs none, or it was taken away. */
    credential: jsonb("credential").$type<Envelope>(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    // One that counts, and one successor beside it.
    uniqueIndex("connection_one_current").on(table.firmId).where(sql`state <> 'pending'`),
    uniqueIndex("connection_one_pending").on(table.firmId).where(sql`state = 'pending'`),
  ],
);

/** How the reading of a connection goes, as it was seen last; one row for each connection that was ever asked. */
export const connectionHealth = pgTable(
  "connection_health",
  {
    firmId: firmId(),
    connectionId: uuid("connection_id").notNull(),
    state: text("state").$type<HealthState>().notNull(),
    /** Why it is not green. */
    cause: text("cause").$type<Cause>(),
    /** The same in the PSA's own words, for the firm alone. */
    detail: text("detail"),
    /** Who met it, and with which question. */
    source: text("source").$type<HealthSource>(),
    /** What each kind of question has found, and what the columns before are the worst of. */
    findings: jsonb("findings").$type<Findings>().notNull().default(nothingFound),
    /** By the last read of each, over this connection. */
    largeClients: jsonb("large_clients").$type<readonly LargeClient[]>().notNull().default([]),
    since: moment("since").notNull(),
    checkedAt: moment("checked_at").notNull(),
    lastGoodAt: moment("last_good_at"),
    organisation: text("organisation"),
    tokenOwner: text("token_owner"),
    canary: jsonb("canary").$type<Canary>(),
    /** What the admins were told last; they are told once of each change. */
    mailedState: text("mailed_state").$type<HealthState>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.connectionId] }),
    foreignKey({
      columns: [table.firmId, table.connectionId],
      foreignColumns: [connection.firmId, connection.id],
    }).onDelete("cascade"),
  ],
);

export const portal = pgTable(
  "portal",
  {
    firmId: firmId(),
    id: uuid("id").$type<PortalId>().notNull(),
    companyId: text("company_id").$type<CompanyId>().notNull(),
    companyName: text("company_name").notNull(),
    /** Null: the firm's default. */
    template: text("template").$type<Template>(),
    /** Null: the firm's setting for all portals. */
    language: text("language").$type<PortalLanguage>(),
    state: text("state").$type<PortalState>().notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.id] }), unique().on(table.firmId, table.companyId)],
);

/** Every address that a portal ever had. Exactly one of a portal's addresses is current; the others lead on to it. */
export const portalAddress = pgTable(
  "portal_address",
  {
    firmId: firmId(),
    slug: text("slug").notNull(),
    portalId: uuid("portal_id").$type<PortalId>().notNull(),
    isCurrent: boolean("is_current").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.slug] }),
    foreignKey({ columns: [table.firmId, table.portalId], foreignColumns: [portal.firmId, portal.id] }).onDelete(
      "cascade",
    ),
    uniqueIndex("portal_address_one_current").on(table.firmId, table.portalId).where(sql`is_current`),
  ],
);

/** A client's person: an email that was proved at a portal of this firm. What they may see is never stored here. */
export const portalAccount = pgTable(
  "portal_account",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    email: text("email").$type<Email>().notNull(),
    createdAt: moment("created_at").notNull(),
    /** Which portal `/` opens for somebody of several companies; null: they are asked. */
    defaultPortalId: uuid("default_portal_id").$type<PortalId>(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.id] }), unique().on(table.firmId, table.email)],
);

export const portalSession = pgTable(
  "portal_session",
  {
    firmId: firmId(),
    /** SHA-256 of the cookie's token: a copy of the table opens no session. */
    id: text("id").notNull(),
    accountId: uuid("account_id").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({
      columns: [table.firmId, table.accountId],
      foreignColumns: [portalAccount.firmId, portalAccount.id],
    }).onDelete("cascade"),
  ],
);

export const teamRoles = ["admin", "member", "viewer"] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Somebody of the firm. */
export const teamUser = pgTable(
  "team_user",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    email: text("email").$type<Email>().notNull(),
    role: text("role").$type<TeamRole>().notNull(),
    createdAt: moment("created_at").notNull(),
    /** Null for whoever has not signed in since this is kept. */
    lastSignedInAt: moment("last_signed_in_at"),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.id] }), unique().on(table.firmId, table.email)],
);

export const teamSession = pgTable(
  "team_session",
  {
    firmId: firmId(),
    id: text("id").notNull(),
    teamUserId: uuid("team_user_id").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({ columns: [table.firmId, table.teamUserId], foreignColumns: [teamUser.firmId, teamUser.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** One browser's attempt to prove an email by a mailed code. The two newest codes count; both are kept as keyed hashes. */
const proofColumns = {
  /** SHA-256 of the secret in the cookie of the browser that asked. */
  id: text("id").notNull(),
  email: text("email").$type<Email>().notNull(),
  codeHash: text("code_hash").notNull(),
  codeExpiresAt: moment("code_expires_at").notNull(),
  olderCodeHash: text("older_code_hash"),
  olderCodeExpiresAt: moment("older_code_expires_at"),
  wrongTries: integer("wrong_tries").notNull(),
  sentCount: integer("sent_count").notNull(),
  sentAt: moment("sent_at").notNull(),
  /** The path on the same host to go to afterwards. */
  nextPath: text("next_path").notNull(),
  expiresAt: moment("expires_at").notNull(),
};

export const portalProof = pgTable("portal_proof", { firmId: firmId(), ...proofColumns }, (table) => [
  primaryKey({ columns: [table.firmId, table.id] }),
]);

/** No tenant table: which firm somebody works for is known only after the proof. */
export const officeProof = pgTable("office_proof", { ...proofColumns }, (table) => [
  primaryKey({ columns: [table.id] }),
]);

/** Why somebody got in or not, at the moment it was decided. Kept 90 days. */
export const decision = pgTable(
  "decision",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    reference: text("reference"),
    at: moment("at").notNull(),
    source: text("source").$type<DecisionSource>().notNull(),
    portalId: uuid("portal_id").$type<PortalId>(),
    email: text("email"),
    outcome: text("outcome").$type<DecisionJson["outcome"]>().notNull(),
    cause: text("cause"),
    body: jsonb("body").$type<DecisionJson>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    unique().on(table.firmId, table.reference),
    index("decision_visits")
      .on(table.firmId, table.portalId, table.at)
      .where(sql`source = 'visit' and outcome = 'granted'`),
    index("decision_by_reference").on(table.reference),
    index("decision_at").on(table.at),
    index("decision_by_email").on(table.firmId, table.email, table.at),
  ],
);

/**
 * `visit`: a page was asked for. `sign_in`: an attempt to sign in ended with a page that refuses. `diagnose`: somebody at the
 * firm asked on behalf of the person; never counted as a visit.
 */
export type DecisionSource = "visit" | "sign_in" | "diagnose";

/** What was done, by whom: commands of the firm and reads of the PSA. Kept 90 days. */
export const audit = pgTable(
  "audit",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    at: moment("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: jsonb("subject").$type<Record<string, string | number | null>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.id] }), index("audit_at").on(table.at)],
);

/** What clients may see, firm-wide. A switch that was never touched has no row and stands as the program says. */
export const visibilitySwitch = pgTable(
  "visibility_switch",
  {
    firmId: firmId(),
    name: text("name").$type<VisibilitySwitchName>().notNull(),
    isOn: boolean("is_on").notNull(),
    ...changed(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.name] })],
);
