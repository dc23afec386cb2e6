import { PostButton } from "../../ui/components/button.tsx";
import { CopyField } from "../../ui/components/copy-field.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import { Health, LargeClients } from "./health/view.tsx";
import type { ConnectionsModel, ConnectModel } from "./present.ts";
import type { ReportModel } from "./present-report.ts";

type ConnectionsPageProps = { assets: Assets; frame: OfficeFrame; model: ConnectionsModel };

/** Settings → Connections: what the portals read from, and what can be done with it. */
export function ConnectionsPage({ assets, frame, model }: ConnectionsPageProps) {
  const { heading, lead, status, health, large, psa, report, connect, adminsText, more } = model;
  // What is wrong comes before what is connected.
  const isInTrouble = health?.state.kind === "amber" || health?.state.kind === "red";
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <p>{lead}</p>
      {status ? <p role="status">{status}</p> : null}
      <section class="connection">
        <h2>
          {psa.heading}: {psa.state}
        </h2>
        {report ? <Report report={report} /> : null}
        {isInTrouble && health ? <Health model={health} /> : null}
        {psa.text ? <p>{psa.text}</p> : null}
        {psa.review ? (
          <p>
            <a href={psa.review.href}>{psa.review.label}</a>
          </p>
        ) : null}
        {psa.rows.length > 0 ? <Pairs rows={psa.rows} /> : null}
        {psa.buttons.length + psa.links.length > 0 ? (
          <div class="actions">
            {psa.buttons.map(({ label, target }) => (
              <PostButton key={label} target={target} look={health?.action ? "plain" : "primary"}>
                {label}
              </PostButton>
            ))}
            {psa.links.map(({ label, href }, place) => (
              <a
                key={href}
                href={href}
                class={health === null && psa.buttons.length + place === 0 ? "button button-primary" : undefined}
              >
                {label}
              </a>
            ))}
          </div>
        ) : null}
        {isInTrouble || !health ? null : <Health model={health} />}
        {large ? <LargeClients model={large} /> : null}
        {adminsText ? <p class="quiet">{adminsText}</p> : null}
      </section>
      {connect ? <Connect connect={connect} /> : null}
      <p class="quiet">{more}</p>
    </OfficePage>
  );
}

function Pairs({ rows }: { rows: { term: string; text: string }[] }) {
  return (
    <dl class="exposes">
      {rows.map(({ term, text }) => (
        <div key={term} class="pair-row">
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Report({ report: { heading, rows, texts, gaps } }: { report: ReportModel }) {
  return (
    <section id="report" role="status" class="connection-part">
      <h3>{heading}</h3>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {gaps ? (
        <>
          <h4>{gaps.heading}</h4>
          <ul>
            {gaps.list.map(({ place, message }) => (
              <li key={`${place} ${message}`} class="finding">
                <strong>{place}:</strong> {message}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {rows.length > 0 ? <Pairs rows={rows} /> : null}
    </section>
  );
}

function Connect({ connect: { heading, text, vendors, folder } }: { connect: ConnectModel }) {
  const Title = heading ? "h3" : "h2";
  return (
    <section class="connection">
      {heading ? <h2>{heading}</h2> : null}
      {text ? <p>{text}</p> : null}
      {vendors.map(({ name, text: needed, link }) => (
        <section key={name} class="connection-part">
          <Title>{name}</Title>
          <p>{needed}</p>
          <div class="actions">
            <a class="button" href={link.href}>
              {link.label}
            </a>
          </div>
        </section>
      ))}
      <section class="connection-part">
        <Title>{folder.heading}</Title>
        <p>{folder.text}</p>
        <div class="one-copy">
          <CopyField id="command" {...folder.command} />
        </div>
      </section>
    </section>
  );
}
