import { eq, sql } from "drizzle-orm";
import type { Tx } from "../data/database.ts";
import { projectUpdate, pulseAnswer } from "../data/schema/content-tables.ts";
import type { Portal } from "../domain/firm.ts";
import type { PsaSwitch } from "../domain/psa-switch.ts";

/**
 * Updates and answers follow their projects; `only`: those of this portal alone, as it was linked before. Each table in one
 * statement, so that no row is moved twice where an id of the one PSA is one of the other as well. What is written in the
 * very moment between stays as history.
 */
export async function moveWriting(
  tx: Tx,
  { updates, answers }: Pick<PsaSwitch, "updates" | "answers">,
  only: Pick<Portal, "id" | "companyId"> | null,
): Promise<void> {
  const companies = mapOf(updates.map(({ companyId, to }) => [companyId, to.companyId]));
  const projects = mapOf(updates.map(({ companyId, projectId, to }) => [`${companyId} ${projectId}`, to.projectId]));
  const answered = mapOf(answers.map(({ portalId, projectId, to }) => [`${portalId} ${projectId}`, to]));
  const { companyId, projectId } = projectUpdate;
  await tx
    .update(projectUpdate)
    .set({
      companyId: sql`coalesce(${companies}::jsonb ->> ${companyId}, 'unlinked:' || ${companyId})`,
      projectId: sql`coalesce(${projects}::jsonb ->> (${companyId} || ' ' || ${projectId}), 'unlinked:' || ${projectId})`,
    })
    .where(only ? eq(companyId, only.companyId) : undefined);
  const answer = pulseAnswer.projectId;
  await tx
    .update(pulseAnswer)
    .set({
      projectId: sql`coalesce(${answered}::jsonb ->> (${pulseAnswer.portalId} || ' ' || ${answer}), 'unlinked:' || ${answer})`,
    })
    .where(only ? eq(pulseAnswer.portalId, only.id) : undefined);
}

function mapOf(entries: [string, string][]): string {
  return JSON.stringify(Object.fromEntries(entries));
}
