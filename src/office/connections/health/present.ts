import { explainHealth } from "../../../access/explain/health.ts";
import type { ConnectionHealth } from "../../../data/queries/health.ts";
import type { HealthState } from "../../../domain/connection-health.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatCount } from "../../../ui/format/number.ts";
import { healthViewWords } from "./words.ts";

export type HealthModel = {
  title: string;
  /** `kind` null: not checked yet. The text stands beside the colour. */
  state: { kind: HealthState | null; text: string };
  reason: string;
  lines: { label: string; value: string | MomentModel }[];
};

/** How a connection is, for everybody in the team. `health` null: its first check is still to come. `callsLeft`: right now. */
export function presentHealth(
  health: ConnectionHealth | null,
  { callsLeft, now, locale }: { callsLeft: number | null; now: Date; locale: string },
): HealthModel {
  const say = healthViewWords(locale);
  if (health === null) {
    return {
      title: say("title"),
      state: { kind: null, text: say("unchecked") },
      reason: say("unchecked_text"),
      lines: [],
    };
  }
  const said = explainHealth(health, locale);
  const when = (moment: Date) => formatMoment(moment, now, locale);
  const { state, since, checkedAt, lastGoodAt, canary } = health;
  const isWell = state === "green";
  const calls = callsLeft === null ? null : say("calls_text", { count: formatCount(callsLeft, locale) });
  const lines = [
    { label: say("since"), value: isWell ? null : when(since) },
    { label: say(isWell ? "clients" : "clients_meanwhile"), value: said.clients },
    { label: say("to_do"), value: said.remedy },
    { label: say("last_good"), value: lastGoodAt ? when(lastGoodAt) : say("none_yet") },
    { label: say("checked"), value: when(checkedAt) },
    { label: say("canary"), value: canary ? canary.email : null },
    { label: say("calls"), value: calls },
  ];
  return {
    title: say("title"),
    state: { kind: state, text: said.state },
    reason: said.reason,
    lines: lines.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
  };
}
