// What a firm and its clients see of a PSA that is read over the network: slow, ailing, with more in it than is read.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { nothingFound } from "../../src/access/connection-health.ts";
import { connectVendor } from "../../src/commands/connect-psa.ts";
import { createFirm } from "../../src/commands/create-firm.ts";
import { createPortals } from "../../src/commands/create-portals.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { credentialPlace } from "../../src/psa/connect.ts";
import { ROWS_MAX } from "../../src/ui/pages.ts";
import { asOwner } from "../support/test-database.ts";
import { VENDOR_TOKEN, vendorStandIns } from "../support/vendor-stand-in.ts";
import { expectHeading, patience, signIn } from "./browsing.ts";
import type { Tour } from "./inspection.ts";
import type { QuayAccount } from "./quay-account.ts";
import type { Stage } from "./stage.ts";

const SLUG = "quay-works";
const ADMIN = "nora@quay-works.example";
const SETTINGS = "/settings/client-portals";
const REVIEW = "/settings/connections/review";

/** Of a firm of its own, so that nobody else has to wait for it. */
export async function visitVendor(tour: Tour, quay: QuayAccount): Promise<void> {
  const { stage, open, look } = tour;
  await setUp(stage, quay);
  const answer = quay.holdBack();
  const page = await (await open()).newPage();
  await page.goto(stage.office);
  await signIn(page, stage, ADMIN);
  await visitWhileRead(page, tour);
  answer();
  await page.goto(`${stage.office}${SETTINGS}?page=2`);
  await page.getByRole("link", { name: `Previous ${ROWS_MAX}` }).waitFor();
  await look(page, "office-portals-page");
  await page.getByRole("link", { name: /^All \d+ on one page/ }).click();
  await page.getByText("Only addresses and states stand here").waitFor();
  await look(page, "office-portals-all");
  await tell(page, stage, `not_created ${SETTINGS}`);
  await page.goto(`${stage.office}${SETTINGS}`);
  await page.getByText("No portal was created").waitFor();
  await look(page, "office-portals-not-created", { language: "en" });
  await visitHealth(page, tour, quay.client);
  const client = await (await open()).newPage();
  await client.goto(`${stage.portals.replace("harbor-finch", SLUG)}/quay`);
  await signIn(client, stage, quay.client.email);
  await look(client, "portal-home-parts-unread");
  await client.goto(`${stage.portals.replace("harbor-finch", SLUG)}/quay/projects/${quay.projectId}`);
  await client.getByRole("heading", { name: /^Phases/ }).waitFor();
  await look(client, "portal-project-parts-unread");
  await visitNote(page, tour);
}

async function setUp({ database: { db }, vault }: Stage, { client }: QuayAccount): Promise<void> {
  const now = systemClock.now();
  const firm = await createFirm(db, { slug: SLUG, name: "Quay Works", admin: ADMIN as Email, now });
  invariant(firm, "nobody else has this slug");
  const doer = { firmId: firm.id, actor: "test", now };
  const id = randomUUID();
  const identity = { organisation: "Quay Works", tokenOwner: "Nora Quist" };
  const credential = vault.seal(VENDOR_TOKEN, credentialPlace(firm.id, id));
  await connectVendor(db, doer, vendorStandIns.harvest.psa, { id, credential, identity });
  const company = { id: client.id as CompanyId, name: client.name };
  await createPortals(db, doer, [{ company, template: "architect", slug: "quay" }]);
}

/** The pages that list everybody, before everybody was read. */
async function visitWhileRead(page: Page, { stage, look }: Tour): Promise<void> {
  await look(page, "office-portals-being-read");
  await page.goto(`${stage.office}${SETTINGS}/preflight`);
  await expectHeading(page, "Everybody is being read");
  await look(page, "office-preflight-being-read");
  await page.goto(`${stage.office}${SETTINGS}/diagnose?q=amal`);
  await look(page, "office-diagnose-being-read");
  await asOwner(
    stage.database.ownerUrl,
    `INSERT INTO connection (firm_id, id, kind, settings, state, created_at, updated_at)
     SELECT id, gen_random_uuid(), 'csv', '{"dir":"${stage.csv.dir}"}', 'pending', now(), now() FROM firm WHERE slug = '${SLUG}'`,
  );
  await page.goto(`${stage.office}${REVIEW}`);
  await look(page, "office-review-being-read");
  await tell(page, stage, `read_anew ${REVIEW}`);
  await page.reload();
  await page.getByText("Nothing was done").waitFor();
  await look(page, "office-review-read-anew");
  await asOwner(stage.database.ownerUrl, "DELETE FROM connection WHERE state = 'pending' AND kind = 'csv'");
}

/** As if the page that comes next had to say this once. */
async function tell(page: Page, { office }: Stage, what: string): Promise<void> {
  const cookie = { name: "prolens_office_told", value: encodeURIComponent(what), url: office };
  await page.context().addCookies([cookie]);
}

/** A connection that is well, one with trouble, and one that shows nothing; just checked, so that no check changes it meanwhile. */
async function visitHealth(page: Page, { stage, look }: Tour, client: QuayAccount["client"]): Promise<void> {
  await page.goto(`${stage.office}/settings/connections`);
  await look(page, "office-connections-vendor");
  for (const [state, cause, source, detail] of [
    [
      "amber",
      "psa.partial",
      "page.projects",
      "invoices, record 4711: Not readable: amount. Correct the record in Harvest.",
    ],
    ["red", "psa.token_revoked", "check.people", "/v2/contacts answers 401"],
  ]) {
    const findings = { check: null, people: null, projects: { state, cause, source, detail, companyId: client.id } };
    await setHealth(
      stage,
      `state = '${state}', cause = '${cause}', source = '${source}', detail = '${detail}',
         findings = '${JSON.stringify(findings)}', since = now() - interval '9 minutes'`,
    );
    await page.reload();
    await page.locator(`.health-${state}`).waitFor();
    await look(page, `office-connections-${state}`);
  }
}

/** Beside a connection that is well: the client whose pages were just seen, and what was left out of them. */
async function visitNote(page: Page, { stage, look }: Tour): Promise<void> {
  await setHealth(stage, `state = 'green', findings = '${JSON.stringify(nothingFound)}'`);
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByRole("heading", { name: "Left out, as there is too much of it" }).count();
    }, patience)
    .toBe(1);
  await look(page, "office-connections-too-much");
}

async function setHealth({ database }: Stage, values: string): Promise<void> {
  await asOwner(
    database.ownerUrl,
    `UPDATE connection_health SET ${values}, checked_at = now()
     WHERE firm_id = (SELECT id FROM firm WHERE slug = '${SLUG}')`,
  );
}
