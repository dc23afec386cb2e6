import { type CheckedAccess, checkAccess, type FactSource } from "../access/check-access.ts";
import type { PeopleFact } from "../access/facts.ts";
import { type Granted, grantPreview } from "../access/granted.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import type { Preview } from "../data/queries/previews.ts";
import { type Door, readDoor } from "../data/queries/read-door.ts";
import { readTemplateShapes } from "../data/queries/template-shapes.ts";
import type { Email } from "../domain/email.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { ContactId, ProjectId } from "../domain/ids.ts";
import type { TemplateBlocks } from "../domain/template.ts";
import { blocksOf } from "../domain/template-shape.ts";
import { openReading } from "../psa/open-reading.ts";
import type { Psa } from "../psa/psa.ts";
import { readDirectory } from "../psa/read-directory.ts";

type Parts = { db: Database; psa: Psa; firm: Firm; now: Date };

export type PreviewDecision = {
  checked: CheckedAccess;
  granted: Granted<"portal.view"> | null;
  /** What they see of the company's work; to be asked for with the proof. */
  content: ReturnType<typeof openReading>["content"];
  /** Every template as the firm has shaped it. */
  templates: TemplateBlocks;
  /** What the firm has settled about its portals' look, language and questions. */
  door: Pick<Door, "branding" | "locale" | "pulseEvery" | "lastVisitAt" | "news">;
};

/** Nobody can ever have it (RFC 2606), so nothing that the firm has settled about an email is about this one. */
const EMAIL_TO_COME = "contact-to-come@preview.invalid" as Email;

/**
 * Decides for whom a preview is of, as their own load would: the same facts, read now, and none that only the firm knows.
 * INVARIANT: nothing is stored. It is no visit, and there is nothing that somebody could ask about.
 */
export async function decidePreview(
  { db, psa, firm, now }: Parts,
  { portal, email: named }: Preview,
  askedProjectId: ProjectId | null,
): Promise<PreviewDecision> {
  const email = named ?? EMAIL_TO_COME;
  const slug = portal.slug;
  const { door, templates } = await inFirmRead(db, firm.id, async (tx) => ({
    door: await readDoor(tx, { firmId: firm.id, slug, email, now }),
    templates: blocksOf(await readTemplateShapes(tx)),
  }));
  const gateway = psa.gatewayFor(firm.id, door.connection);
  const { facts: source, content } = openReading(gateway);
  const question = {
    ...{ now, firm, askedSlug: slug, askedProjectId, context: null, rules: door.rules },
    psaKind: door.connection?.kind ?? null,
    address: { kind: "found", portal, isRetired: false } as const,
    identity: { kind: "assumed", email } as const,
  };
  const asked = named ? source : { ...source, readPeople: () => readContactToCome(gateway, portal) };
  const checked = await checkAccess(question, asked satisfies FactSource);
  return {
    checked,
    granted: grantPreview(checked.facts, checked.decision),
    content,
    templates,
    door,
  };
}

/** As if the PSA had a further contact of the company, whom it names on no project. The company itself is as it is. */
async function readContactToCome(gateway: Parameters<typeof readDirectory>[0], portal: Portal): Promise<PeopleFact> {
  const directory = await readDirectory(gateway);
  if ("kind" in directory) return directory;
  const companies = directory.value.companies.filter(({ id }) => id === portal.companyId);
  const contact = {
    // No record of a PSA has an empty id, so that no project can name this one.
    id: "" as ContactId,
    name: "A contact who does not exist yet",
    ...{ emails: [EMAIL_TO_COME], unusableEmails: [], companyIds: [portal.companyId] },
    ...{ title: null, phone: null, isArchived: false },
  };
  const gaps = companies.length > 0 ? [] : directory.gaps.map(({ place, message }) => `${place}: ${message}`);
  return { kind: "read", contacts: [contact], companies, gaps, readAt: directory.readAt, byAlias: null };
}
