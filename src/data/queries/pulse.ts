// What clients' people answered to "how is this project going".
import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { PortalId, ProjectId } from "../../domain/ids.ts";
import type { ScoreGiven } from "../../domain/pulse.ts";
import type { Tx } from "../database.ts";
import { pulseAnswer } from "../schema/content-tables.ts";

export type PulseAsked = { portalId: PortalId; projectId: ProjectId; email: Email };
export type PulseAnswer = { id: string; score: number; comment: string; at: Date };

/** The newest answer of this person about this project, or null. */
export async function findNewestAnswer(
  tx: Tx,
  { portalId, projectId, email }: PulseAsked,
): Promise<PulseAnswer | null> {
  const { id, score, comment, at } = pulseAnswer;
  const [row] = await tx
    .select({ id, score, comment, at })
    .from(pulseAnswer)
    .where(and(eq(pulseAnswer.portalId, portalId), eq(pulseAnswer.projectId, projectId), eq(pulseAnswer.email, email)))
    .orderBy(desc(pulseAnswer.at), pulseAnswer.id)
    .limit(1);
  return row ?? null;
}

/** When this person answered last about each project of the portal that they have answered about. */
export function listNewestAnswers(
  tx: Tx,
  { portalId, email }: Omit<PulseAsked, "projectId">,
): Promise<{ projectId: ProjectId; at: Date }[]> {
  const { projectId, at } = pulseAnswer;
  return tx
    .selectDistinctOn([projectId], { projectId, at })
    .from(pulseAnswer)
    .where(and(eq(pulseAnswer.portalId, portalId), eq(pulseAnswer.email, email)))
    .orderBy(projectId, desc(at));
}

/** Every score that was given at the firm's portals since then. */
export function listScores(tx: Tx, since: Date): Promise<ScoreGiven[]> {
  const { portalId, projectId, email, score, at } = pulseAnswer;
  return tx.select({ portalId, projectId, email, score, at }).from(pulseAnswer).where(gte(pulseAnswer.at, since));
}

export type PortalAnswer = PulseAnswer & { portalId: PortalId; projectName: string; email: Email };

/** `answers`: the newest of a portal, the newest first; `total`: how many it has in all. */
export type AnswersOfPortal = { total: number; answers: PortalAnswer[] };

/** What was answered at each portal of the firm, as many answers of each as asked for; portals without one are absent. */
export async function listAnswersByPortal(tx: Tx, limit: number): Promise<Map<PortalId, AnswersOfPortal>> {
  const { id, portalId, projectName, email, score, comment, at } = pulseAnswer;
  const newestFirst = sql`partition by ${portalId} order by ${at} desc, ${id}`;
  const numbered = tx
    .select({
      ...{ id, portalId, projectName, email, score, comment, at },
      place: sql<number>`row_number() over (${newestFirst})`.mapWith(Number).as("place"),
      total: sql<number>`count(*) over (partition by ${portalId})`.mapWith(Number).as("total"),
    })
    .from(pulseAnswer)
    .as("numbered");
  const rows = await tx.select().from(numbered).where(lte(numbered.place, limit)).orderBy(numbered.place);
  const byPortal = Map.groupBy(rows, (row) => row.portalId);
  return new Map(
    [...byPortal].map(([portal, own]) => [
      portal,
      { total: own[0]?.total ?? 0, answers: own.map(({ place: _place, total: _total, ...answer }) => answer) },
    ]),
  );
}
