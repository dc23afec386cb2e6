// What was stored about a refusal, found as the firm finds it: by the reference on the page.
import { and, eq, isNull } from "drizzle-orm";
import { expect } from "vitest";
import type { DecisionJson } from "../../src/access/decision-json.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findDecision } from "../../src/data/queries/decisions.ts";
import { audit, decision } from "../../src/data/schema/tables.ts";
import type { TestApp, TestFirm } from "./test-app.ts";
import type { Answer } from "./visitor.ts";

/** The reference that a page shows, or null. */
export function referenceOf({ text }: Pick<Answer, "text">): string | null {
  return /<code>(PL-[0-9A-Z]{4}-[0-9A-Z]{2})<\/code>/.exec(text)?.[1] ?? null;
}

/** The decision behind the reference on the page. Throws when the page shows none, or none of this firm's. */
export async function decisionBehind(
  app: TestApp,
  { firm }: Pick<TestFirm, "firm">,
  page: Answer,
): Promise<DecisionJson> {
  const reference = referenceOf(page);
  if (reference === null) throw new Error(`the page ${page.path} (${page.status}) shows no reference`);
  const stored = await inFirmRead(app.database.db, firm.id, (tx) => findDecision(tx, reference));
  if (stored === null) throw new Error(`nothing is stored behind ${reference}`);
  return stored;
}

/** Asserts the page's status and the code of the cause behind its reference. */
export async function expectCause(
  app: TestApp,
  firm: TestFirm,
  { page, status, cause }: { page: Answer; status: number; cause: string },
): Promise<DecisionJson> {
  const stored = await decisionBehind(app, firm, page);
  expect({ status: page.status, cause: stored.cause }).toEqual({ status, cause });
  return stored;
}

/** Every stored decision of the firm about an email. */
export function decisionsAbout(app: TestApp, { firm }: Pick<TestFirm, "firm">, email: string) {
  return inFirmRead(app.database.db, firm.id, (tx) =>
    tx
      .select()
      .from(decision)
      .where(and(eq(decision.email, email), eq(decision.source, "visit"))),
  );
}

/** What was decided about the firm's visitors, by the moment: for tests in which nothing happens twice at one. */
export async function visitDecisions(
  app: TestApp,
  { firm }: Pick<TestFirm, "firm">,
): Promise<Map<number, DecisionJson>> {
  const rows = await inFirmRead(app.database.db, firm.id, (tx) =>
    tx.select({ at: decision.at, body: decision.body }).from(decision).where(eq(decision.source, "visit")),
  );
  return new Map(rows.map(({ at, body }) => [at.getTime(), body]));
}

/** The causes of the sign-ins of this email that stopped, the oldest first. */
export async function signInCauses(app: TestApp, { firm }: TestFirm, email: string | null): Promise<(string | null)[]> {
  const isTheirs = email === null ? isNull(decision.email) : eq(decision.email, email);
  const rows = await inFirmRead(app.database.db, firm.id, (tx) =>
    tx
      .select({ cause: decision.cause })
      .from(decision)
      .where(and(isTheirs, eq(decision.source, "sign_in")))
      .orderBy(decision.at),
  );
  return rows.map(({ cause }) => cause);
}

/** How often each action stands in the firm's audit. */
export async function auditCounts(app: TestApp, { firm }: TestFirm): Promise<Record<string, number>> {
  // Reads of the PSA are written down behind the page that they were for.
  await app.app.decisions.settled();
  const rows = await inFirmRead(app.database.db, firm.id, (tx) => tx.select({ action: audit.action }).from(audit));
  const counts: Record<string, number> = {};
  for (const { action } of rows) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}
