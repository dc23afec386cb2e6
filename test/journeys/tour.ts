// Every page of the program in every state that it has: for checks and for pictures of all of them.
import type { Page } from "playwright-core";
import { sampleAdmin, sampleTeam } from "../../demo/sample-firm.ts";
import { setBrandingTexts } from "../../src/commands/set-branding.ts";
import { unscopedFindFirmBySlug } from "../../src/data/queries/firms.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { languages } from "../../src/lib/locale.ts";
import { asOwner } from "../support/test-database.ts";
import { askCode, expectHeading, signIn, typeCode } from "./browsing.ts";
import type { Tour } from "./inspection.ts";
import type { QuayAccount } from "./quay-account.ts";
import type { Stage } from "./stage.ts";
import { visitConnections } from "./tour-connections.ts";
import { visitPortals } from "./tour-portals.ts";
import { visitPreview } from "./tour-preview.ts";
import { visitRequests } from "./tour-requests.ts";
import { visitReview } from "./tour-review.ts";
import { visitTemplates } from "./tour-templates.ts";
import { visitUnread } from "./tour-unread.ts";
import { visitUpdates } from "./tour-updates.ts";
import { visitVendor } from "./tour-vendor.ts";
import { visitVisibility } from "./tour-visibility.ts";

/** Needs a stage with the development mailbox, on which `quay` is looked for where Harvest is. */
export async function tourEveryPage(tour: Tour, quay: QuayAccount): Promise<void> {
  await Promise.all([visitPortals(tour), visitOffice(tour), visitVendor(tour, quay)]);
  await visitWelcome(tour);
  await visitPreview(tour);
  await visitRequests(tour);
  await visitTroubles(tour);
}

/** A code by phone, for whom the PSA confirms and for whom it does so no longer when the button is pressed. */
async function visitPhoneCode(page: Page, { stage, look }: Tour): Promise<void> {
  for (const [email, name] of [
    ["jane@acme.example", "office-phone-code"],
    ["jane.doe@acme.example", "office-phone-code-refused"],
  ] as const) {
    await page.goto(`${stage.office}/settings/client-portals/diagnose/person?email=jane@acme.example`);
    await page
      .locator('form[action$="/diagnose/code"] input[name="email"]')
      .evaluate((input, value) => void Object.assign(input, { value }), email);
    await page.getByRole("button", { name: "Give a code by phone" }).click();
    await expectHeading(page, new RegExp(`code .*${email}`));
    await look(page, name);
  }
}

/** The office’s word to whoever is in no team is the answer to their code. */
async function visitOnce({ stage, open, look }: Tour): Promise<void> {
  for (const language of languages)
    for (const [email, name] of [
      ["linda.cho@acme.example", "office-client"],
      ["nobody@elsewhere.example", "office-no-team"],
    ] as const) {
      const page = await (await open(language)).newPage();
      await page.goto(`${stage.office}/sign-in`);
      await askCode(page, email);
      await typeCode(page, stage.newestCode(email));
      await page.locator(".notice").waitFor();
      await look(page, name, { language });
    }
}

/** The door of a firm that greets. */
async function visitWelcome({ stage, open, look }: Tour): Promise<void> {
  const firm = await unscopedFindFirmBySlug(stage.database.db, "north-studio");
  invariant(firm !== null, "the stage has North Studio");
  const texts = { accent: null, welcome: triedBranding.welcome, supportEmail: null, supportPhone: null };
  const doer = { firmId: firm.id, actor: "test", now: systemClock.now() };
  await setBrandingTexts(stage.database.db, doer, { texts, seen: null });
  const page = await (await open()).newPage();
  await page.goto(`${stage.northPortals}/acme`);
  await page.locator(".welcome").waitFor();
  await look(page, "portal-sign-in-welcome");
}

