// Puts a scenario's world on stage: a firm of its own in PostgreSQL with its portals, approvals, limits, team and records,
// its PSA in memory, and a browser in which the visitor is signed in.
import { randomUUID } from "node:crypto";
import { decide } from "../../src/access/decide.ts";
import { presentDecision } from "../../src/access/decision-json.ts";
import { factsOfVisit } from "../../src/access/scenarios/facts-of.ts";
import { calmWorld, type TroubleCause, type World, type WorldPsa } from "../../src/access/scenarios/world.ts";
import { connectPsa } from "../../src/commands/connect-psa.ts";
import { createFirm } from "../../src/commands/create-firm.ts";
import { createPortals } from "../../src/commands/create-portals.ts";
import { rotateAddress } from "../../src/commands/rotate-address.ts";
import { setPortalState } from "../../src/commands/set-portal-state.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import type { PsaFaultCode } from "../../src/connectors/errors.ts";
import type { Gap, PsaConnector } from "../../src/connectors/port.ts";
import { inFirmWrite } from "../../src/data/database.ts";
import type { Doer } from "../../src/data/queries/audit.ts";
import { contactLimit, emailAlias, mailRecord, watchRun } from "../../src/data/schema/rescue-tables.ts";
import { decision, teamUser } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Firm, Portal } from "../../src/domain/firm.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { drawToken } from "../../src/identity/secrets.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { createMemoryConnector, type MemoryRecords, noRecords } from "./memory-psa.ts";
import { openSession } from "./open-session.ts";
import { PORTAL_DOMAIN, startTestApp, type TestApp } from "./test-app.ts";
import { TestClock } from "./test-clock.ts";
import { Visitor } from "./visitor.ts";

export type Staged = { firm: Firm; portals: Portal[]; connector: PsaConnector | null; visitor: Visitor };

export type ScenarioStage = { app: TestApp; play: (world: World) => Promise<Staged>; stop: () => Promise<void> };

/** Starts the program with PSAs in memory; each world that is played gets a firm of its own. */
export async function openScenarioStage(): Promise<ScenarioStage> {
  const worlds = new Map<string, WorldPsa>();
  const clock = new TestClock();
  const connectorAt = (dir: string) => createMemoryConnector(() => recordsOf(worlds.get(dir)), clock);
  const app = await startTestApp({
    connect: (_, { kind, settings }) => {
      invariant(kind === "csv", "a scene's PSA is told as a folder");
      return { connector: connectorAt(settings.dir), budget: null };
    },
  });
  let played = 0;
  async function play(world: World): Promise<Staged> {
    played++;
    const slug = `scene-${played}`;
    const now = app.clock.now();
    const firm = await createFirm(app.database.db, {
      slug,
      name: "North Studio",
      admin: `a@${slug}.example` as Email,
      now,
    });
    invariant(firm, "each scene has a firm of its own");
    const doer = { firmId: firm.id, actor: "test", now };
    if (world.psa) {
      worlds.set(slug, world.psa);
      await connectPsa(app.database.db, doer, { kind: "csv", settings: { dir: slug } });
    }
    const portals = await openPortals(app, doer, world);
    await settle(app, doer, { world, portals });
    await record(app, doer, { world, portals });
    const visitor = await signedInVisitor(app, firm, world);
    return { firm, portals, connector: world.psa && connectorAt(slug), visitor };
  }
  return { app, play, stop: () => app.stop() };
}

const faultOf: Record<TroubleCause, PsaFaultCode> = {
  "psa.down": "unavailable",
  "psa.token_revoked": "auth_expired",
  "psa.token_sealed": "token_sealed",
  "psa.wrong_org": "forbidden",
  "psa.rate_limited": "rate_limited",
  "psa.partial": "partial",
  "psa.bad_answer": "invalid_response",
};

function recordsOf(psa: WorldPsa | undefined): MemoryRecords {
  if (!psa) return noRecords;
  const { companies, contacts, projects, gaps, trouble } = psa;
  return {
    ...noRecords,
    ...{ companies, contacts, projects },
    gaps: { people: gaps.people.map(gapOf), work: gaps.work.map(gapOf) },
    faults: { people: trouble.people && faultOf[trouble.people], work: trouble.work && faultOf[trouble.work] },
  };
}

