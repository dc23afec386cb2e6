// Figures that a row may be missing from are wrong, not small: whatever a connector could not read whole is dropped before anybody sees it.
// Lists keep the rows that could be read, each of which is true; of a list that is too long there are none.
import type { Reading } from "../connectors/port.ts";
import type { CompanyWork, Unread, WorkPart } from "../domain/project.ts";

/** What of this work is not known. */
export function unreadOf({ gaps }: Pick<Reading<CompanyWork>, "gaps">): Unread[] {
  return gaps.flatMap(({ unread }) => unread ?? []);
}

/** The same reading without what would come to too little, and without the lists that were too long to be read. */
export function leaveOutUnread(reading: Reading<CompanyWork>): Reading<CompanyWork> {
  const unread = unreadOf(reading);
  if (unread.length === 0) return reading;
  const { value: work } = reading;
  const isOf = (part: WorkPart, id: string | null) => (one: Unread) =>
    one.parts.includes(part) && (one.projectId === null || one.projectId === id);
  const isWhole = (part: WorkPart, id: string) => !unread.some(isOf(part, id));
  const isUtilisationWhole = !unread.some(({ parts }) => parts.includes("utilisation"));
  const tooMuch = unread.filter(({ why }) => why === "too_much");
  const isRead =
    (part: WorkPart) =>
    ({ projectId }: { projectId: string | null }) =>
      !tooMuch.some(isOf(part, projectId));
  return {
    ...reading,
    value: {
      ...work,
      projects: work.projects.map((project) => (isWhole("fee", project.id) ? project : { ...project, fee: null })),
      hours: work.hours.filter(({ projectId }) => isWhole("hours", projectId)),
      margins: work.margins.filter(({ projectId }) => isWhole("margins", projectId)),
      utilisation: isUtilisationWhole ? work.utilisation : [],
      phases: work.phases.filter(isRead("phases")),
      milestones: work.milestones.filter(isRead("milestones")),
      team: work.team.filter(isRead("team")),
      invoices: work.invoices.filter(isRead("invoices")),
      tasks: work.tasks.filter(isRead("tasks")).filter((task) => task.status !== "done" || isRead("doneTasks")(task)),
    },
  };
}
