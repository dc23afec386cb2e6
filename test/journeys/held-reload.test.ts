// A page that waits for its list, in a browser: it loads itself again, and never under somebody who types.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openContext, patience, useBrowser } from "./browsing.ts";

const browser = useBrowser();

const ADDRESS = "http://office.invalid/";
const SECONDS = 10;
const files: Record<string, { contentType: string; body: string }> = {
  [ADDRESS]: {
    contentType: "text/html",
    body: `<input aria-label="Company"><a href="#end">Elsewhere</a>
      <p>Being read. <span data-reload-seconds="${SECONDS}" hidden>It loads itself again.</span></p>
      <script type="module" src="/client.js"></script>`,
  },
  [`${ADDRESS}client.js`]: {
    contentType: "text/javascript",
    body: readFileSync(new URL("../../src/ui/client.js", import.meta.url), "utf8"),
  },
};

test("it says that it loads itself again, holds on while the field has the focus or holds something new, and then does", async () => {
  const page = await (await openContext(browser())).newPage();
  let loads = 0;
  await page.route(`${ADDRESS}**`, (route) => {
    const url = route.request().url();
    if (url === ADDRESS) loads++;
    return route.fulfill(files[url] ?? { status: 404 });
  });
  await page.clock.install();
  await page.goto(ADDRESS);
  expect(await page.getByText("It loads itself again.").isVisible()).toBe(true);
  const field = page.getByLabel("Company");
  const pass = () => page.clock.runFor(SECONDS * 1000);

  await field.focus();
  await pass();
  await field.pressSequentially("Acm");
  await page.getByText("Elsewhere").focus();
  await pass();
  expect([loads, await field.inputValue()]).toEqual([1, "Acm"]);

  await field.fill("");
  await page.getByText("Elsewhere").focus();
  await pass();
  await expect.poll(() => loads, patience).toBe(2);
});
