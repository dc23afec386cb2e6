import type { CarriedLimit } from "../../switching/carry-people.ts";
import type { AccessChange, PersonChange } from "../../switching/compare-access.ts";
import type { Review } from "../../switching/review-switch.ts";
import type { ReviewSay } from "./words.ts";

/** Whom or what it is about, and what becomes of it. */
export type GroupRow = { name: string; about: string; text: string };
export type GroupModel = { id: string; title: string; rows: GroupRow[]; more: string | null };

const ROWS_MAX = 60;

/** `reasonOf`: why one of those who lose access does, and what mends it; absent where nobody can. */
type Seen = Pick<Review, "plan" | "people"> & { reasonOf?: ReasonOf };
type ReasonOf = (person: PersonChange) => string;

/** What changes for somebody, the loss first. */
export function presentLost({ plan, people, reasonOf }: Seen, to: string, say: ReviewSay): GroupModel[] {
  return [
    losers(people, reasonOf, say),
    ...(["gains", "other", "unknown"] as const).map((change) => peopleGroup(change, people, say)),
    group("aliases-end", say("aliases_end_title"), endedAliases(plan, to, say), say),
    ...limitGroups(plan, to, say),
    group("history", say("history_title"), leftWriting(plan, to, say), say),
  ].filter(({ rows }) => rows.length > 0);
}

function endedAliases({ aliases }: Review["plan"], to: string, say: ReviewSay): GroupRow[] {
  return aliases.flatMap(({ alias, why }) => {
    const text = why && say(why, { email: alias.contactEmail, to });
    return text ? [{ name: alias.email, about: alias.contactName, text }] : [];
  });
}

function limitGroups(plan: Review["plan"], to: string, say: ReviewSay): GroupModel[] {
  const limited = (isMeant: (limit: CarriedLimit) => boolean, text: (limit: CarriedLimit) => string): GroupRow[] =>
    plan.limits
      .filter(isMeant)
      .map((one) => ({ name: one.limit.contactName, about: companyOf(one, plan), text: text(one) }));
  const less = limited(
    ({ kind, projectsLost }) => kind === "carried" && projectsLost > 0,
    ({ projects, projectsLost }) =>
      projects.length === 0 ? say("blocked", { to }) : say("projects_lost", { to, count: projectsLost }),
  );
  const ended = limited(
    ({ kind }) => kind === "let_go",
    () => say("ended_text", { to }),
  );
  const left = limited(
    ({ kind }) => kind === "left",
    () => say("left_text"),
  );
  return [
    group("limits-less", say("limits_less_title"), less, say),
    group("limits-end", say("limits_end_title"), ended, say),
    group("limits-left", say("limits_left_title"), left, say),
  ];
}

function leftWriting({ written }: Review["plan"], to: string, say: ReviewSay): GroupRow[] {
  return written
    .filter(({ project }) => project === null)
    .map(({ name, portal }) => ({ name, about: portal?.companyName ?? "", text: say("history_text", { to }) }));
}

/** What stays as it is. */
export function presentCarried({ plan, people }: Seen, say: ReviewSay): GroupModel[] {
  const aliases = plan.aliases.flatMap(({ alias, contact }): GroupRow[] =>
    contact ? [{ name: alias.email, about: "", text: say("counts_for", { contact: contact.name }) }] : [],
  );
  const limits = plan.limits
    .filter(({ kind }) => kind === "carried")
    .map((one): GroupRow => {
      const names = one.projects.map(({ name }) => name).join(", ");
      const text = names === "" ? say("sees_none") : say("sees_only", { projects: names });
      return { name: one.contacts.map(({ name }) => name).join(", "), about: companyOf(one, plan), text };
    });
  return [
    group("aliases", say("kept_aliases_title"), aliases, say),
    group("limits", say("kept_limits_title"), limits, say),
    peopleGroup("same", people, say),
  ].filter(({ rows }) => rows.length > 0);
}

function companyOf({ limit }: CarriedLimit, { portals }: Review["plan"]): string {
  return portals.find(({ portal }) => portal.id === limit.portalId)?.portal.companyName ?? "";
}

type Told = Exclude<AccessChange, "out">;

function peopleGroup(change: Told, people: PersonChange[], say: ReviewSay): GroupModel {
  const rows = people
    .filter((one) => one.change === change)
    .map((one): GroupRow => {
      const about = [one.name, one.portal.companyName].filter((text) => text !== "").join(", ");
      return { name: one.email, about, text: seesText(one, say) };
    });
  return group(change, say(change === "same" ? "same_title" : `${change}_title`), rows, say);
}

/** Each with the reason, which is asked for those alone who are listed. */
function losers(people: PersonChange[], reasonOf: ReasonOf | undefined, say: ReviewSay): GroupModel {
  const ones = people.filter(({ change }) => change === "loses");
  const model = peopleGroup("loses", ones, say);
  const rows = model.rows.map((row, index) => {
    const one = ones[index];
    return one && reasonOf ? { ...row, text: `${row.text}: ${reasonOf(one)}` } : row;
  });
  return { ...model, rows };
}

function seesText({ change, saw, sees }: PersonChange, say: ReviewSay): string {
  if (change === "unknown") return "";
  if (change === "loses") return saw === null ? say("was_in") : say("saw", { count: saw.length });
  const after = sees.length;
  return change === "other" ? say("saw_sees", { before: saw?.length ?? 0, after }) : say("sees", { count: after });
}

/** So many rows at the most, and how many there are besides. */
export function group(id: string, title: string, rows: GroupRow[], say: ReviewSay): GroupModel {
  const left = rows.length - ROWS_MAX;
  return {
    id,
    title: say("counted", { title, count: rows.length }),
    rows: rows.slice(0, ROWS_MAX),
    more: left > 0 ? say("more", { count: left }) : null,
  };
}
