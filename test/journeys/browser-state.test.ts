// Cookies and script: what browsers differ in must not decide who gets in.
import type { BrowserContext } from "playwright-core";
import { expect, test } from "vitest";
import { expectHeading, expectPath, openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage } from "./stage.ts";

const browser = useBrowser();

const NORTH_HOME = "/acme-northmark";

test("portals of two firms stay apart in one browser: each keeps its own email, and leaving one leaves the other", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const [harbor, north] = [await context.newPage(), await context.newPage()];
  await harbor.goto(`${stage.portals}/acme`);
  await north.goto(`${stage.northPortals}${NORTH_HOME}`);
  await signIn(harbor, stage, "jane@acme.example");
  await expectHeading(north, "See your projects");
  await signIn(north, stage, "jane@acme.north.example");
  await harbor.reload();
  await north.reload();
  expect(await textOf(harbor.locator("header"))).toContain("Signed in as jane@acme.example");
  expect(await textOf(north.locator("header"))).toContain("Signed in as jane@acme.north.example");
  expect(await harbor.content()).not.toContain("NORTHMARK");
  expect(await north.content()).not.toContain("Westbrook");
  const hosts = (await context.cookies()).map(({ domain }) => domain);
  expect(hosts.filter((host) => host.startsWith("."))).toEqual([]);
  await north.getByRole("button", { name: "Sign out" }).click();
  await expectHeading(north, "See your projects");
  await harbor.reload();
  await expectHeading(harbor, "4 projects under way");
  await north.goto(`${stage.northPortals}${NORTH_HOME}`);
  await expectHeading(north, "See your projects");
});

test("a cookie of another portal opens nothing: the address decides", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane@acme.example");
  const [session] = (await context.cookies(stage.portals)).filter(({ name }) => name === "prolens_portal");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await context.addCookies([{ name: "prolens_portal", value: session?.value ?? "", url: stage.northPortals }]);
  await page.goto(`${stage.northPortals}${NORTH_HOME}`);
  await expectHeading(page, "See your projects");
});

test("a browser that keeps no cookies is told so in a plain sentence", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  await refuseCookies(context);
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await page.getByLabel("Work email").fill("jane@acme.example");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect
    .poll(() => textOf(page.locator("main")), patience)
    .toContain("Your browser keeps no cookies for this address");
  expect(await page.getByLabel("Work email").getAttribute("aria-invalid")).toBe("true");
  expect(await context.cookies(stage.portals)).toEqual([]);
});

/** Behaves like a browser in which cookies are switched off: none is kept, so none is ever sent. */
async function refuseCookies(context: BrowserContext): Promise<void> {
  await context.route(/^(?!.*\/assets\/)/, async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    // The browser knows where names below localhost are; who fetches for it here may not.
    const response = await route.fetch({
      url: `http://127.0.0.1:${url.port}${url.pathname}${url.search}`,
      headers: { ...(await request.allHeaders()), host: url.host },
      maxRedirects: 0,
    });
    const { "set-cookie": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}

test("the client's road needs no script", async () => {
  const stage = await openStage();
  const context = await openContext(browser(), { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane.doe@acme.example");
  await expectHeading(page, "No projects");
  await page.locator("main").getByRole("button", { name: "Use another email" }).click();
  await expectHeading(page, "See your projects");
  await signIn(page, stage, "jane@acme.example");
  await expectHeading(page, "4 projects under way");
  await page.getByRole("heading", { level: 3, name: "Loading dock and canopy replacement" }).getByRole("link").click();
  await expectPath(page, "/acme/projects/p-3");
  await expectHeading(page, "Loading dock and canopy replacement");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expectHeading(page, "See your projects");
});
