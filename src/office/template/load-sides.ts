import { fieldsBy } from "../../access/checks/content.ts";
import { shownStatuses } from "../../access/checks/scope.ts";
import { dropHidden, type Fields, type ShownWork, suppliedFields } from "../../access/content.ts";
import type { PsaTrouble } from "../../access/facts.ts";
import { grantFirmLook } from "../../access/granted.ts";
import { inFirmRead } from "../../data/database.ts";
import { readPortalDefaults } from "../../data/queries/portal-defaults.ts";
import { listUpdatedProjects } from "../../data/queries/updates.ts";
import type { Portal, Template } from "../../domain/firm.ts";
import type { Project } from "../../domain/project.ts";
import { hasPulse } from "../../domain/pulse.ts";
import type { ShownBlock, TemplateBlocks } from "../../domain/template.ts";
import type { VisibilitySwitches } from "../../domain/visibility.ts";
import { invariant } from "../../lib/invariant.ts";
import { unreadOf } from "../../psa/leave-out-unread.ts";
import { onlyVisible } from "../../psa/open-reading.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import type { AtWork } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";

/** What a contact of the company, limited in nothing, would see with one template. */
export type Side = {
  template: Template;
  blocks: readonly ShownBlock[];
  fields: Fields;
  work: ShownWork;
  firmsOwn: FirmsOwn;
};

/** By their projects' names: about which of them an update is published, and about which a client is asked how it goes. */
export type FirmsOwn = Record<"updates" | "pulse", string[]>;

/** `trouble`: the PSA does not answer. */
export type Sides = { kind: "read"; sides: [Side, Side]; readAt: Date } | PsaTrouble;

type Compared = {
  portal: Portal;
  templates: [Template, Template];
  switches: VisibilitySwitches;
  carried: TemplateBlocks;
};

/** The company's work as it is now, as each of two templates would show it. */
export async function loadSides(services: OfficeServices, atWork: AtWork, compared: Compared): Promise<Sides> {
  const { portal, templates, switches, carried } = compared;
  const granted = grantFirmLook(atWork.firm, portal);
  invariant(granted, "the portal was found among the firm's own");
  const own = await inFirmRead(services.db, atWork.firm.id, async (tx) => ({
    updated: await listUpdatedProjects(tx, portal.companyId),
    isPulseOn: (await readPortalDefaults(tx)).pulseEvery !== "off",
  }));
  const { gateway } = await diagnosisPartsOf(services, atWork);
  const answer = "kind" in gateway ? gateway : await gateway.readWork(granted);
  if ("kind" in answer) return answer;
  const open = answer.value.projects.filter(({ status }) => shownStatuses.has(status));
  const visibleProjectIds = new Set(open.map(({ id }) => id));
  const work = onlyVisible(answer.value, { visibleProjectIds, seesWholeCompany: switches.cross_project });
  const namesOf = (isMeant: (project: Project) => boolean) => open.filter(isMeant).map(({ name }) => name);
  const firmsOwn = {
    updates: namesOf(({ id }) => own.updated.includes(id)),
    pulse: namesOf(({ status }) => own.isPulseOn && hasPulse(status)),
  };
  const unread = unreadOf(answer);
  const sideOf = (template: Template): Side => {
    const fields = fieldsBy(suppliedFields(work, unread), { switches, blocks: carried[template] });
    return { template, blocks: carried[template], fields, work: dropHidden(work, fields, unread), firmsOwn };
  };
  return { kind: "read", sides: [sideOf(templates[0]), sideOf(templates[1])], readAt: answer.readAt };
}
