// The two firms of the isolation proof, the ways to ask for everything in them, and whose marks are whose.
import { eq } from "drizzle-orm";
import { createPortals } from "../../src/commands/create-portals.ts";
import { rotateAddress } from "../../src/commands/rotate-address.ts";
import { inFirmWrite } from "../../src/data/database.ts";
import { preview } from "../../src/data/schema/content-tables.ts";
import { teamUser } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { type Side, startTwoFirms, type TwoFirms } from "./two-firms.ts";
import type { Fill, Fills } from "./walk.ts";

export const sides: Side[] = ["north", "south"];
const companies = ["acme", "birch", "cedar"];

export function other(side: Side): Side {
  return side === "north" ? "south" : "north";
}

/** Both firms, each with an earlier address that leads on and a portal of an archived company. */
export async function startIsolatedFirms(): Promise<TwoFirms> {
  const firms = await startTwoFirms();
  for (const side of sides) {
    const { firm, portals } = firms[side];
    const doer = { firmId: firm.id, actor: "test", now: firms.clock.now() };
    const cedar = portals.get("c-cedar");
    if (cedar) await rotateAddress(firms.database.db, doer, cedar.id, `cedar-${side}mark-new`);
    await previewAcme(firms, side);
    const dune = { id: "c-dune" as CompanyId, name: `Dune ${side.toUpperCase()}MARK` };
    await createPortals(firms.database.db, doer, [{ company: dune, template: "owner" }]);
  }
  return firms;
}

/** A preview that the firm's admin has under way; its id is known to the table below, for it is that of the portal. */
async function previewAcme({ database, clock, ...firms }: TwoFirms, side: Side): Promise<void> {
  const { firm, portals, admin } = firms[side];
  const portalId = portals.get("c-acme")?.id;
  invariant(portalId, "the sample has a portal for Acme");
  await inFirmWrite(database.db, firm.id, async (tx) => {
    const [user] = await tx.select().from(teamUser).where(eq(teamUser.email, admin));
    invariant(user, "the firm has its admin");
    const times = { createdAt: clock.now(), expiresAt: new Date(clock.now().getTime() + 900_000) };
    const email = `jane@acme.${side}.example` as Email;
    await tx.insert(preview).values({ firmId: firm.id, id: portalId, teamUserId: user.id, portalId, email, ...times });
  });
}

export const slugs = sides.flatMap((side) => [
  ...companies.map((company) => `${company}-${side}mark`),
  `cedar-${side}mark-new`,
  `dune-${side}mark`,
]);
export const projectIds = ["p-1", "p-3", "p-4", "p-x"];

export function signInFills(nexts: string[], emails: string[]): Fills {
  const echo = [...nexts, ...emails];
  return {
    "GET /sign-in": nexts.map((next) => ({ path: `/sign-in?next=${encodeURIComponent(next)}` })),
    "POST /sign-in": emails.map((email, index) => ({
      path: "/sign-in",
      form: { email, next: nexts[index % nexts.length] ?? "/" },
    })),
    "GET /sign-in/code": [{ path: "/sign-in/code", echo }],
    "POST /sign-in/code": [{ path: "/sign-in/code", form: { code: "123456" }, echo }],
    "POST /sign-in/resend": [{ path: "/sign-in/resend", echo }],
    "GET /sign-in/link": ["x", "", "A".repeat(120)].map((token) => ({ path: `/sign-in/link?t=${token}` })),
    "POST /sign-in/link": [{ path: "/sign-in/link", form: { t: "A".repeat(120) } }],
    "POST /sign-out": nexts.slice(0, 1).map((next) => ({ path: "/sign-out", form: { next } })),
  };
}

// Nobody signs in with these below: an email is sent only so many codes.
export const emails = sides.flatMap((side) => [`di@dune.${side}.example`, "not an email"]);

