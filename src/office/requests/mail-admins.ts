// Tells the firm's admins that somebody asks for help. Done after the visitor's page has left: how long it takes to find out
// what stops them must not be seen from outside.
import { explainForFirm, stepToMend, summariseForFirm } from "../../access/explain/firm.ts";
import { fixFor } from "../../access/explain/fix.ts";
import { doorOf } from "../../access/explain/texts.ts";
import { sendRecordedMail } from "../../commands/send-recorded-mail.ts";
import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import { readPortalLocale } from "../../data/queries/portal-locale.ts";
import type { AccessRequest } from "../../data/queries/requests.ts";
import { listAdmins } from "../../data/queries/team.ts";
import { diagnosePerson } from "../../diagnosis/diagnose-person.ts";
import type { Firm } from "../../domain/firm.ts";
import { localeOfSetting } from "../../lib/locale.ts";
import { requestMail } from "../../mail/request-mail.ts";
import { REQUESTS_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { doorOfRequest } from "./door-of-request.ts";

type Parts = Pick<OfficeServices, "db" | "clock" | "psa" | "mailer" | "limits"> & { officeUrl: URL };

/** A crowd that asks does not flood the admins: beyond an allowance its requests wait in the office and nothing is mailed. */
export async function mailAdmins(parts: Parts, firm: Firm, request: AccessRequest): Promise<void> {
  const { db, clock, psa, officeUrl } = parts;
  if ((await parts.limits.take("asks_mailed_to_firm", firm.id)) > 0) return;
  const { connection, admins, locale } = await inFirmRead(db, firm.id, async (tx) => ({
    connection: await findConnection(tx),
    admins: await listAdmins(tx),
    locale: localeOfSetting(await readPortalLocale(tx)),
  }));
  const asking = { db, firm, now: clock.now(), gateway: psa.gatewayFor(firm.id, connection) };
  const { decision } = await diagnosePerson(asking, request.email, doorOfRequest(request));
  const step = stepToMend(decision);
  const about = {
    firmName: firm.name,
    email: request.email,
    place: decision.company?.name ?? doorOf(request.askedSlug, locale),
    reference: request.reference,
    summary: summariseForFirm(decision, locale),
    remedy: step?.cause ? explainForFirm(step.cause, decision, step, locale).remedy : null,
    isOneClick: fixFor(decision) !== null,
    address: new URL(REQUESTS_PATH, officeUrl).href,
    locale,
  };
  for (const to of admins) {
    await sendRecordedMail(parts, { firmId: firm.id, kind: "access_request" }, requestMail({ ...about, to }));
  }
}
