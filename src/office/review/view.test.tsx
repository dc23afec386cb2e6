import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { nothingToSay } from "./present.ts";
import type { FormModel } from "./present-form.ts";
import { ReviewPage } from "./view.tsx";

const assets = { styles: "/s.css", script: "/c.js", font: "/f.woff2", icon: "/i.svg" };
const select = { name: "company.acme", label: "Portal of Acme", options: [] };
const sure = { title: "Portals that keep their clients (1)", selects: [select] };
const form: FormModel = { title: "For you to decide", action: "/r", hint: null, open: [], sure, button: "Show it" };
const frame = {
  ...{ lang: "en-GB", skipLabel: "Skip", navLabel: "Main", menuLabel: "Menu", settingsLabel: "Settings" },
  ...{ firmName: "Harbor Finch", nav: [], ownPortals: [], signedIn: null },
};

function page(changed: Partial<FormModel>): string {
  const model = {
    ...nothingToSay,
    ...{ heading: "Switch?", lead: "", problems: [], reading: null, isWaiting: false },
    keep: { label: "Keep", href: "/k" },
    form: { ...form, ...changed },
  };
  return renderToString(<ReviewPage assets={assets} frame={frame} model={model} />);
}

test("the button that shows what choices come to stands open where there is something to decide, and folded where there is not", () => {
  const folded = /<details[^>]*>(?:(?!<\/details>).)*Show it/;
  expect(page({})).toMatch(folded);
  const undecided = page({ open: [{ ...select, name: "company.birch" }] });
  expect(undecided).not.toMatch(folded);
  for (const html of [page({}), undecided, page({ open: [select], sure: null })])
    expect(html.split("Show it")).toHaveLength(2);
});
