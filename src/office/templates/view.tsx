import { PostButton } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { BlockModel, FieldModel, ShapeModel } from "./present.ts";

type ShapePageProps = { assets: Assets; frame: OfficeFrame; model: ShapeModel };

/** Settings → Client Portals → Templates: what a project's page has for one kind of client, and in which order. */
export function ShapePage({ assets, frame, model }: ShapePageProps) {
  const { heading, lead, blocks, emptyText, usedBy, reset, shapeText, switches } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <TemplateLinks templates={model.templates} />
      <p>
        {lead} {switches.before} <a href={switches.link.href}>{switches.link.label}</a> {switches.after}
      </p>
      {emptyText ? <p class="problem">{emptyText}</p> : null}
      <ol class="shape">
        {blocks.map((block) => (
          <Block key={block.id} block={block} />
        ))}
      </ol>
      <div class="actions">
        <p>{shapeText}</p>
        {reset ? (
          <PostButton target={reset.target} look="plain">
            {reset.label}
          </PostButton>
        ) : null}
      </div>
      <section class="settled">
        <h2>{usedBy.heading}</h2>
        <p>{usedBy.text}</p>
        <ul>
          {usedBy.portals.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
    </OfficePage>
  );
}

function TemplateLinks({ templates: { label: name, links } }: { templates: ShapeModel["templates"] }) {
  return (
    <nav aria-label={name} class="shape-links">
      {links.map(({ label, href, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Block({ block }: { block: BlockModel }) {
  const { id, label, stateText, fields, changes } = block;
  return (
    <li id={id}>
      <h2>
        {label}
        {stateText ? <span class="quiet"> {stateText}</span> : null}
      </h2>
      <div class="row-actions">
        {changes.map((change) => (
          <PostButton key={change.label} target={change.target} look="text" about={label}>
            {change.label}
          </PostButton>
        ))}
      </div>
      <ul class="shape-fields">
        {fields.map((field) => (
          <Field key={field.id} field={field} block={label} />
        ))}
      </ul>
    </li>
  );
}

function Field({ field: { label, note, change }, block }: { field: FieldModel; block: string }) {
  return (
    <li>
      <span class={note ? "quiet" : undefined}>{note ? `${label} (${note})` : label}</span>
      {change ? (
        <PostButton target={change.target} look="text" about={`${block}: ${label}`}>
          {change.label}
        </PostButton>
      ) : null}
    </li>
  );
}