function gapOf(text: string): Gap {
  const [place = "", ...message] = text.split(": ");
  return { place, message: message.join(": ") };
}

/** Each portal begins at its first address and is moved on to the others; the last is where it stands. */
async function openPortals({ database: { db } }: TestApp, doer: Doer, { portals }: World): Promise<Portal[]> {
  const opened: Portal[] = [];
  for (const { companyId, slug, earlierSlugs, state, template } of portals) {
    const [firstSlug = slug, ...laterSlugs] = [...earlierSlugs, slug];
    const name = calmWorld.psa?.companies.find(({ id }) => id === companyId)?.name ?? companyId;
    const made = await createPortals(db, doer, [{ company: { id: companyId, name }, template, slug: firstSlug }]);
    invariant(made.kind === "created" && made.portals[0], "each company has one portal");
    const [portal] = made.portals;
    for (const later of laterSlugs) await rotateAddress(db, doer, portal.id, later);
    if (state === "paused") await setPortalState(db, doer, portal.id, "paused");
    opened.push({ ...portal, slug, state });
  }
  return opened;
}

type Setting = { world: World; portals: Portal[] };

async function settle({ database: { db } }: TestApp, doer: Doer, { world, portals }: Setting): Promise<void> {
  const { firmId, now } = doer;
  await setVisibility(db, doer, { name: "cross_project", isOn: world.isCrossProject });
  await setVisibility(db, doer, { name: "fee", isOn: world.isFeeShown });
  const made = { firmId, contactName: "Jane Doe", createdAt: now, createdBy: "test" };
  await inFirmWrite(db, firmId, async (tx) => {
    if (world.alias) await tx.insert(emailAlias).values({ ...made, ...world.alias, id: randomUUID() });
    for (const { companyId, ...limit } of world.limits)
      await tx.insert(contactLimit).values({ ...made, ...limit, portalId: portalOf(portals, companyId).id });
    for (const email of world.team)
      await tx.insert(teamUser).values({ firmId, id: randomUUID(), email, role: "member", createdAt: now });
  });
}

function portalOf(portals: Portal[], companyId: CompanyId): Portal {
  const found = portals.find((portal) => portal.companyId === companyId);
  invariant(found, `the scene has a portal for ${companyId}`);
  return found;
}

/** What happened before: an hour ago, a second after each other. */
async function record({ database: { db } }: TestApp, doer: Doer, { world, portals }: Setting): Promise<void> {
  const { firmId, now } = doer;
  const { visitor, records, seesLess } = world;
  const body = presentDecision(decide(factsOfVisit(calmWorld)), null);
  await inFirmWrite(db, firmId, async (tx) => {
    if (seesLess) {
      const { before: contactsBefore, now: contacts } = seesLess;
      await tx.insert(watchRun).values({ firmId, startedAt: now, finishedAt: now, contacts, contactsBefore });
    }
    if (visitor.kind !== "signed_in") return;
    for (const [index, one] of records.entries()) {
      const at = new Date(now.getTime() - 3_600_000 + index * 1_000);
      const row = { firmId, id: randomUUID(), email: visitor.email };
      if (one.kind === "mail")
        await tx.insert(mailRecord).values({ ...row, kind: "code", state: one.state, words: one.words, queuedAt: at });
      else if (one.kind === "stopped")
        await tx.insert(decision).values({ ...row, at, source: "sign_in", outcome: "refused", cause: one.cause, body });
      else {
        const portalId = portalOf(portals, one.companyId).id;
        await tx.insert(decision).values({ ...row, at, source: "visit", portalId, outcome: "granted", body });
      }
    }
  });
}

async function signedInVisitor(app: TestApp, firm: Firm, { visitor: who }: World) {
  const visitor = new Visitor(app, `${firm.slug}.${PORTAL_DOMAIN}`);
  if (who.kind === "signed_in") await openSession(app, firm, { visitor, email: who.email });
  else if (who.kind === "nobody" && who.cause === "sess.expired") visitor.setCookie("prolens_portal", drawToken());
  return visitor;
}
