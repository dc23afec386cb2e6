// What a row of the table is, and the short words in which its outcome is written.
import type { ProjectId } from "../../domain/ids.ts";
import type { FieldName } from "../../domain/template.ts";
import type { Cause } from "../causes.ts";
import type { Outcome } from "../decision.ts";
import type { ClosedKind } from "../explain/visitor.ts";
import { calmWorld, type World } from "./world.ts";

/** Where a row is put to the test besides the decision itself: the firm's question, the page, the pre-flight. */
export const places = ["diagnose", "page", "preflight"] as const;
export type Place = (typeof places)[number];

export type Expected = {
  outcome: Outcome;
  /** What the firm is told stops them; null for a yes. */
  cause: Cause | null;
  /** What the visitor gets instead of the portal; null for a yes. */
  page: ClosedKind | null;
  /** Everything else that the checks find, in their order. */
  notes: Cause[];
};

/** What a row may add: projects that stay hidden, fields that stay hidden, and places where it cannot be tried, with why. */
export type More = {
  hidden?: Record<string, Cause>;
  fields?: Partial<Record<FieldName, Cause>>;
  except?: Partial<Record<Place, string>>;
};

export type Scenario = Expected & {
  title: string;
  world: World;
  hidden: { id: ProjectId; cause: Cause }[];
  fields: Partial<Record<FieldName, Cause>>;
  except: Partial<Record<Place, string>>;
};

/** One row: what differs from the calm world, and what must come of it. */
export function row(title: string, change: Partial<World>, expected: Expected, more: More = {}): Scenario {
  const hidden = Object.entries(more.hidden ?? {}).map(([id, cause]) => ({ id: id as ProjectId, cause }));
  return {
    title,
    world: { ...calmWorld, ...change },
    ...expected,
    hidden,
    fields: more.fields ?? {},
    except: more.except ?? {},
  };
}

/** A yes. `notes`: what the firm is told besides. */
export function granted(...notes: Cause[]): Expected {
  return { outcome: "granted", cause: null, page: null, notes };
}

/** A no, by this cause, told to the visitor on this page. `notes`: what the firm is told besides. */
export function refused(cause: Cause, page: ClosedKind, ...notes: Cause[]): Expected {
  return { outcome: "refused", cause, page, notes };
}

/** The PSA did not say enough for a yes or a no. */
export function unavailable(cause: Cause, ...notes: Cause[]): Expected {
  return { outcome: "unavailable", cause, page: "cannot_tell", notes };
}
