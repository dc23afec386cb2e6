import { and, type Column, desc, eq, gt, isNotNull, isNull, lt, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ContactLimit, FirmRules } from "../../access/facts.ts";
import type { Branding } from "../../domain/branding.ts";
import type { Email } from "../../domain/email.ts";
import type { Portal } from "../../domain/firm.ts";
import type { FirmId, PortalId } from "../../domain/ids.ts";
import { type PulseEvery, programDefaults } from "../../domain/portal-defaults.ts";
import type { PsaConnection } from "../../domain/psa-connection.ts";
import type { ShownBlock } from "../../domain/template.ts";
import { shownBlocks } from "../../domain/template-shape.ts";
import { switchesAt, type TouchedSwitch } from "../../domain/visibility.ts";
import type { Envelope } from "../../lib/envelope.ts";
import { keptStatement, type Tx } from "../database.ts";
import { firm } from "../schema/columns.ts";
import { portalDefaults, portalSwitch, templateShape } from "../schema/content-tables.ts";
import { contactLimit, emailAlias } from "../schema/rescue-tables.ts";
import {
  connection,
  decision,
  portal,
  portalAccount,
  portalAddress,
  portalSession,
  teamUser,
  visibilitySwitch,
} from "../schema/tables.ts";
import { brandingOfFirm, toBranding } from "./branding.ts";
import { toPortal } from "./portals.ts";
import { type StoredShape, shapesOf } from "./template-shapes.ts";
import { newsOfPortal, toNews, type UpdateNews } from "./updates.ts";

/** What is needed to read a PSA. The token is sealed; see lib/envelope.ts. */
type StoredConnection = Pick<typeof connection.$inferSelect, keyof typeof connectionColumns>;

export type ConnectionRow = PsaConnection & {
  id: string;
  credential: Envelope | null;
  updatedAt: Date;
};

/** Everything our own storage knows about a request at a portal's address. */
export type Door = {
  /** Null for whoever is not signed in, whether a portal stands there or not. */
  found: { portal: Portal; isRetired: boolean } | null;
  session: PortalSession | null;
  connection: ConnectionRow | null;
  /** What the firm has settled about the session's email at this portal. */
  rules: FirmRules;
  /** The language that the firm has set for its portals; null: the visitor's browser says. */
  locale: string | null;
  branding: Branding;
  /** How often the firm asks its clients how it is going. */
  pulseEvery: PulseEvery;
  /** When this person was last let in here before the visit that is under way; null: not as far back as decisions are kept. */
  lastVisitAt: Date | null;
  /** Of every project of the portal's company the newest published update. Not everybody may see every project. */
  news: UpdateNews[];
};

export type PortalSession = { id: string; email: Email; expiresAt: Date; defaultPortalId: PortalId | null };

/** `email`: whom the firm asks about, in place of a session. */
type Asked = { firmId: FirmId; slug: string; now: Date } & ({ sessionId: string | null } | { email: Email });

/**
 * One statement for the hot path: the portal at this address, the session of this cookie, the firm's connection, and what
 * the firm has settled about the person.
 */
export async function readDoor(tx: Tx, asked: Asked): Promise<Door> {
  const { firmId, slug, now } = asked;
  const common = { firmId, slug, now, visitBegan: new Date(now.getTime() - VISIT_MS) };
  const [row] = await ("email" in asked
    ? doorOfEmail(tx).execute({ ...common, email: asked.email })
    : doorOfSession(tx).execute({ ...common, sessionId: asked.sessionId ?? "" }));
  const found =
    row?.portal && row.currentSlug !== null
      ? {
          portal: toPortal({ ...row, portal: row.portal, slug: row.currentSlug }),
          isRetired: row.isCurrent === false,
        }
      : null;
  return {
    found,
    session: row?.session && row.account ? { ...row.session, ...row.account } : null,
    connection: toConnection(row?.connection ?? null),
    locale: row?.locale ?? null,
    branding: toBranding(row?.branding),
    pulseEvery: row?.pulseEvery ?? programDefaults.pulseEvery,
    lastVisitAt: row?.lastVisitAt ?? null,
    news: toNews(row?.news),
    rules: {
      alias: row?.alias ?? null,
      limits: row?.limits ?? [],
      blocks: found ? blocksAt(found.portal, row?.shapes ?? []) : [],
      ...switchesAt(row?.switches ?? [], row?.ownSwitches ?? []),
      isTeamMember: Boolean(row?.teamUserId),
    },
  };
}

function blocksAt({ template }: Portal, stored: StoredShape[]): ShownBlock[] {
  return shownBlocks(shapesOf(stored)[template]);
}

// Named, so that each connection plans it once as well: planning takes longer than the answer.
const doorOfSession = keptStatement((tx) =>
  selectDoor(tx, {
    person: sql`${portalAccount.email}`,
    sessionId: given("sessionId", portalSession.id),
    isKnown: isNotNull(portalSession.id),
  }).prepare("door_of_session"),
);

/** In place of a session whoever is asked about. */
const doorOfEmail = keptStatement((tx) =>
  selectDoor(tx, {
    person: sql`${given("email", portalAccount.email)}`,
    sessionId: sql`''`,
    isKnown: sql`true`,
  }).prepare("door_of_email"),
);

/** What is put into the statement when it is sent, as this column takes it. */
function given(name: string, column: Column) {
  return sql.param(sql.placeholder(name), column);
}

/**
 * INVARIANT: for nobody in particular (`isKnown`) no portal is looked for, wherever they ask: the time of the answer would tell
 * whether one stands there.
 */
