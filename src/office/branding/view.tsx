import { Button, PostButton } from "../../ui/components/button.tsx";
import { Field, LinesField } from "../../ui/components/field.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { BrandingModel, PictureModel, SwatchModel } from "./present.ts";
import { PortalPreview } from "./preview.tsx";

/**
 * More than is allowed, so that what is too long can be said and shortened; yet so little that the page can be asked for with it,
 * in whatever script: what is typed stands in the address of the preview.
 */
const SENT_MAX = 5000;

type BrandingPageProps = { assets: Assets; frame: OfficeFrame; model: BrandingModel };

/** Settings → Client Portals → Branding: the pictures, the form, and beside them what comes of it. */
export function BrandingPage({ assets, frame, model }: BrandingPageProps) {
  const { conflict, canChange, pictures, resets, preview } = model;
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets} partStyles={preview.look.styles}>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.status ? <p role="status">{model.status}</p> : null}
      {conflict ? (
        <p class="problem" role="alert">
          {conflict.notice}
        </p>
      ) : null}
      <div class="columns">
        <div>
          <section>
            <BrandingForm model={model} />
          </section>
          {conflict ? <WhatHolds conflict={conflict} /> : null}
          {pictures.map((picture) => (
            <Picture key={picture.which} picture={picture} canChange={canChange} />
          ))}
          {resets ? (
            <section>
              <h2>{resets.heading}</h2>
              <div class="action-list">
                {resets.actions.map(({ label, target }) => (
                  <PostButton key={label} target={target} look="text">
                    {label}
                  </PostButton>
                ))}
              </div>
            </section>
          ) : null}
        </div>
        <aside id="preview">
          <h2>{preview.heading}</h2>
          <p class="quiet" id="preview-lead" aria-live="polite">
            {preview.lead}
          </p>
          <div id="preview-pages">
            <PortalPreview preview={preview} />
          </div>
        </aside>
      </div>
    </OfficePage>
  );
}

function WhatHolds({ conflict: { heading, rows } }: { conflict: NonNullable<BrandingModel["conflict"]> }) {
  return (
    <section>
      <h2>{heading}</h2>
      <dl class="exposes">
        {rows.map(({ term, text }) => (
          <div key={term} class="pair-row">
            <dt>{term}</dt>
            <dd class="written">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function BrandingForm({ model: { form, contrast, canChange } }: { model: BrandingModel }) {
  const input = { disabled: !canChange };
  return (
    <form method="post" action={form.action} novalidate data-live="contrast preview-lead preview-pages">
      <input type="hidden" name="shown" value={form.shown} />
      <input type="hidden" name="seen" value={form.seen} />
      <fieldset disabled={!canChange}>
        <legend>{form.legend}</legend>
        <div class="swatches">
          {form.swatches.map((swatch) => (
            <Swatch key={swatch.value} swatch={swatch} />
          ))}
        </div>
      </fieldset>
      <Field field={form.hex} input={{ ...input, type: "text", spellcheck: false, autocomplete: "off" }} />
      <dl id="contrast">
        {contrast.map(({ where, text, chips }) => (
          <div key={where}>
            <dt>
              {where}{" "}
              {chips.map((hex) => (
                <Chip key={hex} hex={hex} />
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <LinesField field={form.fields.welcome} rows={5} maxLength={SENT_MAX} disabled={!canChange} />
      <Field field={form.fields.supportEmail} input={{ ...input, type: "email", autocomplete: "off" }} />
      <Field field={form.fields.supportPhone} input={{ ...input, type: "tel", autocomplete: "off" }} />
      {canChange ? (
        <div class="actions">
          <Button>{form.save}</Button>
          <button
            type="submit"
            class="button"
            formmethod="get"
            formaction={`${form.action}#preview`}
            name="preview"
            value="yes"
          >
            {form.preview}
          </button>
        </div>
      ) : (
        <p>{form.admins}</p>
      )}
    </form>
  );
}

function Swatch({ swatch: { value, label, hex, isChosen } }: { swatch: SwatchModel }) {
  return (
    <label class="check">
      <input type="radio" name="swatch" value={value} checked={isChosen} />
      {hex ? <Chip hex={hex} /> : null}
      {label}
    </label>
  );
}

function Chip({ hex }: { hex: string }) {
  return (
    <svg class="chip" width="24" height="16" aria-hidden="true">
      <rect width="24" height="16" fill={hex} />
    </svg>
  );
}

function Picture({ picture, canChange }: { picture: PictureModel; canChange: boolean }) {
  const { which, heading, meaning, now, fileLabel, problem, action, button } = picture;
  const described = [`${which}-meaning`, problem ? `${which}-problem` : ""].filter(Boolean).join(" ");
  return (
    <section id={which}>
      <h2>{heading}</h2>
      <p id={`${which}-meaning`}>{meaning}</p>
      {now ? (
        <img class={which === "logo" ? "logo picture-now" : "picture-now"} {...now.picture} alt={now.alt} />
      ) : null}
      {problem ? (
        <p id={`${which}-problem`} class="problem">
          {problem}
        </p>
      ) : null}
      {canChange ? (
        <form method="post" action={action} enctype="multipart/form-data">
          <div class="field">
            <label for={`${which}-file`}>{fileLabel}</label>
            <input
              id={`${which}-file`}
              type="file"
              name="picture"
              accept="image/png,image/jpeg,image/webp,image/svg+xml"
              aria-describedby={described}
              aria-invalid={problem ? "true" : undefined}
            />
          </div>
          <Button look="plain">{button}</Button>
        </form>
      ) : null}
    </section>
  );
}
