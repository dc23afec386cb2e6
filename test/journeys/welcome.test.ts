// The firm's welcome at its door: however long it is, what people come for is in sight first.
import { expect, test } from "vitest";
import { setBrandingTexts } from "../../src/commands/set-branding.ts";
import { unscopedFindFirmBySlug } from "../../src/data/queries/firms.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { desk, openContext, phone, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

/** As long as a welcome may be. */
const long = "Welcome to your projects. We are glad that you are here. ".repeat(30).slice(0, 1500);

async function greetWith(welcome: string, { database: { db } }: Stage): Promise<void> {
  const firm = await unscopedFindFirmBySlug(db, "harbor-finch");
  if (!firm) throw new Error("the stage has Harbor & Finch");
  const texts = { accent: null, welcome, supportEmail: null, supportPhone: null };
  await setBrandingTexts(db, { firmId: firm.id, actor: "test", now: systemClock.now() }, { texts, seen: null });
}

test("below the longest welcome's form nothing is pushed away: email and button stand in the first view, on the smallest phone too", async () => {
  const stage = await openStage();
  await greetWith(long, stage);
  for (const viewport of [desk, phone, { width: 320, height: 640 }]) {
    const page = await (await openContext(browser(), { viewport })).newPage();
    await page.goto(`${stage.portals}/acme`);
    const bottom = async (element: ReturnType<typeof page.locator>) => {
      const box = await element.boundingBox();
      return box ? box.y + box.height : Number.POSITIVE_INFINITY;
    };
    const [field, button] = [page.getByLabel("Work email"), page.getByRole("button", { name: "Send me a code" })];
    expect(await bottom(field)).toBeLessThan(viewport.height);
    expect(await bottom(button)).toBeLessThan(viewport.height);
    const welcome = await page.locator(".welcome").boundingBox();
    expect(welcome?.y).toBeGreaterThan(await bottom(button));
    // A line holds no more than can be read with ease.
    expect(welcome?.width).toBeLessThanOrEqual(576);
  }
});