/** How every page of the portals is asked for. */
export function portalFills(): Fills {
  const homes: Fill[] = [...slugs, "no-such-portal"].map((slug) => ({ path: `/${slug}` }));
  return {
    ...signInFills(["/acme-northmark", "/acme-southmark"], emails),
    "GET /": [{ path: "/" }, { path: "/?portal=acme-northmark" }, { path: "/?choose=1" }],
    // Nothing is chosen here, or every later "/" would lead away.
    "POST /default": ["", "no-such-portal"].map((portal) => ({ path: "/default", form: { portal } })),
    "GET /ask": ["/ask", "/ask?asked=again&next=%2Facme-northmark"].map((path) => ({ path })),
    "POST /ask": ["/acme-northmark", "/acme-southmark"].map((next) => ({
      path: "/ask",
      form: { reference: "PL-7K3M-9Q", next },
    })),
    "GET /images/:file": ["none.webp", "00000000-0000-4000-8000-000000000000.png"].map((file) => ({
      path: `/images/${file}`,
    })),
    "GET /:portal": [
      ...homes,
      ...homes.map(({ path }) => ({ path: `${path}?q=e&sort=percent&dir=desc&group=no` })),
      ...["/login", "/portal", "/index.html"].map((path) => ({ path })),
    ],
    "GET /:portal/invoices.csv": homes.map(({ path }) => ({ path: `${path}/invoices.csv` })),
    "GET /:portal/projects.csv": homes.map(({ path }) => ({ path: `${path}/projects.csv?sort=percent` })),
    "GET /:portal/projects": homes.map(({ path }) => ({ path: `${path}/projects` })),
    "GET /:portal/projects/:id": homes.flatMap(({ path }) =>
      projectIds.map((id) => ({ path: `${path}/projects/${id}` })),
    ),
    "POST /:portal/projects/:id/pulse": homes.flatMap(({ path }) =>
      projectIds.map((id) => ({ path: `${path}/projects/${id}/pulse`, form: { score: "4" } })),
    ),
    "GET /:portal/projects/:id/pulse": homes.map(({ path }) => ({ path: `${path}/projects/p-1/pulse` })),
    "GET /:portal/projects/:id/pulse/comment": homes.map(({ path }) => ({
      path: `${path}/projects/p-1/pulse/comment`,
    })),
    "GET /:portal/projects/:id/photos/:file": homes.map(({ path }) => ({
      path: `${path}/projects/p-1/photos/00000000-0000-0000-0000-000000000000.webp`,
    })),
    "POST /:portal/projects/:id/pulse/comment": homes.map(({ path }) => ({
      path: `${path}/projects/p-1/pulse/comment`,
      form: { answer: "00000000-0000-0000-0000-000000000000", comment: "x".repeat(2_000) },
    })),
    "GET /:portal/projects/:id/:file": homes.flatMap(({ path }) =>
      ["p-1/phases.csv", "p-4/milestones.csv", "p-1/hours.csv", "p-x/x"].map((file) => ({
        path: `${path}/projects/${file}`,
      })),
    ),
  };
}

/** What nobody but this firm's people may read; addresses and ids of the other firm's things count too. */
export function marksOf(firms: TwoFirms, side: Side): string[] {
  const { firm, csv, portals } = firms[side];
  const ids = [...portals.values()].map(({ id }) => String(id));
  return [`${side}mark`, `.${side}.example`, firm.id, firm.name, csv.dir, ...ids];
}

/** What nobody but this company's people may read. */
const companyMarks: Record<string, string[]> = {
  acme: ["ACMEMARK", "Acme ", "Library renewal", "Parking", "Maya Oduya", "acme-"],
  birch: ["BIRCHMARK", "Birch ", "Clinic", "Lev Stein", "birch-"],
  cedar: ["Cedar ", "cedar-"],
  dune: ["Dune ", "dune-"],
  hidden: ["Secret archive", "987654", "987,654"],
};

/** Somebody at a firm's portals: of which companies they are, and with which email. */
export type Reader = { side: Side; own: string[]; email: string | null };

/** What this person may not read at this firm's portals; their own email may always come back to them. */
export function forbiddenTo(firms: TwoFirms, { side, own, email }: Reader): string[] {
  const foreign = Object.entries(companyMarks).flatMap(([company, marks]) => (own.includes(company) ? [] : marks));
  return [...marksOf(firms, other(side)), ...foreign].filter((mark) => !email?.includes(mark.toLowerCase()));
}