/** The firm's own side, from its door on. */
async function visitOffice({ stage, open, look }: Tour): Promise<void> {
  const stranger = await (await open()).newPage();
  await stranger.goto(stage.office);
  await look(stranger, "office-sign-in");
  await askCode(stranger, "linda.cho@acme.example");
  await look(stranger, "office-code");
  await visitOnce({ stage, open, look });
  await stage.csv.append("companies.csv", "c-91,Quarry Lane Partners,false,");
  const page = await (await open()).newPage();
  await page.goto(stage.office);
  await signIn(page, stage, sampleAdmin.email);
  await look(page, "office-portals");
  await page.getByRole("row").filter({ hasText: "Acme Corp" }).getByText("More").click();
  await look(page, "office-portals-more");
  await page.goto(`${stage.office}/settings/client-portals?q=acme`);
  await look(page, "office-portals-filtered");
  await page.goto(`${stage.office}/settings/client-portals?q=xyz`);
  await look(page, "office-portals-none-found");
  await page.goto(`${stage.office}/settings/client-portals/preflight`);
  await look(page, "office-preflight");
  await page.goto(`${stage.office}/settings/client-portals/watch`);
  await page.getByRole("button", { name: "Look now" }).click();
  await look(page, "office-watch");
  await page.goto(`${stage.office}/settings/client-portals/branding?${new URLSearchParams(triedBranding)}`);
  await look(page, "office-branding-preview");
  await page.goto(`${stage.office}/mailbox`);
  await look(page, "office-mailbox");
  await visitVisibility(page, { stage, look });
  await visitReview(page, { stage, look });
  await visitTemplates(page, { stage, look });
  await visitApiKeys(page, { stage, look });
  await visitUpdates(page, { stage, open, look });
  await visitPhoneCode(page, { stage, open, look });
  await visitDiagnose({ stage, open, look }, page);
  await visitAsViewer({ stage, open, look });
}

const triedBranding = {
  preview: "yes",
  swatch: "other",
  hex: "#e8b400",
  welcome:
    "# Good to see you\n\nWelcome to **your** projects.\n\n- Drawings come on Fridays\n- Invoices at the end of a month",
  "support-email": "help at studio",
  "support-phone": "+44 20 7946 0123",
};

async function visitApiKeys(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  await page.goto(`${stage.office}/settings/api-keys`);
  await look(page, "office-api-keys-none");
  await page.getByLabel("What the key is for").fill("Help desk");
  await page.getByRole("button", { name: "Create a key" }).click();
  await expectHeading(page, "Copy the key now");
  await look(page, "office-api-key-new");
  await page.getByRole("link", { name: "I have stored it" }).click();
  await expectHeading(page, "API keys");
  await look(page, "office-api-keys");
  await page.goto(`${stage.office}/pulse`);
  await look(page, "office-pulse");
  await visitTeam(page, { stage, look });
}

/** Diagnose, about the people whom the tour has turned away. */
async function visitDiagnose({ stage, look }: Tour, page: Page): Promise<void> {
  const diagnose = `${stage.office}/settings/client-portals/diagnose`;
  for (const [query, name] of [
    ["", "office-diagnose"],
    ["?q=acme", "office-diagnose-found"],
    ["?q=PL-7K3M-9R", "office-diagnose-mistyped"],
    ["?q=new@acme.example", "office-diagnose-nobody"],
    ["/person?email=jane.doe@acme.example&portal=acme", "office-diagnose-person-differs"],
    ["/person?email=zoe.hart@tidewaterhousing.example", "office-diagnose-person-no-company"],
    ["/person?email=jane@acme.example", "office-diagnose-person-granted"],
    ["/references/PL-7K3M-9Q", "office-diagnose-nothing-stored"],
    ["/limits", "office-diagnose-nobody-limited"],
  ] as const) {
    await page.goto(`${diagnose}${query}`);
    await look(page, name);
  }
  await page.goto(`${diagnose}/person?email=jane.doe@acme.example&portal=acme`);
  await page.getByRole("button", { name: "Check again now" }).click();
  await page.getByText("Nothing has changed").waitFor();
  await look(page, "office-diagnose-checked-again");
  await page.goto(`${diagnose}/person?email=linda.cho@acme.example`);
  await page.getByText("Limit or block this contact").click();
  await look(page, "office-diagnose-limit-form");
  await page.getByRole("button", { name: "Block: show them no project here" }).click();
  await expectHeading(page, /^linda\.cho@acme\.example does not get in/);
  await look(page, "office-diagnose-person-blocked");
  await page.goto(`${diagnose}/limits`);
  await look(page, "office-diagnose-limits");
}

