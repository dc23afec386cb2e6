import { expect, test } from "vitest";
import { openContext, useBrowser } from "./browsing.ts";
import { openInspection } from "./inspection.ts";
import { openQuayAccount } from "./quay-account.ts";
import { openReader } from "./reader.ts";
import { openAlbum } from "./shots.ts";
import { openStage } from "./stage.ts";
import { tourEveryPage } from "./tour.ts";

const browser = useBrowser();

test("every page in every state and language is accessible and fits, on a phone and a desk, light and dark, and raises no complaint", {
  timeout: 1_200_000,
}, async () => {
  const quay = await openQuayAccount();
  const stage = await openStage({ mail: "mailbox", vendorOrigins: { harvest: quay.url } });
  // `npm run shots` is this same walk with a camera in place of the inspection.
  const album = process.env.MODE === "shots" ? await openAlbum() : null;
  const inspection = await openInspection(browser(), stage, album?.take);
  const seen: string[] = [];
  const look: typeof inspection.look = async (page, name, onlyOnce) => {
    seen.push(`${name} ${onlyOnce?.language ?? ""}`);
    await inspection.look(page, name, onlyOnce);
  };
  await tourEveryPage({ stage, open: inspection.open, look }, quay);
  const faults = await inspection.finish();
  await album?.finish();
  expect(faults).toEqual([]);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(125);
});

test("the check can fail: grey on grey, an unnamed picture and a too wide page are noticed at every width, light and dark", async () => {
  const read = await openReader(await openContext(browser()), "about:blank");
  const { faults } = await read({
    html: `<!doctype html><html lang="en"><title>x</title><main><h1 style="color:#999;background:#aaa;width:2000px">Grey</h1><img src="data:,"></main></html>`,
  });
  expect(faults.filter((fault) => fault.includes("color-contrast"))).toHaveLength(4);
  // Other colours do not change it, so it is looked for in the light alone.
  expect(faults.filter((fault) => fault.includes("image-alt"))).toHaveLength(2);
  expect(faults.filter((fault) => fault.includes("scrolls sideways"))).toHaveLength(5);
});
