// What the firm reads about its clients' pages while a connection is in trouble is what stands on these pages.
import { expect, test } from "vitest";
import type { Cause } from "../src/access/causes.ts";
import type { HealthSource } from "../src/access/connection-health.ts";
import { explainTrouble } from "../src/access/explain/firm-sources.ts";
import { explainHealth } from "../src/access/explain/health.ts";
import type { HealthState } from "../src/domain/connection-health.ts";
import { retell } from "../src/domain/psa-texts/retell.ts";
import { vendorText } from "../src/domain/psa-texts/vendor-words.ts";
import { languages } from "../src/lib/locale.ts";
import { connectionWords } from "../src/office/connections/words.ts";
import { closedWords } from "../src/portal/closed/words.ts";

type Quoted = ("cannot_tell" | "no_projects")[];
const troubles: [HealthState, Cause, HealthSource, Quoted][] = [
  ["red", "psa.down", "check.people", ["cannot_tell", "no_projects"]],
  ["red", "psa.token_revoked", "check.people", ["cannot_tell", "no_projects"]],
  ["red", "psa.token_sealed", "check.people", ["cannot_tell", "no_projects"]],
  ["red", "psa.wrong_org", "check.people", ["cannot_tell", "no_projects"]],
  ["red", "psa.bad_answer", "check.people", ["cannot_tell", "no_projects"]],
  ["red", "psa.partial", "check.people", ["cannot_tell", "no_projects"]],
  ["amber", "psa.partial", "check.people", ["cannot_tell"]],
  ["amber", "psa.rate_limited", "check.people", ["cannot_tell"]],
  ["amber", "psa.down", "check.people", ["cannot_tell"]],
  ["amber", "psa.token_sees_less", "check.people", ["no_projects"]],
  ["red", "psa.down", "page.people", ["cannot_tell", "no_projects"]],
  ["red", "psa.down", "check.projects", ["cannot_tell", "no_projects"]],
  ["red", "psa.wrong_org", "check.projects", ["cannot_tell", "no_projects"]],
  ["amber", "psa.down", "page.projects", ["cannot_tell"]],
  ["amber", "psa.partial", "page.projects", ["cannot_tell"]],
  ["red", "psa.token_revoked", "page.projects", ["cannot_tell", "no_projects"]],
  ["amber", "psa.wrong_org", "check.token", []],
  ["amber", "psa.down", "check.token", []],
  ["amber", "psa.rate_limited", "check.everybody", []],
];

const green = { state: "green", cause: null, detail: null, source: null } as const;

test.each(troubles)(
  "%s by %s, met by %s: what clients see is quoted as they read it, in every language, and something is to do",
  (state, cause, source, quoted) => {
    for (const language of languages) {
      const said = explainHealth({ state, cause, source, detail: "its own words" }, language);
      for (const key of ["cannot_tell", "no_projects"] as const)
        expect(said.clients.includes(closedWords(language)(key))).toBe(quoted.includes(key));
      expect(said.remedy).not.toBeNull();
      expect(said.reason).not.toBe(explainHealth(green, language).reason);
    }
  },
);

test("trouble with the token alone claims no closed page, and trouble with projects alone no silence", () => {
  const clients = (cause: Cause, source: HealthSource) =>
    explainHealth({ state: "amber", cause, source, detail: null }, "en-GB").clients;
  expect(clients("psa.down", "check.token")).toBe("Clients see their projects as usual.");
  expect(clients("psa.wrong_org", "check.token")).toMatch(/^Pages are answered with what the token still shows/);
  const said = explainHealth({ state: "red", cause: "psa.down", source: "check.projects", detail: "500" }, "en-GB", {
    vendor: "Harvest",
  });
  expect(said.reason).toBe("Harvest says who people are, but its projects cannot be read.");
  expect(said.cameBack).toBe("500");
});

test("a client whose projects cannot be read is named, and a key that is refused for them is no matter of theirs alone", () => {
  for (const language of languages) {
    const about = { state: "amber", source: "page.projects", detail: null } as const;
    const explain = (cause: Cause, client: string | null) => explainHealth({ ...about, cause }, language, { client });
    for (const cause of ["psa.down", "psa.partial", "psa.wrong_org"] as const) {
      expect(explain(cause, "Acme Corp").reason).toContain("Acme Corp");
      expect(explain(cause, null).reason).not.toContain("null");
    }
    expect(explain("psa.wrong_org", null).clients).not.toBe(explain("psa.down", null).clients);
  }
});

