// Tasks and milestones, which Productive keeps in one listing. Where that is too long even for the projects that are shown, the open tasks
// and the milestones are asked for.
import type { ProjectId } from "../../domain/ids.ts";
import type { CompanyWork, Project } from "../../domain/project.ts";
import { byId } from "../by-id.ts";
import { isLeft, type Left, leftOut } from "../not-yet.ts";
import type { Answer } from "../port.ts";
import { tooMuch, type UnreadRow, unreadRows } from "../unread.ts";
import { type Listing, type Query, ROWS_MAX } from "./client.ts";
import { type LostRow, parseIncluded, parseRows } from "./document.ts";
import { isMilestone, MILESTONE, mapMilestone, mapTask } from "./map-work.ts";
import { mayBeOneOf } from "./projects.ts";
import { listShown, type ShownFilter } from "./shown-projects.ts";
import * as wire from "./wire.ts";

export const taskQuery: Query = {
  include: "project,service,workflow_status",
  "fields[tasks]":
    "title,type_id,private,closed,closed_at,deleted_at,due_date,description,tag_list,project,service,workflow_status",
  "fields[projects]": "name",
  "fields[services]": "name",
  "fields[workflow_statuses]": "category_id",
};

/** In which listings the two stand; left where it was too long, or for now. `isOpenOnly`: the tasks that are done were not asked for. */
export type TaskReading = { tasks: Listing | Left; milestones: Listing | Left; isOpenOnly: boolean };

/** One call where they are as few as a page has; at most 22, for `list` reads up to ten pages of what such a query finds. */
export async function readTasks(
  list: (query: Query) => Promise<Listing | Left>,
  findFilter: () => Promise<ShownFilter>,
): Promise<TaskReading> {
  const { listing, asked } = await listShown(list, taskQuery, findFilter);
  if (listing !== null) return { tasks: listing, milestones: listing, isOpenOnly: false };
  const [tasks, milestones] = await Promise.all([
    list({ ...asked, "filter[status]": "1" }),
    list({ ...asked, "filter[type_id]": `${MILESTONE}` }),
  ]);
  return { tasks, milestones, isOpenOnly: true };
}

/** `projectOfService`: the phases, as far as they were read. */
type Placed = { known: ReadonlyMap<string, Project>; projectOfService: ReadonlyMap<string, ProjectId> };

/** Tasks and milestones of these projects. What is private in Productive stays there, and so does that it could not be read. */
export function tasksIn(
  { tasks, milestones, isOpenOnly }: TaskReading,
  placed: Placed,
): Answer<Pick<CompanyWork, "tasks" | "milestones">> {
  const ofTasks = rowsIn(tasks, placed);
  const ofMilestones = tasks === milestones ? ofTasks : rowsIn(milestones, placed);
  const isAsked = ({ row }: Own) => !isMilestone(row) && !(isOpenOnly && (row.closed || row.closed_at));
  return {
    value: {
      tasks: byId(ofTasks.own.filter(isAsked).map((own) => taskOf(own, ofTasks.categoryOf, placed))),
      milestones: byId(
        ofMilestones.own.flatMap(({ row, projectId }) =>
          isMilestone(row) ? (mapMilestone(row, projectId) ?? []) : [],
        ),
      ),
    },
    gaps: [
      ...unreadRows(["tasks"], lostOf(ofTasks.lost, placed, false)),
      ...unreadRows(["milestones"], lostOf(ofMilestones.lost, placed, true)),
      ...leftOut(tasks, { ...bounded, parts: ["tasks"] }),
      ...(isOpenOnly && !isLeft(tasks) ? [tooMuch(wire.tasks.type, ROWS_MAX, ["doneTasks"])] : []),
      ...leftOut(milestones, { ...bounded, parts: ["milestones"] }),
    ],
  };
}

const bounded = { place: wire.tasks.type, rowsMax: ROWS_MAX };

type Own = { row: wire.TaskRow; projectId: ProjectId };

function rowsIn(listing: Listing | Left, { known }: Placed) {
  const { rows, included } = isLeft(listing) ? { rows: [], included: new Map() } : listing;
  const parsed = parseRows(wire.tasks, rows);
  const statuses = parseIncluded(
    wire.workflowStatuses,
    included,
    parsed.rows.flatMap((row) => row.workflow_status ?? []),
  );
  const own = parsed.rows.flatMap((row): Own[] => {
    const project = row.project === null ? undefined : known.get(row.project);
    return project === undefined || row.private || row.deleted_at ? [] : [{ row, projectId: project.id }];
  });
  const categoryOf = new Map(statuses.rows.map(({ id, category_id }) => [id, category_id]));
  return { own, categoryOf, lost: parsed.lost };
}

function taskOf(
  { row, projectId }: Own,
  categoryOf: ReadonlyMap<string, number | null>,
  { projectOfService }: Placed,
): CompanyWork["tasks"][number] {
  const phaseId = row.service != null && projectOfService.get(row.service) === projectId ? row.service : null;
  const category = row.workflow_status ? (categoryOf.get(row.workflow_status) ?? null) : null;
  return mapTask(row, { projectId, phaseId, category });
}

/** Those that may be one of these projects, and a milestone or else a task: where its type cannot be read, a row may be either. */
function lostOf(lost: LostRow[], { known }: Placed, areMilestones: boolean): UnreadRow[] {
  return lost.flatMap(({ gap, fields }) => {
    const mayBe = typeof fields.type_id !== "number" || (fields.type_id === MILESTONE) === areMilestones;
    if (!mayBe || fields.private === true || !mayBeOneOf(known, fields.project)) return [];
    return [{ gap, projectId: known.get(String(fields.project))?.id ?? null }];
  });
}
