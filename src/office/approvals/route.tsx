import type { Decision } from "../../access/decision.ts";
import { summariseForFirm } from "../../access/explain/firm.ts";
import { approveAlias } from "../../commands/approve-alias.ts";
import { revokeAlias } from "../../commands/revoke-alias.ts";
import { inFirmRead } from "../../data/database.ts";
import { listAliases } from "../../data/queries/aliases.ts";
import { diagnosePerson } from "../../diagnosis/diagnose-person.ts";
import { parseEmail } from "../../domain/email.ts";
import type { App, AppContext } from "../../http/env.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { addressMail, nowOpenMail } from "../../mail/access-mail.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { APPROVALS_PATH, DIAGNOSE_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { checkApprovable, readStanding } from "./load.ts";
import { notDonePage } from "./not-done.tsx";
import { presentApprovals } from "./present.ts";
import { sendAccessMail } from "./send-access-mail.ts";
import { ApprovalsPage } from "./view.tsx";

/** "This is the same person", taking it back, and telling the person where their portal is. All for admins. */
export function addApprovals(app: App, services: OfficeServices): void {
  app.get(APPROVALS_PATH, (c) => showApprovals(c, services));
  app.post(`${DIAGNOSE_PATH}/approve`, (c) => asAdmin(c, services, (work) => approve(c, services, work)));
  app.post(`${DIAGNOSE_PATH}/revoke`, (c) => asAdmin(c, services, (work) => revoke(c, services, work)));
  app.post(`${DIAGNOSE_PATH}/send-address`, (c) => asAdmin(c, services, (work) => sendAddress(c, services, work)));
}

async function showApprovals(c: AppContext, services: OfficeServices): Promise<Response> {
  const work = await enterOffice(c, services, "viewer");
  if (work instanceof Response) return work;
  const { gateway } = await diagnosisPartsOf(services, work);
  const model = presentApprovals({
    aliases: await inFirmRead(services.db, work.firm.id, listAliases),
    isStanding: await readStanding(gateway),
    canChange: canChange(work),
    now: work.now,
    locale: work.locale,
  });
  return renderPage(c, <ApprovalsPage assets={services.assets} frame={work.frame} model={model} />);
}

async function asAdmin(
  c: AppContext,
  services: OfficeServices,
  act: (work: AtWork) => Promise<Response>,
): Promise<Response> {
  const work = await enterOffice(c, services, "admin");
  return work instanceof Response ? work : act(work);
}

async function approve(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const form = await readForm(c);
  const back = backTo(form.next);
  const parts = await diagnosisPartsOf(services, work);
  const checked = await checkApprovable(parts, form);
  if (checked.kind !== "approvable") return notDonePage(c, services, work, { why: checked, back });
  const approved = await approveAlias(services.db, doerOf(work), checked.alias);
  if (approved.kind === "other_in_force") return notDonePage(c, services, work, { why: approved, back });
  // Only a real yes is told: what else may be wrong, the page that they come back to shows.
  const { email } = checked.alias;
  const { decision } = await diagnosePerson(parts, email, { kind: "own" });
  if (approved.kind === "approved" && decision.outcome === "granted") {
    await sendAccessMail(services, work, { email, decision, write: nowOpenMail });
  }
  return c.redirect(back, 303);
}

async function revoke(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const form = await readForm(c);
  const email = parseEmail(form.email ?? "");
  if (email) await revokeAlias(services.db, doerOf(work), email);
  return c.redirect(backTo(form.next), 303);
}

async function sendAddress(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const form = await readForm(c);
  const back = backTo(form.next);
  const email = parseEmail(form.email ?? "");
  if (!email) return notDonePage(c, services, work, { why: { kind: "not_an_email" }, back });
  const { decision } = await diagnosePerson(await diagnosisPartsOf(services, work), email, { kind: "own" });
  if (!hasOwnPortal(decision)) {
    const why = { kind: "no_way_in" as const, summary: summariseForFirm(decision, work.locale) };
    return notDonePage(c, services, work, { why, back });
  }
  const result = await sendAccessMail(services, work, { email, decision, write: addressMail });
  if (result.kind === "accepted") return c.redirect(back, 303);
  return notDonePage(c, services, work, { why: { ...result, kind: "mail_failed" }, back });
}

/** Somebody of a company whose portal is open; that it may have no projects yet does not make its address wrong. */
function hasOwnPortal({ steps }: Decision): boolean {
  const needed = ["address", "connection", "contact", "company"];
  return steps.every(({ check, verdict }) => !needed.includes(check) || verdict === "pass");
}

function backTo(next: string | undefined): string {
  return next === undefined ? APPROVALS_PATH : localPath(next);
}
