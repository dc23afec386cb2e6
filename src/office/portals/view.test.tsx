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
        title: "Client portals",
        heading: "1 client company",
        filter: {
          action: "/settings/client-portals",
          label: "Company or address",
          query: EVIL,
          button: "Filter",
          result: { text: EVIL, all: { label: "Show all", href: "/settings/client-portals" } },
        },
        createAll: null,
        createShows: EVIL,
        reading: { text: EVIL, link: { label: EVIL, href: EVIL }, untilTyped: { text: EVIL, afterS: 10 } },
        undone: EVIL,
        sheet: {
          label: EVIL,
          columns: { company: EVIL, address: EVIL, state: EVIL },
          rows: [{ key: EVIL, company: EVIL, address: EVIL, state: EVIL }],
          note: EVIL,
          back: { label: EVIL, href: EVIL },
        },
        trouble: EVIL,
        links: [],
        addressesBegin: EVIL,
        table: {
          label: "Client portals",
          columns: { company: "", address: "", template: "", contacts: "", lastVisit: "", state: "" },
          actionsLabel: "What you can do",
          copyLabels: { copy: "Copy", copied: "Copied" },
          rows: [
            {
              companyId: EVIL,
              companyName: EVIL,
              address: { label: EVIL, href: EVIL },
              addressLabel: EVIL,
              template: { label: "Owner", href: "/settings/client-portals/1/template" },
              contacts: { text: "3 can sign in", isTrouble: false },
              peopleHref: EVIL,
              lastVisit: null,
              state: "Open",
              links: [{ label: "Diagnose", about: EVIL, href: EVIL }],
              create: null,
              more: {
                label: "More",
                about: "for Acme",
                links: [{ label: "Visibility", about: EVIL, href: EVIL }],
                actions: [{ label: "Pause", about: "for Acme", target: { action: "/x", fields: { a: EVIL } } }],
              },
            },
          ],
        },
        range: null,
        pages: null,
        emptyText: "",
      }}
    />,
  );
  expect(html).not.toContain("<script>");
  expect(html).toContain(`Pause<span class="unseen"> for Acme</span>`);
  expect(html).toContain(`<summary>More<span class="unseen"> for Acme</span>`);
});
