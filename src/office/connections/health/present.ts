import { type HealthSource, isRefusal } from "../../../access/connection-health.ts";
import { explainHealth } from "../../../access/explain/health.ts";
import type { ConnectionHealth } from "../../../data/queries/health.ts";
import type { HealthState } from "../../../domain/connection-health.ts";
import type { Portal } from "../../../domain/firm.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatCount } from "../../../ui/format/number.ts";
import type { FormTarget, Link } from "../../../ui/frame.ts";
import { PORTALS_PATH } from "../../frame.ts";
import { choosePreviewPath } from "../../preview-paths.ts";
import { healthViewWords } from "./words.ts";

export type HealthModel = {
  title: string;
  /** `kind` null: not checked yet. The text stands beside the colour. */
  state: { kind: HealthState | null; text: string };
  reason: string;
  /** What mends it, or shows that it is over, where that is something of ours. */
  action: Mending | null;
  /** Since when, what clients see, and what to do. */
  lines: HealthLine[];
  /** What else is known. */
  facts: HealthLine[];
};

type HealthLine = { label: string; value: string | MomentModel };
type TestButton = { label: string; target: FormTarget };
export type Mending = Link | TestButton;

/**
 * `callsLeft`: right now. `portal`: of the client whose projects it is about. `vendor`: by its name, null of a folder. `rotate`: to the form for another token; `test`: reads
 * everything once and checks anew; both for whoever may do it.
 */
type Around = {
  callsLeft: number | null;
  portal: Pick<Portal, "id" | "companyName"> | null;
  vendor: string | null;
  rotate: Link | null;
  test: TestButton | null;
  now: Date;
  locale: string;
};

/** How a connection is, for everybody in the team. `health` null: its first check is still to come. */
export function presentHealth(health: ConnectionHealth | null, around: Around): HealthModel {
  const { callsLeft, portal, vendor, now, locale } = around;
  const say = healthViewWords(locale);
  if (health === null) {
    return {
      title: say("title"),
      state: { kind: null, text: say("unchecked") },
      reason: say("unchecked_text"),
      action: null,
      lines: [],
      facts: [],
    };
  }
  const said = explainHealth(health, locale, { client: portal?.companyName ?? null, vendor });
  const when = (moment: Date) => formatMoment(moment, now, locale);
  const { state, source, since, checkedAt, lastGoodAt, canary } = health;
  const isWell = state === "green";
  const calls = callsLeft === null ? null : say("calls_text", { count: formatCount(callsLeft, locale) });
  const lines = [
    { label: say("since"), value: isWell ? null : when(since) },
    { label: say(isWell ? "clients" : "clients_meanwhile"), value: said.clients },
    { label: say("to_do"), value: said.remedy },
    { label: say("over"), value: overText(source, say) },
    { label: say("came_back"), value: said.cameBack },
  ];
  const facts = [
    { label: say("last_good"), value: lastGoodAt ? when(lastGoodAt) : say("none_yet") },
    { label: say("checked"), value: when(checkedAt) },
    { label: say("canary"), value: canary ? canary.email : null },
    { label: say("calls"), value: calls },
  ];
  return {
    title: say("title"),
    state: { kind: state, text: said.state },
    reason: said.reason,
    action: isWell ? null : mendingOf(health, around),
    lines: known(lines),
    facts: known(facts),
  };
}

function known(lines: { label: string; value: HealthLine["value"] | null }[]): HealthLine[] {
  return lines.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}

/** What pages have found does not end by itself. */
function overText(source: HealthSource | null, say: ReturnType<typeof healthViewWords>): string | null {
  if (source === "page.people") return say("over_by_people");
  return source === "page.projects" ? say("over_by_projects") : null;
}

/** A token that is refused, or that nobody can open, is put in anew; what pages have met is over by a preview; what a check has met, by the next one. */
function mendingOf({ cause, source }: ConnectionHealth, { rotate, test, portal, locale }: Around): Mending | null {
  const say = healthViewWords(locale);
  if (isRefusal(cause) || cause === "psa.token_sealed") return rotate;
  if (source === "page.people") return { label: say("preview_any"), href: PORTALS_PATH };
  if (source !== "page.projects") return test;
  return portal && { label: say("preview", { client: portal.companyName }), href: choosePreviewPath(portal.id) };
}
