import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { ClosedPage } from "./view.tsx";

const assets = { styles: "/s.css", script: "/c.js", font: "/f.woff2", icon: "/i.svg" };
const contact = {
  label: "Ask Harbor Finch",
  href: "mailto:nora@harborfinch.example",
  email: "nora@harborfinch.example",
};
const frame = {
  lang: "en-GB",
  skipLabel: "Skip",
  firmName: "Harbor Finch",
  companyName: null,
  companies: [],
  companiesLabel: "Others",
  office: null,
  homeHref: "/a",
  signedIn: null,
  contact,
};

test("says what happened, what to do and whom to ask once, with everything escaped", () => {
  const html = renderToString(
    <ClosedPage
      assets={assets}
      frame={frame}
      model={{
        heading: "No projects",
        paragraphs: ["a < b"],
        signedInAs: { lead: "You are signed in as", email: "<i>@acme.com" },
        actions: [
          { label: "Open <Northwind>", href: "/northwind" },
          { label: "Use another email", formAction: { action: "/sign-out", fields: { next: `/"x` } } },
        ],
        contact,
        reference: { label: "Reference", code: "7QK-42M" },
      }}
    />,
  );
  expect(html).toContain("<h1>No projects</h1>");
  expect(html).toContain("a &lt; b");
  expect(html).toContain("&lt;i>@acme.com");
  expect(html).toContain(`value="/&quot;x"`);
  expect(html).toContain("Open &lt;Northwind>");
  expect(html).toContain("<code>7QK-42M</code>");
  expect(html.match(/Ask Harbor Finch/g)).toHaveLength(1);
});
