import { PostButton } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { SwitchModel, VisibilityModel } from "./present.ts";

type VisibilityPageProps = { assets: Assets; frame: OfficeFrame; model: VisibilityModel };

/** Settings → Data Visibility: what clients may see, at all portals, and what a change would expose. */
export function VisibilityPage({ assets, frame, model }: VisibilityPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.status ? <p role="status">{model.status}</p> : null}
      <ul class="switches">
        {model.switches.map((one) => (
          <Switch key={one.id} one={one} />
        ))}
      </ul>
      {model.portals ? (
        <details class="fold">
          <summary>{model.portals.title}</summary>
          <ul>
            {model.portals.links.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </OfficePage>
  );
}

function Switch({ one }: { one: SwitchModel }) {
  return (
    <li id={one.id}>
      <h2>
        {one.label}: {one.state}
      </h2>
      <p>
        {one.warning ? <strong>{one.warning} </strong> : null}
        {one.meaning}
      </p>
      {one.apart ? (
        <p>
          {one.apart.label}{" "}
          {one.apart.links.map(({ label, href }, index) => (
            <span key={href}>
              {index > 0 ? ", " : ""}
              <a href={href}>{label}</a>
            </span>
          ))}
        </p>
      ) : null}
      {one.change ? (
        <>
          <p class="quiet">{one.change.consequence}</p>
          <PostButton target={one.change.target} look="plain" about={one.label}>
            {one.change.label}
          </PostButton>
        </>
      ) : null}
    </li>
  );
}