function selectDoor(tx: Tx, { person, sessionId, isKnown }: { person: SQL; sessionId: SQLWrapper; isKnown: SQL }) {
  const current = alias(portalAddress, "current_address");
  return tx
    .select({ ...doorColumns(tx, current.slug), lastVisitAt: lastVisitOf(tx, person) })
    .from(firm)
    .leftJoin(
      portalSession,
      and(
        eq(portalSession.firmId, firm.id),
        eq(portalSession.id, sessionId),
        gt(portalSession.expiresAt, given("now", portalSession.expiresAt)),
      ),
    )
    .leftJoin(
      portalAddress,
      and(eq(portalAddress.firmId, firm.id), eq(portalAddress.slug, given("slug", portalAddress.slug)), isKnown),
    )
    .leftJoin(portal, and(eq(portal.firmId, firm.id), eq(portal.id, portalAddress.portalId)))
    .leftJoin(current, and(eq(current.firmId, firm.id), eq(current.portalId, portal.id), eq(current.isCurrent, true)))
    .leftJoin(portalAccount, and(eq(portalAccount.firmId, firm.id), eq(portalAccount.id, portalSession.accountId)))
    .leftJoin(portalDefaults, eq(portalDefaults.firmId, firm.id))
    .leftJoin(connection, and(eq(connection.firmId, firm.id), eq(connection.state, "live")))
    .leftJoin(
      emailAlias,
      and(eq(emailAlias.firmId, firm.id), eq(emailAlias.email, person), isNull(emailAlias.revokedAt)),
    )
    .leftJoin(teamUser, and(eq(teamUser.firmId, firm.id), eq(teamUser.email, person)))
    .where(eq(firm.id, given("firmId", firm.id)));
}

/** Kind and settings were stored together, and belong to each other. */
export function toConnection(row: StoredConnection | null): ConnectionRow | null {
  return row as ConnectionRow | null;
}

/** The columns of a ConnectionRow. */
export const connectionColumns = {
  id: connection.id,
  kind: connection.kind,
  settings: connection.settings,
  credential: connection.credential,
  updatedAt: connection.updatedAt,
};

function doorColumns<Slug>(tx: Tx, currentSlug: Slug) {
  return {
    portal,
    defaultTemplate: portalDefaults.template,
    locale: portalDefaults.locale,
    pulseEvery: portalDefaults.pulseEvery,
    isCurrent: portalAddress.isCurrent,
    currentSlug,
    session: { id: portalSession.id, expiresAt: portalSession.expiresAt },
    account: { email: portalAccount.email, defaultPortalId: portalAccount.defaultPortalId },
    alias: { email: emailAlias.email, contactId: emailAlias.contactId, contactEmail: emailAlias.contactEmail },
    teamUserId: teamUser.id,
    limits: limitsOfPortal(tx),
    switches: switchesOfFirm(tx),
    shapes: shapesOfFirm(tx),
    branding: brandingOfFirm(tx),
    ownSwitches: switchesOfPortal(tx),
    connection: connectionColumns,
    news: newsOfPortal(tx),
  };
}

/** Loads within this time of one another are one visit. */
const VISIT_MS = 12 * 60 * 60_000;

function lastVisitOf(tx: Tx, person: SQL) {
  const rows = tx
    .select({ at: decision.at })
    .from(decision)
    .where(
      and(
        eq(decision.firmId, firm.id),
        eq(decision.email, person),
        eq(decision.portalId, portal.id),
        eq(decision.source, "visit"),
        eq(decision.outcome, "granted"),
        lt(decision.at, given("visitBegan", decision.at)),
      ),
    )
    .orderBy(desc(decision.at))
    .limit(1);
  return sql<Date | null>`(${rows})`.mapWith(decision.at);
}

/** The limits of the joined portal as one JSON value; null where there are none. */
function limitsOfPortal(tx: Tx) {
  const rows = tx
    .select({
      json: sql`json_agg(json_build_object('contactId', contact_id, 'projectIds', project_ids) order by contact_id)`,
    })
    .from(contactLimit)
    .where(and(eq(contactLimit.firmId, firm.id), eq(contactLimit.portalId, portal.id)));
  return sql<ContactLimit[] | null>`(${rows})`;
}

/** The firm's switches as one JSON value; null where none was touched. */
function switchesOfFirm(tx: Tx) {
  const rows = tx
    .select({ json: sql`json_agg(json_build_object('name', name, 'isOn', is_on))` })
    .from(visibilitySwitch)
    .where(eq(visibilitySwitch.firmId, firm.id));
  return sql<TouchedSwitch[] | null>`(${rows})`;
}

/** The templates that the firm has shaped as one JSON value; null where it has shaped none. */
function shapesOfFirm(tx: Tx) {
  const rows = tx
    .select({ json: sql`json_agg(json_build_object('template', template, 'blocks', blocks))` })
    .from(templateShape)
    .where(eq(templateShape.firmId, firm.id));
  return sql<StoredShape[] | null>`(${rows})`;
}

/** The switches that are set for the joined portal alone, in the same way. */
function switchesOfPortal(tx: Tx) {
  const rows = tx
    .select({ json: sql`json_agg(json_build_object('name', name, 'isOn', is_on) order by name)` })
    .from(portalSwitch)
    .where(and(eq(portalSwitch.firmId, firm.id), eq(portalSwitch.portalId, portal.id)));
  return sql<TouchedSwitch[] | null>`(${rows})`;
}
