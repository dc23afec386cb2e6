// What a firm writes and settles about its portals' content: defaults, branding, template shapes, switches of one portal, updates,
// and what clients answer to the pulse. Keyed and guarded like the tables in tables.ts; their policies are in 0007.
import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Email } from "../../domain/email.ts";
import type { Template } from "../../domain/firm.ts";
import type { CompanyId, PortalId, ProjectId } from "../../domain/ids.ts";
import type { PulseEvery } from "../../domain/portal-defaults.ts";
import type { DisciplinePercent, UpdateState } from "../../domain/project-update.ts";
import type { StoredBlock } from "../../domain/template-shape.ts";
import type { VisibilitySwitchName } from "../../domain/visibility.ts";
import { changed, firmId, moment } from "./columns.ts";
import { portal, teamUser } from "./tables.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** What holds for every portal of the firm that settles nothing of its own. A firm without a row has the program's defaults. */
export const portalDefaults = pgTable(
  "portal_defaults",
  {
    firmId: firmId(),
    template: text("template").$type<Template>().notNull(),
    pulseEvery: text("pulse_every").$type<PulseEvery>().notNull(),
    /** The language of the portals, as a BCP 47 tag; null: each visitor's browser says. */
    locale: text("locale"),
    ...changed(),
  },
  (table) => [primaryKey({ columns: [table.firmId] })],
);

/** An uploaded picture, re-encoded: what is served is never the file that was sent. */
export const image = pgTable(
  "image",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    type: text("type").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    content: bytes("content").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.id] })],
);

/** How the firm looks and speaks at its portals. Null: the program's own. */
export const branding = pgTable(
  "branding",
  {
    firmId: firmId(),
    logoId: uuid("logo_id"),
    faviconId: uuid("favicon_id"),
    /** "#0d9488". */
    accent: text("accent"),
    /** Markdown. */
    welcome: text("welcome"),
    supportEmail: text("support_email").$type<Email>(),
    supportPhone: text("support_phone"),
    ...changed(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId] }),
    foreignKey({ columns: [table.firmId, table.logoId], foreignColumns: [image.firmId, image.id] }),
    foreignKey({ columns: [table.firmId, table.faviconId], foreignColumns: [image.firmId, image.id] }),
  ],
);

/** A template as the firm has changed it: every block in its order. A template without a row is as the program ships it. */
export const templateShape = pgTable(
  "template_shape",
  {
    firmId: firmId(),
    template: text("template").$type<Template>().notNull(),
    blocks: jsonb("blocks").$type<readonly StoredBlock[]>().notNull(),
    ...changed(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.template] })],
);

/** A switch that one portal settles for itself. Without a row the portal inherits the firm's. */
export const portalSwitch = pgTable(
  "portal_switch",
  {
    firmId: firmId(),
    portalId: uuid("portal_id").$type<PortalId>().notNull(),
    name: text("name").$type<VisibilitySwitchName>().notNull(),
    isOn: boolean("is_on").notNull(),
    ...changed(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.portalId, table.name] }),
    foreignKey({ columns: [table.firmId, table.portalId], foreignColumns: [portal.firmId, portal.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** A dated note of the firm about one project; its newest text. What it said before is in `update_version`. */
export const projectUpdate = pgTable(
  "project_update",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    companyId: text("company_id").$type<CompanyId>().notNull(),
    projectId: text("project_id").$type<ProjectId>().notNull(),
    /** The project's name when it was written, for lists that ask no PSA. */
    projectName: text("project_name").notNull(),
    /** Whom the client reads as its author. */
    authorName: text("author_name").notNull(),
    state: text("state").$type<UpdateState>().notNull(),
    datedOn: date("dated_on", { mode: "string" }).notNull(),
    /** Markdown. */
    body: text("body").notNull(),
    percents: jsonb("percents").$type<DisciplinePercent[]>().notNull(),
    /** Counts up with every change; who saves an older one is told. */
    version: integer("version").notNull(),
    createdAt: moment("created_at").notNull(),
    publishedAt: moment("published_at"),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    index("project_update_of_company").on(table.firmId, table.companyId, table.state),
  ],
);

/** Every state that an update was in: nothing of it is ever lost. */
export const updateVersion = pgTable(
  "update_version",
  {
    firmId: firmId(),
    updateId: uuid("update_id").notNull(),
    version: integer("version").notNull(),
    state: text("state").$type<UpdateState>().notNull(),
    datedOn: date("dated_on", { mode: "string" }).notNull(),
    body: text("body").notNull(),
    percents: jsonb("percents").$type<DisciplinePercent[]>().notNull(),
    /** What its photos showed, in their order. */
    photos: jsonb("photos").$type<string[]>().notNull().default([]),
    ...changed(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.updateId, table.version] }),
    foreignKey({
      columns: [table.firmId, table.updateId],
      foreignColumns: [projectUpdate.firmId, projectUpdate.id],
    }).onDelete("cascade"),
  ],
);

export const updatePhoto = pgTable(
  "update_photo",
  {
    firmId: firmId(),
    updateId: uuid("update_id").notNull(),
    imageId: uuid("image_id").notNull(),
    position: integer("position").notNull(),
    /** What the photo shows, for whoever cannot see it. */
    caption: text("caption").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.updateId, table.imageId] }),
    foreignKey({
      columns: [table.firmId, table.updateId],
      foreignColumns: [projectUpdate.firmId, projectUpdate.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [table.firmId, table.imageId], foreignColumns: [image.firmId, image.id] }),
  ],
);

/** What a client's person answered to "how is this project going", one to five. */
export const pulseAnswer = pgTable(
  "pulse_answer",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    portalId: uuid("portal_id").$type<PortalId>().notNull(),
    projectId: text("project_id").$type<ProjectId>().notNull(),
    projectName: text("project_name").notNull(),
    email: text("email").$type<Email>().notNull(),
    score: integer("score").notNull(),
    comment: text("comment").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({ columns: [table.firmId, table.portalId], foreignColumns: [portal.firmId, portal.id] }).onDelete(
      "cascade",
    ),
    index("pulse_answer_of_person").on(table.firmId, table.portalId, table.email, table.projectId, table.at),
  ],
);

/** Somebody of the firm looks at a portal as a contact would see it, for a quarter of an hour. */
export const preview = pgTable(
  "preview",
  {
    firmId: firmId(),
    id: uuid("id").notNull(),
    teamUserId: uuid("team_user_id").notNull(),
    portalId: uuid("portal_id").$type<PortalId>().notNull(),
    /** Null: a contact who does not exist yet. */
    email: text("email").$type<Email>(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({ columns: [table.firmId, table.portalId], foreignColumns: [portal.firmId, portal.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.firmId, table.teamUserId], foreignColumns: [teamUser.firmId, teamUser.id] }).onDelete(
      "cascade",
    ),
  ],
);
