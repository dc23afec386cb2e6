import { Notice } from "../../ui/components/notice.tsx";
import { PortalPage } from "../../ui/components/portal-page.tsx";
import { TitleBlock } from "../../ui/components/title-block.tsx";
import { Welcome } from "../../ui/components/welcome.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";
import type { ManagerModel, OpenProjectModel, ProjectModel } from "./present.ts";
import { Block, Unread } from "./view-blocks.tsx";
import { PhaseSection } from "./view-phases.tsx";
import { Placed } from "./view-placed.tsx";

type ProjectPageProps = {
  assets: Assets;
  frame: PortalFrame;
  model: ProjectModel;
  /** What the firm says on the first page that somebody sees; absent where that is another one. */
  welcome?: string | null;
};

/** One project as a drawing sheet: title block, phases, what comes next, and whom to call. */
export function ProjectPage({ assets, frame, model, welcome = null }: ProjectPageProps) {
  const title = model.state === "closed" ? model.notice.heading : model.block.title;
  return (
    <PortalPage title={title} frame={frame} assets={assets}>
      {model.state === "closed" ? (
        <Notice notice={model.notice} />
      ) : (
        <OpenProject model={model} welcome={welcome} isInert={frame.preview !== undefined} />
      )}
    </PortalPage>
  );
}

type OpenProps = { model: OpenProjectModel; welcome: string | null; isInert: boolean };

function OpenProject({ model, welcome, isInert }: OpenProps) {
  const [first, ...others] = model.blocks;
  // Phases that come first are given the whole width of the sheet.
  const wide = first?.name === "phases" ? first : null;
  return (
    <div class="project-sheet">
      {model.back ? (
        <p class="back">
          <a href={model.back.href}>{model.back.label}</a>
        </p>
      ) : null}
      <p class="printed-only">{model.report}</p>
      <TitleBlock block={model.block} />
      {model.state === "stale" ? <p class="stale">{model.freshness}</p> : null}
      <Welcome text={welcome} />
      {wide ? (
        <Placed isEmphasised={wide.isEmphasised}>
          <PhaseSection model={wide.phases} paper={wide.paper} />
        </Placed>
      ) : null}
      <div class="columns">
        <div>
          {model.state === "empty" ? <p>{model.emptyText}</p> : null}
          {(wide ? others : model.blocks).map((block) => (
            <Block key={block.name === "unread" ? block.unread.heading : block.name} block={block} isInert={isInert} />
          ))}
        </div>
        <aside>
          {model.manager || model.unreadManager || model.about ? (
            <Placed isEmphasised={model.isAboutEmphasised}>
              <About model={model} />
            </Placed>
          ) : null}
        </aside>
      </div>
    </div>
  );
}

function About({ model: { manager, unreadManager, about } }: { model: OpenProjectModel }) {
  return (
    <>
      {manager ? <Manager manager={manager} /> : null}
      {unreadManager ? <Unread model={unreadManager} /> : null}
      {about ? (
        <section>
          <h2>{about.heading}</h2>
          <div class="about-text">
            {about.paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </section>
      ) : null}
    </>
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
