// What stands around a page of a preview: whose page it is, what is missing from it, and why. Pure.
import type { CheckedAccess } from "../../access/check-access.ts";
import { type ShownWork, suppliedFields } from "../../access/content.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { summariseForFirm } from "../../access/explain/firm.ts";
import type { Preview } from "../../data/queries/previews.ts";
import type { ProjectId } from "../../domain/ids.ts";
import { type FieldName, fieldNames, type TemplateBlocks, wholeOfField } from "../../domain/template.ts";
import { personPath } from "../../office/diagnose/paths.ts";
import { missingOwn, type OwnFacts } from "../../office/diagnose/person/present-own.ts";
import { presentSight } from "../../office/diagnose/person/present-sight.ts";
import { PREVIEW_PATH } from "../../office/preview-paths.ts";
import { formatClock } from "../../ui/format/moment.ts";
import type { PreviewFrame } from "../../ui/frame.ts";
import { previewWords } from "./words.ts";

export type PreviewInput = {
  preview: Preview;
  checked: CheckedAccess;
  /** The project whose page it is, out of what they may see; null on every other page. */
  shown: { work: ShownWork; projectId: ProjectId; own: OwnFacts } | null;
  /** Every template as the firm has shaped it. */
  templates: TemplateBlocks;
  now: Date;
  locale: string;
};

/** The banner above the page and the list below it. */
export function presentPreview(input: PreviewInput): PreviewFrame {
  const { preview, checked, now, locale } = input;
  const { id, portal, email, expiresAt } = preview;
  const say = previewWords(locale);
  const who = email === null ? say("to_come_within") : nameOf(checked, email);
  return {
    lang: locale,
    label: say("label"),
    heading: say("heading", { who, company: portal.companyName }),
    text: say("text", { minutes: minutesLeft(expiresAt, now), time: formatClock(expiresAt, locale) }),
    end: { label: say("end"), target: { action: `${previewPath(id)}/end`, fields: {} } },
    unseen: {
      heading: say("unseen"),
      paragraphs: presentRefusal(input),
      rows: presentRows(input),
      more: email && { label: say("more"), href: personPath(email, { portal: portal.slug }) },
    },
  };
}

/** Begun ones count, so that the last one is "1 more minute". */
function minutesLeft(expiresAt: Date, now: Date): number {
  const MINUTE_MS = 60_000;
  return Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / MINUTE_MS));
}

/** Where a preview begins; the client's pages stand below it. */
export function previewPath(id: string): string {
  return `${PREVIEW_PATH}/${id}`;
}

/** "Jane Doe <jane@acme.com>": the PSA's own name for the email, where it has one. */
function nameOf({ facts }: CheckedAccess, email: string): string {
  const [contact] = facts.people.kind === "read" ? facts.people.contacts : [];
  return contact ? `${contact.name} <${email}>` : email;
}

function presentRefusal({ preview, checked: { decision }, locale }: PreviewInput): string[] {
  if (decision.outcome === "granted") return [];
  const say = previewWords(locale);
  return [
    summariseForFirm(preview.email === null ? { ...decision, email: say("to_come") } : decision, locale),
    say("reference"),
  ];
}

function presentRows({ preview, checked, shown, templates, locale }: PreviewInput): PreviewFrame["unseen"]["rows"] {
  const sight = presentSight(
    { ...checked, portal: preview.portal },
    {
      ...{ canChange: false, next: previewPath(preview.id), templates, locale },
      own: shown && missingOwn(shown.own, locale),
    },
  );
  if (!sight) return [];
  const say = previewWords(locale);
  const missing = shown ? missingOf(shown, checked) : [];
  return [
    ...sight.hidden.map(({ name, why, setting }) => ({ name: say("project", { name }), why: sentence(why), setting })),
    ...sight.fields.hidden.map(({ name, why, setting }) => ({ name, why, setting })),
    ...missing.map((field) => ({
      name: fieldWords(locale)(field),
      why: say("not_supplied"),
      setting: null,
    })),
  ];
}

function sentence(text: string): string {
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What may be shown, and is supplied for other projects of the company only. */
function missingOf({ work, projectId }: NonNullable<PreviewInput["shown"]>, { decision }: CheckedAccess): FieldName[] {
  const isOwn = (one: { projectId: string | null }) => one.projectId === projectId;
  const projects = work.projects.filter(({ id }) => id === projectId);
  const team = work.team.filter(isOwn);
  const people = new Set(team.map(({ personId }) => personId));
  const managerIds = new Set(projects.map(({ managerId }) => managerId));
  const supplied = suppliedFields(
    {
      ...work,
      projects,
      team,
      phases: work.phases.filter(isOwn),
      milestones: work.milestones.filter(isOwn),
      hours: work.hours.filter(isOwn),
      margins: work.margins.filter(isOwn),
      invoices: work.invoices.filter(isOwn),
      tasks: work.tasks.filter(isOwn),
      managers: work.managers.filter(({ id }) => managerIds.has(id)),
      staff: work.staff.filter(({ id }) => people.has(id)),
      utilisation: work.utilisation.filter(({ personId }) => people.has(personId)),
    },
    [],
  );
  // Shares by discipline are shown without the hours from which they come.
  const isThere = (field: FieldName) =>
    field === "disciplines" ? work.disciplines.some(isOwn) : supplied.includes(field);
  const isUnread = (field: FieldName) =>
    work.unread.some(
      (one) => (one.field === field || one.field === wholeOfField[field]) && (one.projectId === null || isOwn(one)),
    );
  return fieldNames.filter((field) => decision.fields[field]?.visible === true && !isThere(field) && !isUnread(field));
}
