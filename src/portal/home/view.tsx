import { Flag } from "../../ui/components/flag.tsx";
import { Milestones } from "../../ui/components/milestones.tsx";
import { Notice } from "../../ui/components/notice.tsx";
import { CompactRail } from "../../ui/components/phase-rail.tsx";
import { PortalPage } from "../../ui/components/portal-page.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import { SumLines, SumsTable } from "../../ui/components/sums-table.tsx";
import { Welcome } from "../../ui/components/welcome.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";
import { Download } from "../project/view-download.tsx";
import type { HomeModel, OpenHomeModel } from "./present.ts";
import type { CardGroup, CardModel } from "./present-cards.ts";
import { INVOICES_ANCHOR } from "./present-invoices.ts";
import { Portfolio } from "./view-table.tsx";

type HomePageProps = { assets: Assets; frame: PortalFrame; model: HomeModel; welcome?: string | null };

/** The first page of a portal: what do you need from me, where are we, what changed. */
export function HomePage({ assets, frame, model, welcome }: HomePageProps) {
  const title = "notice" in model ? model.notice.heading : model.title;
  return (
    <PortalPage title={title} frame={frame} assets={assets}>
      {"notice" in model ? (
        <Notice notice={model.notice} />
      ) : (
        <OpenHome model={model} welcome={welcome ?? null} isInert={frame.preview !== undefined} />
      )}
    </PortalPage>
  );
}

type OpenHomeProps = { model: OpenHomeModel; welcome: string | null; isInert: boolean };

function OpenHome({ model, welcome, isInert }: OpenHomeProps) {
  const { waiting, projects } = model;
  return (
    <>
      <div class="home-head">
        <h1>{model.heading}</h1>
        <p class={model.state === "stale" ? "stale" : "small"}>{model.freshness}</p>
        {model.missing.map((text) => (
          <p key={text} class="home-missing">
            {text}
          </p>
        ))}
      </div>
      <Welcome text={welcome} />
      {waiting.items.length > 0 ? (
        <section class="waiting">
          <h2>{waiting.heading}</h2>
          <Milestones items={waiting.items} />
          {waiting.more ? (
            <p>
              <a href={waiting.more.href}>{waiting.more.label}</a>
            </p>
          ) : null}
        </section>
      ) : null}
      {projects.kind === "table" ? (
        <>
          <Portfolio table={projects.table} isInert={isInert} />
          <Changes changes={model.changes} look="wide" />
          <Invoices model={model.invoices} />
        </>
      ) : (
        <div class="columns">
          <div>
            <Cards groups={projects.groups} />
          </div>
          <aside>
            <Changes changes={model.changes} />
          </aside>
          {model.invoices ? (
            <div class="below-cards">
              <Invoices model={model.invoices} />
            </div>
          ) : null}
        </div>
      )}
    </>
  );
}

function Changes({ changes, look }: { changes: OpenHomeModel["changes"]; look?: "wide" }) {
  if (changes.items.length === 0) return null;
  return (
    <section class={look && `changes-${look}`}>
      <h2>{changes.heading}</h2>
      <Milestones items={changes.items} />
      {changes.note ? <p class="small">{changes.note}</p> : null}
    </section>
  );
}

function Invoices({ model }: { model: OpenHomeModel["invoices"] }) {
  if (model === null) return null;
  const { heading, note, totals, open, paid, more, download } = model;
  return (
    <section id={INVOICES_ANCHOR}>
      <h2>{heading}</h2>
      {note ? <p>{note}</p> : null}
      {totals.length > 0 ? <SumLines lines={totals} /> : null}
      {open ? <SumsTable table={open} /> : null}
      {paid ? (
        <details class="as-table">
          <summary>{paid.summary}</summary>
          <SumsTable table={paid.table} />
        </details>
      ) : null}
      {more ? <p class="small">{more}</p> : null}
      {download ? <Download model={download} /> : null}
    </section>
  );
}

function Cards({ groups }: { groups: CardGroup[] }) {
  return (
    <>
      {groups.map(({ heading, projects }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul class="projects">
            {projects.map((project) => (
              <Card key={project.href} project={project} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Card({ project }: { project: CardModel }) {
  const { name, href, number, phase, rail, progress, next } = project;
  return (
    <li>
      <div>
        <h3>
          <a href={href}>{name}</a>
        </h3>
        {number ? <p class="number">{number}</p> : null}
        {next ? (
          <p class="small">
            {next.text} {next.flag ? <Flag {...next.flag} /> : null}
          </p>
        ) : null}
      </div>
      <div class="entry-where">
        {rail ? <CompactRail rail={rail} /> : null}
        {phase ? <p>{phase}</p> : null}
        {progress ? (
          <div>
            <Progress percent={progress.percent} />
            <p>
              {progress.text}, <span class="quiet">{progress.measure}</span>
            </p>
          </div>
        ) : null}
      </div>
    </li>
  );
}
