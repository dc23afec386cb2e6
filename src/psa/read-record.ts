import type { PsaTrouble } from "../access/facts.ts";
import type { CompanyId, FirmId } from "../domain/ids.ts";
import type { WorkPart } from "../domain/project.ts";

/** One read of a PSA, as it is audited: what kind of question it was, never about whom. */
export type ReadRecord = {
  firmId: FirmId;
  connectionId: string;
  /** The state of the connection over which it was read, as the gateway names it. */
  connectionMark: string;
  at: Date;
  question: string;
  /** Whose work was read, for the health of the connection alone; null for any other question. */
  companyId: CompanyId | null;
  outcome: string;
  /** Null where it answered completely, or where it is not the PSA's. */
  trouble: PsaTrouble | null;
  /** The parts of that work of which there is more than is read; null where nothing, or not all, was answered. */
  tooMuch: readonly WorkPart[] | null;
  tookMs: number;
};
