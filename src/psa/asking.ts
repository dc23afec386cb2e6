// How a gateway is asked: for how long, for whom, and what the record of the read says besides.
import type { Call, Gap } from "../connectors/port.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { Wait } from "./shared-question.ts";

/** `deadlineMs`: how long the question may take. `isUrgent`: somebody waits for a client's page. */
export type Patience = { deadlineMs: number; isUrgent: boolean };

/** `wait`: how long whoever asks waits for it, where that is less. `endsWithGateway`: it is for nobody once the connection has ended. */
export type Asking = Patience & { isRecorded?: boolean; wait?: Wait; endsWithGateway?: boolean };

/** What the record of a read needs besides: whose work it is, and what of it could not be understood. */
export type About<T> = { companyId: CompanyId; gapsOf: (answer: T) => Gap[] };

/** Identical questions of pages share one answer, and so do those of background work. */
export type Ask = <T>(
  question: string,
  read: (call: Call) => Promise<T>,
  asking: Asking & { about?: About<T> },
) => Promise<T>;

/** What no page waits for, and nobody once the connection has ended. */
export function behind(deadlineMs: number): Asking {
  return { deadlineMs, isUrgent: false, endsWithGateway: true };
}
