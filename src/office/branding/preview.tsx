import { Button } from "../../ui/components/button.tsx";
import { emailInput, Field } from "../../ui/components/field.tsx";
import { Markdown } from "../../ui/components/markdown.tsx";
import { FirmMark, PortalFoot } from "../../ui/components/portal-page.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import type { PreviewModel } from "./present.ts";

const sampleField = { name: "sample-email", label: "Work email", hint: null, problem: null, value: "" };

/** The sign-in page and the head of a client's first page, out of the portal's own parts. Inert: nothing in it can be pressed. */
export function PortalPreview({ preview }: { preview: PreviewModel }) {
  const { firmName, look, welcome } = preview;
  const frame = { firmName, homeHref: "#preview", office: null, contact: null, look };
  return (
    <>
      <h3>Sign-in page</h3>
      <div class="preview branded" inert>
        <div class="page-head">
          <FirmMark frame={frame} />
        </div>
        <div>
          <p class="preview-title">See your projects</p>
          <Field field={sampleField} input={emailInput} />
          <Button>Send me a code</Button>
        </div>
        <PortalFoot frame={frame} />
      </div>
      <h3>A client’s first page</h3>
      <div class="preview branded" inert>
        <div class="page-head">
          <FirmMark frame={frame} />
          <span class="company">Example Company</span>
        </div>
        <p class="preview-title">3 projects under way</p>
        {welcome ? <Markdown text={welcome} /> : null}
        <div>
          <p>
            <a href="#preview">Library renewal</a>
          </p>
          <Progress percent={62} />
          <p>62 % complete</p>
        </div>
        <PortalFoot frame={frame} />
      </div>
    </>
  );
}
