import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { nothingFound } from "../../../access/connection-health.ts";
import type { ConnectionHealth } from "../../../data/queries/health.ts";
import { presentHealth } from "./present.ts";
import { Health } from "./view.tsx";

const now = new Date("2026-03-12T10:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const well: ConnectionHealth = {
  ...{ state: "green", cause: null, detail: null, mailedState: "green", canary: null },
  ...{ since: minutesAgo(500), checkedAt: minutesAgo(3), lastGoodAt: minutesAgo(3) },
  ...{ source: null, findings: nothingFound, largeClients: [], organisation: "North Studio", tokenOwner: "Maya Oduya" },
};
const rotate = { label: "Rotate token", href: "/settings/connections/token" };
const show = (health: ConnectionHealth | null, locale = "en-GB", callsLeft: number | null = 87) => {
  const model = presentHealth(health, { callsLeft, rotate, now, locale });
  const lines = model.lines.map(({ label, value }) => `${label}: ${typeof value === "string" ? value : value.text}`);
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
      "What to do: Make a new token in the PSA and put it in under Settings → Connections.",
    ]);
  });

  test("found by clients' pages: what ends it is said, and nothing to press mends it", () => {
    const found = { ...well, state: "red", cause: "psa.down", source: "page.people" } as const;
    const { model, lines } = show(found);
    expect(lines).toContainEqual(expect.stringMatching(/^It is over: when such a page is answered again;/));
    expect(model.action).toBeNull();
    expect(show({ ...found, source: "check.people" }).lines.join()).not.toContain("It is over");
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

  test("the state is a word beside its colour, and moments are for machines too", () => {
    const html = renderToString(<Health model={show({ ...well, state: "amber", cause: "psa.partial" }).model} />);
    expect(html).toContain('<strong class="health health-amber">Amber</strong>');
    expect(html).toContain('<time datetime="2026-03-12T09:57:00.000Z">3 minutes ago</time>');
  });
});