/** The team, and the question that comes before the one to whom clients write leaves it. */
async function visitTeam(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  const member = sampleTeam[0].email;
  await join(stage, member, "member");
  const row = (email: string) => page.getByRole("row").filter({ hasText: email });
  await page.goto(`${stage.office}/settings/team`);
  await page.getByLabel("Work email").fill(member);
  await page.getByRole("button", { name: "Add to the team" }).click();
  await row(member).waitFor();
  await look(page, "office-team");
  await row(member).getByRole("button", { name: "Make admin" }).click();
  await row(sampleAdmin.email).getByRole("button", { name: "Remove" }).click();
  await expectHeading(page, "Whom do clients write to from now on?");
  await look(page, "office-team-leaving");
  await page.getByRole("link", { name: "Back to the team" }).click();
  await row(member).getByRole("button", { name: "Remove" }).click();
  await row(member).waitFor({ state: "detached" });
}

/** Somebody more in the firm’s team. */
async function join({ database }: Stage, email: string, role: "member" | "viewer"): Promise<void> {
  await asOwner(
    database.ownerUrl,
    `INSERT INTO team_user (firm_id, id, email, role, created_at)
     SELECT id, gen_random_uuid(), '${email}', '${role}', now() FROM firm WHERE slug = 'harbor-finch'`,
  );
}

async function visitAsViewer({ stage, open, look }: Tour): Promise<void> {
  await join(stage, "viewer@harbor-finch.example", "viewer");
  const page = await (await open()).newPage();
  await page.goto(stage.office);
  await signIn(page, stage, "viewer@harbor-finch.example");
  await page.getByRole("button", { name: /^Create a portal/ }).click();
  await expectHeading(page, "Only an admin can do this");
  await look(page, "office-admins-only");
}

/** The firm’s own pages while its PSA does not answer. */
async function visitUnanswered(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  for (const [path, name] of [
    ["", "office-portals-no-answer"],
    ["/preflight", "office-preflight-no-answer"],
    ["/diagnose/person?email=raul.ibanez@acme.example&portal=acme", "office-diagnose-no-answer"],
  ] as const) {
    await page.goto(`${stage.office}/settings/client-portals${path}`);
    await look(page, name);
  }
  await page.goto(`${stage.office}/updates/new`);
  await look(page, "office-update-no-answer");
}

/** What stands still or does not answer; last, because it is hard on the others. */
async function visitTroubles({ stage, open, look }: Tour): Promise<void> {
  const admin = await (await open()).newPage();
  await admin.goto(stage.office);
  await signIn(admin, stage, sampleAdmin.email);
  await visitConnections(admin, { stage, look });
  await admin.goto(stage.office);
  const client = await (await open()).newPage();
  await client.goto(`${stage.portals}/acme`);
  await signIn(client, stage, "raul.ibanez@acme.example");
  await visitUnread(client, { stage, open, look });
  await asOwner(stage.database.ownerUrl, "UPDATE portal SET state = 'paused' WHERE company_id = 'c-12'");
  await client.reload();
  await expectHeading(client, "This page is paused");
  await look(client, "portal-paused");
  await stage.csv.hide();
  await client.reload();
  await expectHeading(client, "We can’t tell right now");
  await look(client, "portal-cannot-tell");
  await visitUnanswered(admin, { stage, look });
  await stage.csv.bringBack();
  const { port } = new URL(stage.portals);
  await asOwner(
    stage.database.ownerUrl,
    `INSERT INTO custom_host (firm_id, host, state, created_at)
     SELECT id, 'projects.harbor.localhost:${port}', 'pending', now() FROM firm WHERE slug = 'harbor-finch'`,
  );
  await client.goto(`http://projects.harbor.localhost:${port}/acme`);
  await look(client, "host-pending");
  await client.goto(stage.portals.replace("harbor-finch", "no-such-firm"));
  await look(client, "unknown-host");
}
