// What the firm settles about single people, and what is kept so that trouble is found and explained: approvals, limits,
// requests, mail evidence, codes by phone, the watch, keys for the API, hosts of the firm's own.
import { sql } from "drizzle-orm";
import {
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
import type { Outcome } from "../../access/decision.ts";
import type { Email } from "../../domain/email.ts";
import type { ContactId, PortalId, ProjectId } from "../../domain/ids.ts";
import type { Language } from "../../lib/locale.ts";
import { firmId, moment } from "./columns.ts";
import { portal } from "./tables.ts";

/** The firm's word that an email is a contact. Revoked ones stay on the list. */
export const emailAlias = pgTable(
  "email_alias",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    email: text("email").$type<Email>().notNull(),
    contactId: text("contact_id").$type<ContactId>().notNull(),
    contactEmail: text("contact_email").$type<Email>().notNull(),
    contactName: text("contact_name").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    revokedAt: moment("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    uniqueIndex("email_alias_one_in_force").on(table.firmId, table.email).where(sql`revoked_at is null`),
  ],
);

/** A contact whom the firm lets see only some projects at a portal, or none. */
export const contactLimit = pgTable(
  "contact_limit",
  {
    firmId: firmId(),
    portalId: uuid("portal_id").$type<PortalId>().notNull(),
    contactId: text("contact_id").$type<ContactId>().notNull(),
    contactName: text("contact_name").notNull(),
    projectIds: jsonb("project_ids").$type<ProjectId[]>().notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.portalId, table.contactId] }),
    foreignKey({ columns: [table.firmId, table.portalId], foreignColumns: [portal.firmId, portal.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Somebody at a closed door asked the firm for help. One at a time for a person. */
export const accessRequest = pgTable(
  "access_request",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    email: text("email").$type<Email>().notNull(),
    portalId: uuid("portal_id").$type<PortalId>(),
    askedSlug: text("asked_slug").notNull(),
    reference: text("reference").notNull(),
    createdAt: moment("created_at").notNull(),
    closedAt: moment("closed_at"),
    closedBy: text("closed_by"),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    uniqueIndex("access_request_one_open").on(table.firmId, table.email).where(sql`closed_at is null`),
  ],
);

export type MailKind = "code" | "access_open" | "access_request" | "drift" | "health";
export type MailState = "queued" | "accepted" | "refused" | "failed";

/** What became of a mail: evidence beside the person. Never what it said. Kept 90 days. */
export const mailRecord = pgTable(
  "mail_record",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    email: text("email").$type<Email>().notNull(),
    kind: text("kind").$type<MailKind>().notNull(),
    state: text("state").$type<MailState>().notNull(),
    /** The mail server's own words about a refusal. */
    words: text("words"),
    queuedAt: moment("queued_at").notNull(),
    settledAt: moment("settled_at"),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    index("mail_record_by_email").on(table.firmId, table.email, table.queuedAt),
  ],
);

/** A one-time code that an admin read out on the phone, kept as a keyed hash. */
export const rescueCode = pgTable(
  "rescue_code",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    email: text("email").$type<Email>().notNull(),
    codeHash: text("code_hash").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.id] }), unique().on(table.firmId, table.email)],
);

/** How somebody who had access stood at the last look. The drift watch compares with it. */
export const watchedAccess = pgTable(
  "watched_access",
  {
    firmId: firmId(),
    email: text("email").$type<Email>().notNull(),
    portalId: uuid("portal_id").$type<PortalId>().notNull(),
    outcome: text("outcome").$type<Outcome>().notNull(),
    cause: text("cause").$type<Cause>(),
    projects: integer("projects").notNull(),
    seenAt: moment("seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.email, table.portalId] }),
    foreignKey({ columns: [table.firmId, table.portalId], foreignColumns: [portal.firmId, portal.id] }).onDelete(
      "cascade",
    ),
  ],
);

export type DriftKind = "access_lost" | "psa_trouble" | "psa_sees_less";

/** Something that changed in the PSA and takes access away. The firm hears of it once; it ends when it is mended. */
export const drift = pgTable(
  "drift",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    kind: text("kind").$type<DriftKind>().notNull(),
    cause: text("cause").$type<Cause>().notNull(),
    /** Whom it is about; null for what concerns the PSA as a whole. */
    email: text("email").$type<Email>(),
    portalId: uuid("portal_id").$type<PortalId>(),
    /** What happened, as it was explained to the firm. */
    reason: text("reason").notNull(),
    /** The same in every language, for whoever opens the page; null where it was found before they were kept. */
    reasons: jsonb("reasons").$type<Record<Language, string>>(),
    projectsLost: integer("projects_lost").notNull(),
    foundAt: moment("found_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    index("drift_open").on(table.firmId, table.foundAt).where(sql`ended_at is null`),
  ],
);

/** The last look of the drift watch at a firm. Whoever moves `startedAt` on has the run; several nodes never share one. */
export const watchRun = pgTable(
  "watch_run",
  {
    firmId: firmId(),
    startedAt: moment("started_at").notNull(),
    finishedAt: moment("finished_at"),
    /** How many records the PSA showed; the measure for "suddenly sees less". */
    contacts: integer("contacts"),
    companies: integer("companies"),
    /** How many contacts there were before they suddenly became far fewer; null while all is well. */
    contactsBefore: integer("contacts_before"),
  },
  (table) => [primaryKey({ columns: [table.firmId] })],
);

/** A key for the API. Kept as SHA-256; the key itself is shown once. */
export const apiKey = pgTable(
  "api_key",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.id] }), unique().on(table.firmId, table.keyHash)],
);

export type CustomHostState = "pending" | "live";

/** A host of the firm's own under which its portals stand. Pending until name and certificate work. */
export const customHost = pgTable(
  "custom_host",
  {
    firmId: firmId(),
    host: text("host").notNull(),
    state: text("state").$type<CustomHostState>().notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.host] }),
    unique().on(table.firmId),
    // One host, one firm, on the whole installation.
    uniqueIndex("custom_host_host").on(table.host),
  ],
);
