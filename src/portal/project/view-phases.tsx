import { PhaseRail } from "../../ui/components/phase-rail.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import type { OnPaper } from "./on-paper.ts";
import type { PhasesModel } from "./present-blocks.ts";
import { Download } from "./view-download.tsx";
import { Unprinted } from "./view-paper.tsx";

type PhaseSectionProps = { model: PhasesModel; paper: OnPaper; isNarrow?: boolean };

/** How far the project has come, and its phases: planned against done. */
export function PhaseSection({ model, paper, isNarrow = false }: PhaseSectionProps) {
  const { heading, percent, partial, note, rail, download } = model;
  return (
    <section>
      <h2>{heading}</h2>
      {percent !== null && !rail ? <Progress percent={percent} /> : null}
      {partial ? <p>{partial}</p> : null}
      {note ? <p class="small">{note}</p> : null}
      {rail ? <PhaseRail rail={rail} isNarrow={isNarrow} printed={paper.printed} /> : null}
      <Unprinted paper={paper} />
      {download ? <Download model={download} /> : null}
    </section>
  );
}
