import { PostButton } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { PortalSwitchModel, PortalVisibilityModel } from "./present.ts";

type PortalVisibilityPageProps = { assets: Assets; frame: OfficeFrame; model: PortalVisibilityModel };

/** The switches of one portal, each with where its setting comes from. */
export function PortalVisibilityPage({ assets, frame, model }: PortalVisibilityPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.status ? <p role="status">{model.status}</p> : null}
      <p>
        {model.links.map(({ label, href }, index) => (
          <span key={href}>
            {index > 0 ? " · " : ""}
            <a href={href}>{label}</a>
          </span>
        ))}
      </p>
      <ul class="switches">
        {model.switches.map((one) => (
          <Switch key={one.id} one={one} />
        ))}
      </ul>
    </OfficePage>
  );
}

function Switch({ one }: { one: PortalSwitchModel }) {
  return (
    <li id={one.id}>
      <h2>
        {one.label}: {one.state}
      </h2>
      <p class="quiet">{one.source}</p>
      <p>
        {one.warning ? <strong>{one.warning} </strong> : null}
        {one.meaning}
      </p>
      {one.note ? <p>{one.note}</p> : null}
      {one.choices.length > 0 ? (
        <div class="actions">
          {one.choices.map(({ label, target }) => (
            <PostButton key={label} target={target} look="plain" about={one.label}>
              {label}
            </PostButton>
          ))}
        </div>
      ) : null}
    </li>
  );
}
