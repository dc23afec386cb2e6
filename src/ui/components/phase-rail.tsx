import { Track } from "./track.tsx";

export type StationModel = {
  /** Two letters for the bubble. */
  letters: string;
  name: string;
  state: "done" | "current" | "next";
  /** The state in words: "done", "now", "begun", "to come". */
  stateText: string;
  donePercent: number;
  /** "62 %", or null when the firm does not report it. */
  percentText: string | null;
  /** "3 Feb – 12 Mar", as planned. */
  planned: string | null;
  /** Where today lies between the planned days; null outside of them. */
  todayPercent: number | null;
};

/** The phases of a project as stations on a line; `summary` says the same in a sentence. */
export type RailModel = { summary: string; stations: StationModel[] };

/** The full rail: across the sheet on a desk, down the page on a phone. */
export function PhaseRail({ rail }: { rail: RailModel }) {
  return (
    <ol class="rail">
      {rail.stations.map((station) => (
        <Station key={station.name} station={station} />
      ))}
    </ol>
  );
}

function Station({ station }: { station: StationModel }) {
  const { letters, name, state, stateText, percentText, planned, donePercent, todayPercent } = station;
  return (
    <li
      class={`station is-${state}${todayPercent === null ? "" : " has-today"}`}
      aria-current={state === "current" ? "step" : undefined}
    >
      <span class="bubble" aria-hidden="true">
        {letters}
      </span>
      <Track donePercent={donePercent} todayPercent={todayPercent} />
      <div class="station-text">
        <strong>{name}</strong>
        <span class="figures">
          <span>{percentText && state !== "done" ? `${stateText}, ${percentText}` : stateText}</span>
          {planned ? <span>{planned}</span> : null}
          {todayPercent === null ? null : <span class="unseen">today lies within its planned days</span>}
        </span>
      </div>
    </li>
  );
}

/** The rail as a line of small bubbles; the sentence beside it carries the meaning. */
export function CompactRail({ rail }: { rail: RailModel }) {
  return (
    <div class="compact-rail" aria-hidden="true">
      {rail.stations.map(({ letters, name, state }) => (
        <span key={name} class={`bubble is-${state}`}>
          {letters}
        </span>
      ))}
    </div>
  );
}