test("a folder that cannot be read is told as that, and the sentence of its file is what to do", () => {
  const detail = "contacts.csv is missing in the CSV folder. Put it there; without it nobody can be let in.";
  for (const language of languages) {
    for (const [state, cause, source] of [
      ["red", "psa.down", "check.people"],
      ["red", "psa.bad_answer", "page.people"],
      ["red", "psa.down", "check.projects"],
    ] as const) {
      const said = explainHealth({ state, cause, source, detail }, language);
      expect(said.reason).toMatch(
        /^(Something in the CSV folder cannot be read|Etwas im CSV-Ordner lässt sich nicht lesen|Algo de la carpeta CSV no se puede leer)\.$/,
      );
      expect([said.remedy, said.remedy?.startsWith("contacts.csv") || language === "es"]).toEqual([
        retell(detail, language),
        true,
      ]);
      expect(said.clients).toContain(closedWords(language)("cannot_tell"));
      expect(said.cameBack).toBeNull();
    }
    const ofOne = explainHealth({ state: "amber", cause: "psa.down", source: "page.projects", detail }, language, {
      client: "Acme",
    });
    expect([ofOne.reason.includes("Acme"), ofOne.reason.includes("csv"), ofOne.remedy]).toEqual([
      true,
      false,
      retell(detail, language),
    ]);
  }
  const ofRow = "contacts.csv, line 2: No email: this contact cannot sign in. Add one, or ignore this.";
  const partial = explainHealth(
    { state: "amber", cause: "psa.partial", source: "check.people", detail: ofRow },
    "en-GB",
  );
  expect(partial.reason).toContain("Some records");
});

test("one known person who is gone names both that may be so, in every language", () => {
  for (const language of languages) {
    const detail = "jane@acme.example";
    const about = { state: "amber", cause: "psa.token_sees_less", source: "check.people" } as const;
    const said = explainHealth({ ...about, detail }, language);
    expect(said.reason).toContain(detail);
    expect(said.reason).toMatch(/token/i);
    expect(said.reason).not.toBe(explainHealth({ ...about, detail: null }, language).reason);
  }
});

test("calls that are short and calls that are refused are told apart", () => {
  const say = (detail: string | null) =>
    explainHealth({ state: "amber", cause: "psa.rate_limited", detail, source: "check.people" }, "en-GB").reason;
  expect(say(null)).toBe("Few calls to the PSA are left for the moment.");
  expect(say("3 a second")).toBe("The PSA asks ProLens to wait.");
});

test("the vendor's own wait and our own share used up are told apart, and what clients read until when, in every language", () => {
  const about = { state: "amber", cause: "psa.rate_limited", source: "check.people" } as const;
  for (const language of languages) {
    const asked = explainHealth({ ...about, detail: vendorText("asked_to_wait", { when: "14:05 UTC" }) }, language);
    const share = explainHealth({ ...about, detail: vendorText("share_used", { count: 50, seconds: 10 }) }, language);
    expect(asked.reason).toContain("14:05 UTC");
    expect(share.reason).toMatch(/ProLens.*50.*10/);
    expect(asked.clients).toContain(closedWords(language)("cannot_tell"));
    expect(asked.clients).not.toBe(share.clients);
    const trouble = {
      cause: "psa.rate_limited",
      detail: vendorText("share_used", { count: 50, seconds: 10 }),
    } as const;
    expect(explainTrouble(trouble, language).reason).toMatch(/ProLens.*50.*10/);
  }
});

test("a token that is refused: the vendor by its name, and the button by the words that stand on it, in every language", () => {
  for (const language of languages) {
    const health = { state: "red", cause: "psa.token_revoked", source: "check.people", detail: "401" } as const;
    const said = explainHealth(health, language, { vendor: "Harvest" });
    expect(said.reason).toMatch(/Harvest/);
    expect(said.remedy).toContain(connectionWords(language)("rotate"));
    expect(`${said.reason}${said.remedy}${said.clients}`).not.toMatch(/PSA|401|none/);
    expect(explainHealth(health, language).reason).toMatch(/PSA/);
  }
});
