import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { insertAudit } from "../data/queries/audit.ts";
import { findNewestAnswer, type PulseAsked } from "../data/queries/pulse.ts";
import { pulseAnswer } from "../data/schema/content-tables.ts";
import { portal } from "../data/schema/tables.ts";
import type { FirmId } from "../domain/ids.ts";
import type { PulseEvery } from "../domain/portal-defaults.ts";
import { isPulseDue, type PulseScore } from "../domain/pulse.ts";

type Answering = PulseAsked & { firmId: FirmId; now: Date };

/** Keeps an answer, when one is due: of two clicks at once the first counts. Answers that are not due change nothing. */
export async function answerPulse(
  db: Database,
  { firmId, now, ...asked }: Answering,
  { every, projectName, score }: { every: PulseEvery; projectName: string; score: PulseScore },
): Promise<void> {
  const { portalId, projectId, email } = asked;
  await inFirmWrite(db, firmId, async (tx) => {
    // One answer at a time in this portal, so that the second of two clicks sees the first.
    await tx.select({ id: portal.id }).from(portal).where(eq(portal.id, portalId)).for("no key update");
    const newest = await findNewestAnswer(tx, asked);
    if (!isPulseDue(every, newest?.at ?? null, now)) return;
    const id = randomUUID();
    await tx.insert(pulseAnswer).values({ firmId, id, ...asked, projectName, score, comment: "", at: now });
    await insertAudit(tx, { firmId, actor: email, now }, "pulse.answer", { portalId, projectId, score });
  });
}

/** Puts a comment to an answer of this very person; an empty one takes it away. False when the answer is not theirs, or none. */
export async function commentPulse(
  db: Database,
  { firmId, now, portalId, projectId, email }: Answering,
  { answerId, comment }: { answerId: string; comment: string },
): Promise<boolean> {
  return inFirmWrite(db, firmId, async (tx) => {
    const own = and(
      eq(pulseAnswer.id, answerId),
      eq(pulseAnswer.portalId, portalId),
      eq(pulseAnswer.projectId, projectId),
      eq(pulseAnswer.email, email),
    );
    const changed = await tx.update(pulseAnswer).set({ comment }).where(own).returning({ id: pulseAnswer.id });
    if (changed.length === 0) return false;
    await insertAudit(tx, { firmId, actor: email, now }, "pulse.comment", { portalId, projectId, answer: answerId });
    return true;
  });
}
