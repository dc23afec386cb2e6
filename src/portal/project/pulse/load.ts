import type { Tx } from "../../../data/database.ts";
import { findNewestAnswer, type PulseAnswer } from "../../../data/queries/pulse.ts";
import type { ProjectId } from "../../../domain/ids.ts";
import { hasPulse } from "../../../domain/pulse.ts";
import type { Inside } from "../../enter.tsx";

/** Whether the portal's template has the pulse; where it is hidden, there is none to answer. */
export function hasPulseBlock({ granted }: Pick<Inside, "granted">): boolean {
  return granted.fields.pulse?.visible === true;
}

/** What settles whether somebody is asked. */
export type PulseAround = Pick<Inside, "granted" | "work" | "pulseEvery">;

/** Whether this person is asked about this project at all. A firm that has switched it off is asked nothing more either. */
export function isAsked(inside: PulseAround, id: ProjectId): boolean {
  const { work, pulseEvery } = inside;
  if (!hasPulseBlock(inside)) return false;
  const project = work.projects.find((candidate) => candidate.id === id);
  return pulseEvery !== "off" && project !== undefined && hasPulse(project.status);
}

/** The person's newest answer about the project. One statement, and none where nobody is asked. */
export async function loadPulse(tx: Tx, inside: PulseAround, projectId: ProjectId): Promise<PulseAnswer | null> {
  const { portalId, email } = inside.granted;
  return isAsked(inside, projectId) ? findNewestAnswer(tx, { portalId, projectId, email }) : null;
}
