import { isRefusal } from "../../../access/connection-health.ts";
import { explainHealth } from "../../../access/explain/health.ts";
import type { ConnectionHealth } from "../../../data/queries/health.ts";
import type { HealthState } from "../../../domain/connection-health.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatCount } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { healthViewWords } from "./words.ts";

export type HealthModel = {
  title: string;
  /** `kind` null: not checked yet. The text stands beside the colour. */
  state: { kind: HealthState | null; text: string };
  reason: string;
  /** To what mends it, where that is a page of ours. */
  action: Link | null;
  lines: { label: string; value: string | MomentModel }[];
};

/** `callsLeft`: right now. `rotate`: to the form for another token, for whoever may put one in. */
type Around = { callsLeft: number | null; rotate: Link | null; now: Date; locale: string };

/** How a connection is, for everybody in the team. `health` null: its first check is still to come. */
export function presentHealth(health: ConnectionHealth | null, around: Around): HealthModel {
  const { callsLeft, rotate, now, locale } = around;
  const say = healthViewWords(locale);
  if (health === null) {
    return {
      title: say("title"),
      state: { kind: null, text: say("unchecked") },
      reason: say("unchecked_text"),
      action: null,
      lines: [],
    };
  }
  const said = explainHealth(health, locale);
  const when = (moment: Date) => formatMoment(moment, now, locale);
  const { state, cause, source, since, checkedAt, lastGoodAt, canary } = health;
  const isWell = state === "green";
  const calls = callsLeft === null ? null : say("calls_text", { count: formatCount(callsLeft, locale) });
  const lines = [
    { label: say("since"), value: isWell ? null : when(since) },
    { label: say(isWell ? "clients" : "clients_meanwhile"), value: said.clients },
    { label: say("to_do"), value: said.remedy },
    { label: say("over"), value: source?.startsWith("page.") ? say("over_by_page") : null },
    { label: say("last_good"), value: lastGoodAt ? when(lastGoodAt) : say("none_yet") },
    { label: say("checked"), value: when(checkedAt) },
    { label: say("canary"), value: canary ? canary.email : null },
    { label: say("calls"), value: calls },
  ];
  return {
    title: say("title"),
    state: { kind: state, text: said.state },
    reason: said.reason,
    action: isRefusal(cause) ? rotate : null,
    lines: lines.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
  };
}
