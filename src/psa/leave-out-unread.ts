// Figures that a row may be missing from are wrong, not small: whatever a connector could not read whole is dropped before anybody sees it.
import type { Reading } from "../connectors/port.ts";
import type { CompanyWork, Unread, WorkPart } from "../domain/project.ts";

/** What of this work is not known. */
export function unreadOf({ gaps }: Pick<Reading<CompanyWork>, "gaps">): Unread[] {
  return gaps.flatMap(({ unread }) => unread ?? []);
}

/** The same reading without what would come to too little. Invoices stay: each of them is true, and only their sums are not. */
export function leaveOutUnread(reading: Reading<CompanyWork>): Reading<CompanyWork> {
  const unread = unreadOf(reading);
  if (unread.length === 0) return reading;
  const { value: work } = reading;
  const isWhole = (part: WorkPart, id: string) =>
    !unread.some(({ parts, projectId }) => parts.includes(part) && (projectId === null || projectId === id));
  const isUtilisationWhole = !unread.some(({ parts }) => parts.includes("utilisation"));
  return {
    ...reading,
    value: {
      ...work,
      projects: work.projects.map((project) => (isWhole("fee", project.id) ? project : { ...project, fee: null })),
      hours: work.hours.filter(({ projectId }) => isWhole("hours", projectId)),
      margins: work.margins.filter(({ projectId }) => isWhole("margins", projectId)),
      utilisation: isUtilisationWhole ? work.utilisation : [],
    },
  };
}
