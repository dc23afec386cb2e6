// What the firm reads about its clients' pages while a connection is in trouble is what stands on these pages.
import { expect, test } from "vitest";
import type { Cause } from "../src/access/causes.ts";
import { explainHealth } from "../src/access/explain/health.ts";
import type { HealthState } from "../src/domain/connection-health.ts";
import { languages } from "../src/lib/locale.ts";
import { closedWords } from "../src/portal/closed/words.ts";

const troubles: [HealthState, Cause, quoted: ("cannot_tell" | "no_projects")[]][] = [
  ["red", "psa.down", ["cannot_tell", "no_projects"]],
  ["red", "psa.token_revoked", ["cannot_tell", "no_projects"]],
  ["red", "psa.wrong_org", ["cannot_tell", "no_projects"]],
  ["red", "psa.bad_answer", ["cannot_tell", "no_projects"]],
  ["red", "psa.partial", ["cannot_tell", "no_projects"]],
  ["amber", "psa.partial", ["cannot_tell"]],
  ["amber", "psa.rate_limited", ["cannot_tell"]],
  ["amber", "psa.down", ["cannot_tell"]],
  ["amber", "psa.token_sees_less", ["no_projects"]],
];

test.each(troubles)(
  "%s by %s: what clients see is quoted as they read it, in every language, and something is to do",
  (state, cause, quoted) => {
    for (const language of languages) {
      const { reason, clients, remedy } = explainHealth({ state, cause, detail: "its own words" }, language);
      for (const key of quoted) expect(clients).toContain(closedWords(language)(key));
      expect(remedy).not.toBeNull();
      expect(reason).not.toBe(explainHealth({ state: "green", cause: null, detail: null }, language).reason);
    }
  },
);

test("calls that are short and calls that are refused are told apart", () => {
  const say = (detail: string | null) =>
    explainHealth({ state: "amber", cause: "psa.rate_limited", detail }, "en-GB").reason;
  expect(say(null)).toBe("Few calls to the PSA are left for the moment.");
  expect(say("3 a second")).toBe("The PSA asks ProLens to wait (3 a second).");
});
