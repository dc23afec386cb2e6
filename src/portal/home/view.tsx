import { Flag } from "../../ui/components/flag.tsx";
import { Markdown } from "../../ui/components/markdown.tsx";
import { type MilestoneModel, Milestones } from "../../ui/components/milestones.tsx";
import { Notice } from "../../ui/components/notice.tsx";
import { CompactRail } from "../../ui/components/phase-rail.tsx";
import { PortalPage } from "../../ui/components/portal-page.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";
import type { HomeModel, OpenHomeModel, ProjectEntry } from "./present.ts";

type HomePageProps = { assets: Assets; frame: PortalFrame; model: HomeModel; welcome?: string | null };

/** The first page of a portal: what do you need from me, where are we, what changed. */
export function HomePage({ assets, frame, model, welcome }: HomePageProps) {
  const title = "notice" in model ? model.notice.heading : "Projects";
  return (
    <PortalPage title={title} frame={frame} assets={assets}>
      {"notice" in model ? <Notice notice={model.notice} /> : <OpenHome model={model} welcome={welcome ?? null} />}
    </PortalPage>
  );
}

function OpenHome({ model, welcome }: { model: OpenHomeModel; welcome: string | null }) {
  return (
    <>
      <div class="home-head">
        <h1>{model.heading}</h1>
        <p class={model.state === "stale" ? "stale" : "small"}>{model.freshness}</p>
      </div>
      {welcome ? (
        <div class="welcome">
          <Markdown text={welcome} />
        </div>
      ) : null}
      {model.waiting.length > 0 ? (
        <section class="waiting">
          <h2>Waiting on you</h2>
          <Milestones items={model.waiting} />
        </section>
      ) : null}
      <div class="columns">
        <div>
          {model.groups.map(({ heading, projects }) => (
            <section key={heading}>
              <h2>{heading}</h2>
              <ul class="projects">
                {projects.map((project) => (
                  <Entry key={project.href} project={project} />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <aside>
          {model.recent.length > 0 ? (
            <section>
              <h2>Done lately</h2>
              <Milestones items={model.recent} />
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

function Entry({ project }: { project: ProjectEntry }) {
  const { name, href, number, phase, rail, progress, next } = project;
  return (
    <li>
      <div>
        <h3>
          <a href={href}>{name}</a>
        </h3>
        {number ? <p class="number">{number}</p> : null}
        {next ? <Next milestone={next} /> : null}
      </div>
      <div class="entry-where">
        {rail ? <CompactRail rail={rail} /> : null}
        {phase ? <p>{phase}</p> : null}
        {progress ? (
          <div>
            <Progress percent={progress.percent} />
            <p>
              {progress.text} complete, <span class="quiet">{progress.measure}</span>
            </p>
          </div>
        ) : null}
      </div>
    </li>
  );
}

function Next({ milestone }: { milestone: MilestoneModel }) {
  const { name, when, who, flag } = milestone;
  return (
    <p class="small">
      Next: {name}, {flag || !who ? when : `${when}, ${who}`} {flag ? <Flag {...flag} /> : null}
    </p>
  );
}
