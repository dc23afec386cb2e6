import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { nothingFound } from "../../../access/connection-health.ts";
import type { ConnectionHealth } from "../../../data/queries/health.ts";
import type { CompanyId, PortalId } from "../../../domain/ids.ts";
import { presentHealth } from "./present.ts";
import { presentLarge } from "./present-large.ts";
import { Health } from "./view.tsx";

const now = new Date("2026-03-12T10:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const well: ConnectionHealth = {
  ...{ state: "green", cause: null, detail: null, mailedState: "green", canary: null },
  ...{ since: minutesAgo(500), checkedAt: minutesAgo(3), lastGoodAt: minutesAgo(3) },
  ...{ source: null, findings: nothingFound, largeClients: [], organisation: "North Studio", tokenOwner: "Maya Oduya" },
};
const rotate = { label: "Rotate token", href: "/settings/connections/token" };
const testButton = { label: "Test", target: { action: "/settings/connections/test", fields: {} } };
const acme = { id: "p-1" as PortalId, companyName: "Acme" };
const show = (health: ConnectionHealth | null, locale = "en-GB", callsLeft: number | null = 87) => {
  const portal = health?.source === "page.projects" ? acme : null;
  const model = presentHealth(health, { callsLeft, portal, vendor: "Harvest", rotate, test: testButton, now, locale });
  const lines = [...model.lines, ...model.facts].map(
    ({ label, value }) => `${label}: ${typeof value === "string" ? value : value.text}`,
  );
  return { model, lines };
};

describe("how a connection is", () => {
  test("well: what clients see, when it was read, and how many calls are left", () => {
    const { model, lines } = show(well);
    expect(model).toMatchObject({
      state: { kind: "green", text: "Green" },
      reason: expect.stringContaining("answers"),
    });
    expect(lines).toEqual([
      "What clients see: Clients see their projects as usual.",
      "Last good read: 3 minutes ago",
      "Last check: 3 minutes ago",
      "Calls left now: 87 in the present window",
    ]);
  });

  test("red: since when, what clients see meanwhile and the one thing to do come first", () => {
    const { model, lines } = show({ ...well, state: "red", cause: "psa.token_revoked", since: minutesAgo(9) });
    expect(model).toMatchObject({ state: { kind: "red", text: "Red" }, reason: expect.stringContaining("refuses") });
    expect(model.action).toEqual(rotate);
    expect(lines.slice(0, 3)).toEqual([
      "Since: 9 minutes ago",
      "What clients see meanwhile: Clients read “We can’t tell right now”. Nobody reads “No projects”, and nothing is lost.",
      "What to do: Make a new token in Harvest, then press “Rotate token” (Settings → Connections).",
    ]);
  });

  test("found by a check: the next one is what ends it, and the button makes it now", () => {
    const { model, lines } = show({ ...well, state: "red", cause: "psa.down", source: "check.people" });
    expect(model.action).toEqual(testButton);
    expect(lines.join()).not.toContain("It is over");
  });

  test("found by clients' pages: what ends it is said, and the way to a preview stands there", () => {
    const found = { ...well, state: "red", cause: "psa.down", source: "page.people" } as const;
    const people = show(found);
    expect(people.lines).toContainEqual(
      expect.stringMatching(/^It is over: Within a minute of a client’s page being answered again;/),
    );
    expect(people.model.action).toEqual({ label: "Choose a portal to preview", href: "/settings/client-portals" });
    const projects = show({ ...found, state: "amber", source: "page.projects" });
    expect(projects.model.reason).toBe("The projects of Acme could not be read.");
    expect(projects.model.action).toEqual({ label: "Preview Acme", href: "/settings/client-portals/p-1/preview" });
  });

  test("well: nothing is to be mended", () => {
    expect(show(well).model.action).toBeNull();
  });

  test("what a source does not know is left out, and what was never read is said", () => {
    const { lines } = show({ ...well, organisation: null, tokenOwner: null, lastGoodAt: null }, "en-GB", null);
    expect(lines.slice(1)).toEqual(["Last good read: None yet", "Last check: 3 minutes ago"]);
  });

  test("before its first check it says so, in each language", () => {
    expect(show(null).model.state).toEqual({ kind: null, text: "Not checked yet" });
    expect(show(null, "de").model.state.text).toBe("Noch nicht geprüft");
    expect(show(null, "es").model.state.text).toBe("Aún sin comprobar");
  });

  test("clients of whom there is too much are named with what is left out, twenty at the most", () => {
    const clients = Array.from({ length: 22 }, (_, at) => ({
      ...{ companyId: `c-${at}` as CompanyId, companyName: `Client ${at}` },
      parts: ["hours", "margins"] as const,
    }));
    const large = presentLarge(clients, "en-GB");
    expect(large?.clients).toHaveLength(20);
    expect(large?.clients[0]).toEqual({ name: "Client 0", parts: "hours and margin on hours" });
    expect(large?.more).toBe("and 2 more clients");
    expect([presentLarge(clients.slice(0, 20), "de")?.more, presentLarge([], "de")]).toEqual([null, null]);
  });

  test("the state is a word beside its colour, and moments are for machines too", () => {
    const html = renderToString(<Health model={show({ ...well, state: "amber", cause: "psa.partial" }).model} />);
    expect(html).toContain('<strong class="health health-amber">Amber</strong>');
    expect(html).toContain('<time datetime="2026-03-12T09:57:00.000Z">3 minutes ago</time>');
  });
});
