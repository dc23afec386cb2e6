// Decisions and audit rows on their way to disk. Many loads share one commit, and a page waits for the commit it is part of.
import { randomInt, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Decision } from "../access/decision.ts";
import { type DecisionJson, presentDecision } from "../access/decision-json.ts";
import type { FirmId, PortalId } from "../domain/ids.ts";
import { makeReference } from "../domain/reference.ts";
import { type Database, inTransaction, keptStatement, setFirm, type Tx } from "./database.ts";
import { audit, type DecisionSource, decision as decisionTable } from "./schema/tables.ts";

export type DecisionToStore = { decision: Decision; source: DecisionSource; portalId: PortalId | null };

export type AuditRow = {
  firmId: FirmId;
  at: Date;
  actor: string;
  action: string;
  subject: Record<string, string | number | null>;
};

type Waiting = { write: (tx: Tx) => Promise<void>; firmId: FirmId; done: () => void; failed: (err: unknown) => void };

const ATTEMPTS_MAX = 4;
/** A read of the PSA comes just before the decision that it is for: both are one commit, on a busy machine as well. */
const AUDIT_WAITS_MS = 1_000;
const UNIQUE_VIOLATION = "23505";

export class DecisionLog {
  readonly #db: Database;
  #waiting: Waiting[] = [];
  #isWriting = false;
  #later: NodeJS.Timeout | null = null;
  #drained: Promise<void> = Promise.resolve();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Stores a decision; what comes back is on disk. A yes has no reference: there is nothing to ask about. */
  async store({ decision, source, portalId }: DecisionToStore): Promise<DecisionJson> {
    for (let attempt = 1; ; attempt++) {
      const body = presentDecision(decision, decision.outcome === "granted" ? null : drawReference());
      try {
        await this.#enqueue(decision.firm.id, 0, async (tx) => {
          await insertDecision(tx).execute(toRow(decision, body, source, portalId));
        });
        return body;
      } catch (err) {
        // Two references were the same: draw again. Thirty-three million exist.
        if (!isUniqueViolation(err) || attempt === ATTEMPTS_MAX) throw err;
      }
    }
  }

  /** Stores an audit row; resolves when it is on disk. It goes with the decision that follows it, or alone a moment later. */
  async audit(row: AuditRow): Promise<void> {
    await this.#enqueue(row.firmId, AUDIT_WAITS_MS, async (tx) => {
      await insertAudit(tx).execute({ ...row, id: randomUUID() });
    });
  }

  /** Resolves when everything that was handed over so far is on disk, or has failed. */
  settled(): Promise<void> {
    this.#begin();
    return this.#drained;
  }

  #enqueue(firmId: FirmId, waitsMs: number, write: Waiting["write"]): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ firmId, write, done, failed });
      if (waitsMs === 0) this.#begin();
      else this.#later ??= setTimeout(() => this.#begin(), waitsMs);
    });
  }

  #begin(): void {
    if (this.#later) clearTimeout(this.#later);
    this.#later = null;
    if (!this.#isWriting) this.#drained = this.#drain();
  }

  /** While one commit is under way the next rows gather; they all go with the following one. */
  async #drain(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      await this.#write(batch).catch(() => this.#writeOneByOne(batch));
    }
    this.#isWriting = false;
  }

  async #write(batch: Waiting[]): Promise<void> {
    let current = batch[0]?.firmId ?? null;
    const writeAll = async (tx: Tx) => {
      for (const { firmId, write } of batch) {
        if (firmId !== current) await setFirm(tx, firmId);
        current = firmId;
        await write(tx);
      }
    };
    await inTransaction(this.#db, writeAll, { firmId: current });
    for (const { done } of batch) done();
  }

  /** One bad row must not take the others with it. */
  async #writeOneByOne(batch: Waiting[]): Promise<void> {
    for (const waiting of batch) {
      await this.#write([waiting]).catch(waiting.failed);
    }
  }
}

const { placeholder } = sql;

const insertDecision = keptStatement((tx) => {
  const values = {
    firmId: placeholder("firmId"),
    id: placeholder("id"),
    reference: placeholder("reference"),
    at: placeholder("at"),
    source: placeholder("source"),
    portalId: placeholder("portalId"),
    email: placeholder("email"),
    outcome: placeholder("outcome"),
    cause: placeholder("cause"),
    body: placeholder("body"),
  };
  return tx.insert(decisionTable).values(values).prepare("insert_decision");
});

const insertAudit = keptStatement((tx) => {
  const values = {
    firmId: placeholder("firmId"),
    id: placeholder("id"),
    at: placeholder("at"),
    actor: placeholder("actor"),
    action: placeholder("action"),
    subject: placeholder("subject"),
  };
  return tx.insert(audit).values(values).prepare("insert_audit");
});

function toRow(decision: Decision, body: DecisionJson, source: DecisionSource, portalId: PortalId | null) {
  const { outcome, cause, reference } = body;
  return {
    firmId: decision.firm.id,
    id: randomUUID(),
    reference,
    at: decision.at,
    source,
    portalId,
    email: decision.email,
    outcome,
    cause,
    body: storable(body),
  };
}

/** PostgreSQL takes no NUL in JSON either, and evidence carries what people typed and what a PSA sent. */
function storable(body: DecisionJson): DecisionJson {
  const text = JSON.stringify(body);
  if (!text.includes("\\u0000")) return body;
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value,
  );
}

function drawReference(): string {
  const draw = () => randomInt(32);
  return makeReference([draw(), draw(), draw(), draw(), draw()]);
}

function isUniqueViolation(err: unknown): boolean {
  const cause = err instanceof Error ? err.cause : null;
  return [err, cause].some(
    (part) => typeof part === "object" && part !== null && "code" in part && part.code === UNIQUE_VIOLATION,
  );
}
