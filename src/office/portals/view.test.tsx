import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { openFrame } from "../frame.ts";
import { PortalsPage } from "./view.tsx";

const assets = { styles: "/s.css", script: "/c.js", font: "/f.woff2", icon: "/i.svg" };
const frame = openFrame("Harbor Finch", "en-GB");
const EVIL = `"><script>alert(1)</script>`;

test("company names and the filter's text are escaped, and row buttons say which row they belong to", () => {
  const html = renderToString(
    <PortalsPage
      assets={assets}
      frame={frame}
      model={{
        heading: "1 client company",
        filter: { action: "/settings/client-portals", query: EVIL, resultText: EVIL },
        createAll: null,
        trouble: EVIL,
        rows: [
          {
            companyId: EVIL,
            companyName: EVIL,
            address: EVIL,
            template: { label: "Owner", href: "/settings/client-portals/1/template" },
            contacts: { text: "3 can sign in", isTrouble: false },
            peopleHref: EVIL,
            diagnoseHref: EVIL,
            switchesHref: EVIL,
            previewHref: EVIL,
            lastVisit: null,
            state: "Open",
            actions: [{ label: "Pause", target: { action: "/x", fields: { a: EVIL } } }],
          },
        ],
        emptyText: "",
      }}
    />,
  );
  expect(html).not.toContain("<script>");
  expect(html).toContain(`Pause<span class="unseen"> for `);
});
