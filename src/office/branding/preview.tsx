import { Button } from "../../ui/components/button.tsx";
import { emailInput, Field } from "../../ui/components/field.tsx";
import { Markdown } from "../../ui/components/markdown.tsx";
import { FirmMark, PortalFoot } from "../../ui/components/portal-page.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import type { PreviewModel } from "./present.ts";

/** The sign-in page and the head of a client's first page, out of the portal's own parts. Inert: nothing in it can be pressed. */
export function PortalPreview({ preview }: { preview: PreviewModel }) {
  const { firmName, look, welcome, sample } = preview;
  const frame = { firmName, homeHref: "#preview", office: null, contact: null, look };
  return (
    <>
      <h3>{preview.signInHeading}</h3>
      <div class="preview branded" lang={sample.lang} inert>
        <div class="page-head">
          <FirmMark frame={frame} />
        </div>
        <div>
          <p class="preview-title">{sample.heading}</p>
          <Field field={sample.email} input={emailInput} />
          <Button>{sample.send}</Button>
        </div>
        {welcome ? <Markdown text={welcome} heading="h4" /> : null}
        <PortalFoot frame={frame} />
      </div>
      <h3>{preview.firstHeading}</h3>
      <div class="preview branded" lang={sample.lang} inert>
        <div class="page-head">
          <FirmMark frame={frame} />
          <span class="company">{sample.company}</span>
        </div>
        <p class="preview-title">{sample.projects}</p>
        {welcome ? <Markdown text={welcome} heading="h4" /> : null}
        <div>
          <p>
            <a href="#preview">{sample.project}</a>
          </p>
          <Progress percent={62} />
          <p>{sample.complete}</p>
        </div>
        <PortalFoot frame={frame} />
      </div>
    </>
  );
}
