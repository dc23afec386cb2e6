import { Flag } from "./flag.tsx";
import { type TodayModel, Track } from "./track.tsx";

export type StationModel = {
  /** Two letters for the bubble. */
  letters: string;
  name: string;
  state: "done" | "current" | "next";
  /** The state in a word, and with its percent: "done", "now, 62 %", "begun, 10 %", "to come". */
  word: string;
  stateText: string;
  donePercent: number;
  /** "3 Feb – 12 Mar", as planned. */
  planned: string | null;
  /** Where today lies between the planned days, as a tick and in words; null outside of them. */
  today: TodayModel | null;
  /** How far the planned days have come, for what is not done: "71 % of its planned days have passed". */
  pace: { text: string; isLate: boolean } | null;
};

/**
 * The phases of a project as stations on a line; `summary` says the same in a sentence. `isBare`: nothing is known of them but their
 * names, so that no line is drawn, which would say where the project is.
 */
export type RailModel = { summary: string; stations: StationModel[]; isBare: boolean };

type PhaseRailProps = { rail: RailModel; isNarrow?: boolean; printed: readonly number[] };

/**
 * The full rail: across the sheet on a desk, down the page on a phone and wherever it is not given the sheet's width. `printed`:
 * the places of the stations that paper has room for.
 */
export function PhaseRail({ rail, isNarrow = false, printed }: PhaseRailProps) {
  if (rail.isBare) return <PhaseNames rail={rail} printed={printed} />;
  return (
    <ol class={isNarrow ? "rail" : "rail rail-across"}>
      {rail.stations.map((station, index) => (
        <Station key={station.name} station={station} isPrinted={printed.includes(index)} />
      ))}
    </ol>
  );
}

function PhaseNames({ rail: { stations }, printed }: Pick<PhaseRailProps, "rail" | "printed">) {
  return (
    <ol class="phase-names">
      {stations.map(({ name }, index) => (
        <li key={name} class={printed.includes(index) ? undefined : "not-printed"}>
          {name}
        </li>
      ))}
    </ol>
  );
}

function Station({ station, isPrinted }: { station: StationModel; isPrinted: boolean }) {
  const { letters, name, state, stateText, planned, donePercent, today, pace } = station;
  return (
    <li
      class={`station is-${state}${today === null ? "" : " has-today"}${isPrinted ? "" : " not-printed"}`}
      aria-current={state === "current" ? "step" : undefined}
    >
      <span class="bubble" aria-hidden="true">
        {letters}
      </span>
      <Track donePercent={donePercent} today={today} />
      <div class="station-text">
        <strong>{name}</strong>
        <span class="figures">
          <span>{stateText}</span>
          {planned ? <span>{planned}</span> : null}
          {pace === null ? null : pace.isLate ? <Flag kind="late" text={pace.text} /> : <span>{pace.text}</span>}
          {today === null || pace !== null ? null : <span class="unseen">{today.text}</span>}
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
