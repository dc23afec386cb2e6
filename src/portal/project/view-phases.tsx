import { PhaseRail } from "../../ui/components/phase-rail.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import type { PhasesModel } from "./present-blocks.ts";
import { Download } from "./view-download.tsx";

/** How far the project has come, and its phases: planned against done. */
export function PhaseSection({ model, isNarrow = false }: { model: PhasesModel; isNarrow?: boolean }) {
  const { heading, percent, measured, rail, download } = model;
  return (
    <section>
      <h2>{heading}</h2>
      {percent !== null && !rail ? <Progress percent={percent} /> : null}
      {measured ? <p class="small">{measured}</p> : null}
      {rail ? <PhaseRail rail={rail} isNarrow={isNarrow} /> : null}
      {download ? <Download model={download} /> : null}
    </section>
  );
}
