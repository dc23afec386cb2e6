import type { ComponentChildren } from "preact";
import { type MilestoneModel, Milestones } from "../../ui/components/milestones.tsx";
import { Notice } from "../../ui/components/notice.tsx";
import { PhaseRail } from "../../ui/components/phase-rail.tsx";
import { PortalPage } from "../../ui/components/portal-page.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import { TitleBlock } from "../../ui/components/title-block.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";
import type { ManagerModel, OpenProjectModel, ProjectModel } from "./present.ts";
import { Block } from "./view-blocks.tsx";

/** `children`: what ends the main column. */
type ProjectPageProps = { assets: Assets; frame: PortalFrame; model: ProjectModel; children?: ComponentChildren };

/** One project as a drawing sheet: title block, phases, what comes next, and whom to call. */
export function ProjectPage({ assets, frame, model, children }: ProjectPageProps) {
  const title = model.state === "closed" ? model.notice.heading : model.block.title;
  return (
    <PortalPage title={title} frame={frame} assets={assets}>
      {model.state === "closed" ? (
        <Notice notice={model.notice} />
      ) : (
        <OpenProject model={model}>{children}</OpenProject>
      )}
    </PortalPage>
  );
}

function OpenProject({ model, children }: { model: OpenProjectModel; children?: ComponentChildren }) {
  return (
    <>
      {model.back ? (
        <p class="back">
          <a href={model.back.href}>{model.back.label}</a>
        </p>
      ) : null}
      <TitleBlock block={model.block} />
      {model.state === "stale" ? <p class="stale">{model.freshness}</p> : null}
      <PhaseSection model={model} />
      <div class="columns">
        <div>
          {model.state === "empty" ? <p>{model.emptyText}</p> : null}
          <MilestoneSection heading={model.milestones.nextHeading} items={model.milestones.next} />
          <MilestoneSection heading="Later" items={model.milestones.later} />
          <MilestoneSection heading="Done" items={model.milestones.done} />
          {model.blocks.map((block) => (
            <Block key={block.name} block={block} />
          ))}
          {children}
        </div>
        <aside>
          {model.manager ? <Manager manager={model.manager} /> : null}
          {model.description.length > 0 ? (
            <section>
              <h2>About the project</h2>
              {model.description.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

function PhaseSection({ model }: { model: OpenProjectModel }) {
  const { progress, rail } = model;
  if (!progress && !rail) return null;
  return (
    <section>
      <h2>{progress?.heading ?? rail?.summary}</h2>
      {progress ? (
        <>
          {rail ? null : <Progress percent={progress.percent} />}
          <p class="small">Measured {progress.measure}</p>
        </>
      ) : null}
      {rail ? <PhaseRail rail={rail} /> : null}
    </section>
  );
}

function MilestoneSection({ heading, items }: { heading: string; items: MilestoneModel[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <Milestones items={items} />
    </section>
  );
}

function Manager({ manager }: { manager: ManagerModel }) {
  return (
    <section class="person">
      <h2>{manager.name}</h2>
      {manager.role ? <p class="small">{manager.role}</p> : null}
      {manager.phone ? (
        <p>
          <a href={manager.phone.href}>{manager.phone.label}</a>
        </p>
      ) : null}
      {manager.email ? (
        <p>
          <a href={manager.email.href}>{manager.email.label}</a>
        </p>
      ) : null}
    </section>
  );
}
