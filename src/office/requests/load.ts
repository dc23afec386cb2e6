import type { DecisionJson } from "../../access/decision-json.ts";
import type { ContentSettings } from "../../access/newly-exposed.ts";
import { closeOutlived } from "../../commands/close-requests.ts";
import { inFirmWrite } from "../../data/database.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { listDecisions } from "../../data/queries/decisions.ts";
import {
  type AccessMail,
  type AccessRequest,
  listAccessMails,
  listClosedRequests,
  listOpenRequests,
} from "../../data/queries/requests.ts";
import { type Diagnosis, type DiagnosisParts, diagnosePerson } from "../../diagnosis/diagnose-person.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import type { AtWork } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";
import { doorOfRequest } from "./door-of-request.ts";

/** So many are asked of the PSA when the page is opened, the newest; what stopped the others is told as it was stored. */
const LIVE_MAX = 20;
const AT_ONCE_MAX = 4;
const CLOSED_SHOWN_MAX = 50;

export type OpenRequest = {
  request: AccessRequest;
  /** The mail about their access that they got since they asked. */
  mail: AccessMail | null;
  live: Diagnosis | null;
  stored: DecisionJson | null;
};

export type RequestsLoad = { open: OpenRequest[]; closed: AccessRequest[]; settings: ContentSettings };

/** Everything that is asked and was, and what stops those who ask, now. */
export async function loadRequests(services: OfficeServices, work: AtWork): Promise<RequestsLoad> {
  const { open, ...rest } = await inFirmWrite(services.db, work.firm.id, async (tx) => {
    // Written down when somebody looks, so that a client's page load carries nothing of it.
    await closeOutlived(tx);
    const requests = await listOpenRequests(tx);
    const mails = await listAccessMails(
      tx,
      requests.map(({ email }) => email),
    );
    const older = await listDecisions(
      tx,
      requests.slice(LIVE_MAX).map(({ reference }) => reference),
    );
    return {
      open: requests.map((request) => ({
        request,
        stored: older.get(request.reference) ?? null,
        mail: since(request.createdAt, mails.get(request.email)),
      })),
      closed: await listClosedRequests(tx, CLOSED_SHOWN_MAX),
      settings: await readContentSettings(tx),
    };
  });
  const live = await diagnoseAll(
    await diagnosisPartsOf(services, work),
    open.slice(0, LIVE_MAX).map(({ request }) => request),
  );
  return { ...rest, open: open.map((one, index) => ({ ...one, live: live[index] ?? null })) };
}

function since(asked: Date, mail: AccessMail | undefined): AccessMail | null {
  return mail && mail.at >= asked ? mail : null;
}

/** A few at a time: a page of the office must not crowd out the clients' own loads. */
async function diagnoseAll(parts: DiagnosisParts, requests: AccessRequest[]): Promise<Diagnosis[]> {
  const results: Diagnosis[] = [];
  const waiting = [...requests.entries()];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, request] = next;
      results[index] = await diagnosePerson(parts, request.email, doorOfRequest(request));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE_MAX }, work));
  return results;
}
