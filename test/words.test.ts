// Every text that a client can come to read before they see their projects: closed pages, the sign-in with all that can go
// wrong in it, what follows when they ask the firm, the office's word to clients, and the mails. In every language.
import { describe, expect, test } from "vitest";
import { parseEmail } from "../src/domain/email.ts";
import type { Firm } from "../src/domain/firm.ts";
import type { FirmId } from "../src/domain/ids.ts";
import { presentCodeStep, presentEmailStep, presentLinkStep } from "../src/identity/present-sign-in.ts";
import type { CodeProblem, EmailProblem, LinkEnd, SignInWords } from "../src/identity/sign-in-parts.ts";
import { invariant } from "../src/lib/invariant.ts";
import { addressMail, nowOpenMail } from "../src/mail/access-mail.ts";
import { codeMail } from "../src/mail/code-mail.ts";
import { presentNoTeam } from "../src/office/sign-in/present.ts";
import { presentAsked } from "../src/portal/ask/present.ts";
import { type ClosedInput, presentClosed } from "../src/portal/closed/present.ts";
import type { NoticeModel } from "../src/ui/components/notice.tsx";
import { expectPlainWords, expectShort } from "./support/plain-words.ts";

const firm: Firm = { id: "f" as FirmId, slug: "north", name: "North Studio", contactEmail: "nora@north.example" };
const email = parseEmail("jane@acme.example");
invariant(email, "the sample is an email");

const closedKinds: Record<ClosedInput["kind"], { asks: boolean }> = {
  cannot_tell: { asks: true },
  paused: { asks: true },
  no_projects_yet: { asks: true },
  nothing_shown: { asks: true },
  no_such_project: { asks: false },
  team: { asks: false },
  link_of_other: { asks: false },
  elsewhere: { asks: true },
  not_open: { asks: true },
  no_projects: { asks: true },
};

function textsOf(model: NoticeModel): string[] {
  return [model.heading, ...model.paragraphs, ...model.actions.map(({ label }) => label), model.contact?.label ?? ""];
}

const locales = ["en-GB", "de-DE", "es-ES"];

describe.each(
  locales.flatMap((locale) => Object.entries(closedKinds).map(([kind, page]) => [kind, locale, page] as const)),
)("the closed page %s, in %s", (kind, locale, { asks }) => {
  const { model } = presentClosed({
    kind: kind as ClosedInput["kind"],
    firm,
    email,
    companyName: "Acme Corp",
    portals: [{ name: "Birch & Sons", href: "/birch" }],
    reference: "PL-7K3M-9Q",
    path: "/acme",
    homeHref: "/acme",
    officeUrl: null,
    place: "north.portal.example/acme",
    locale,
  });

  test("says what happened in at most forty plain words", () => {
    for (const text of textsOf(model)) expectPlainWords(text);
    expectShort(model.paragraphs.join(" "));
  });

  test("says what to do and whom to ask", () => {
    expect(model.actions.length).toBeGreaterThan(0);
    expect(model.contact?.label).toContain("North Studio");
    expect(model.actions.some((one) => "formAction" in one && one.formAction.action === "/ask")).toBe(asks);
    expect(model.reference?.code).toBe("PL-7K3M-9Q");
    if (locale !== "en-GB") return;
    expect(model.contact?.label).toBe("Write to North Studio");
    expect(model.actions.some(({ label }) => label === "Ask North Studio")).toBe(asks);
  });
});

describe.each(locales)("the sign-in, in %s", (locale) => {
  const words: SignInWords = {
    heading: "See your projects",
    lead: "Type your work email, the one North Studio writes to.",
    open: "Open my projects",
    phoneHelp: "North Studio can also give you a code by phone; type it here.",
  };
  const ends: Record<LinkEnd, true> = {
    expired: true,
    replaced: true,
    already_used: true,
    no_tries_left: true,
    unreadable: true,
  };
  const emailProblems: EmailProblem[] = [
    { kind: "not_an_email" },
    { kind: "wait", waitMs: 90_000 },
    { kind: "cookies_off" },
    { kind: "other_browser" },
    { kind: "start_again" },
    ...Object.keys(ends).map((end) => ({ kind: "link" as const, end: end as LinkEnd })),
  ];
  const codeProblems: CodeProblem[] = [
    { kind: "wrong", triesLeft: 3 },
    { kind: "wrong", triesLeft: 0 },
    { kind: "no_tries_left" },
    ...(["resend", "mail", "try"] as const).map((what) => ({ kind: "wait" as const, waitMs: 90_000, what })),
    { kind: "mail_failed" },
  ];

  test.each(emailProblems)("at the email, $kind $end", (problem) => {
    const step = { email: "", nextPath: "/", problem, reference: null, signedInAs: null };
    const { heading, lead, field, submit } = presentEmailStep(step, words, locale) as ReturnType<
      typeof presentEmailStep
    > & { step: "email" };
    const said = [heading, ...lead, field.problem ?? "", submit];
    for (const text of said) expectPlainWords(text);
    expectShort(lead.join(" "));
    expectShort(field.problem ?? "");
  });

  test.each(codeProblems)("at the code, $kind", (problem) => {
    const step = { email, nextPath: "/", isSent: true, resendWaitMs: 0, problem, reference: null };
    const { heading, lead, field } = presentCodeStep(step, words, locale) as ReturnType<typeof presentCodeStep> & {
      step: "code";
    };
    for (const text of [heading, ...lead, field.problem ?? ""]) expectPlainWords(text);
    expectShort(field.problem ?? "");
    if (locale === "en-GB") expect(field.problem).toMatch(/send|type|compare|use|try|ask/i);
  });

  test.each([{ kind: "here", token: "t" } as const, { kind: "elsewhere", code: "123456" } as const])(
    "behind a link, $kind",
    (where) => {
      const model = presentLinkStep(
        { email, nextPath: "/", signedInAs: null, reference: null, ...where },
        words,
        locale,
      );
      for (const text of [model.heading, ...model.lead]) expectPlainWords(text);
      expectShort(model.lead.join(" "));
    },
  );
});

test.each(
  locales.flatMap((locale) => (["told", "already", "too_often"] as const).map((kind) => [kind, locale] as const)),
)("after asking the firm (%s), in %s", (kind, locale) => {
  const now = new Date("2026-11-25T12:00:00Z");
  const asked = { kind, firm, email, askedAt: now, reference: "", next: "/acme", host: "north.example", now, locale };
  const { model } = presentAsked(asked);
  for (const text of textsOf(model)) expectPlainWords(text);
  expectShort(model.paragraphs.join(" "));
  expect([model.heading, ...model.paragraphs].join(" ")).toContain(firm.name);
});

test.each(locales.flatMap((locale) => [[], [firm.name]].map((known) => [known, locale] as const)))(
  "the office's word to a client of %s, in %s",
  (known, locale) => {
    const firms = known.map((firmName) => ({ firmName, href: "/", reference: null }));
    const model = presentNoTeam({ email, firms, locale });
    for (const { label } of model.actions) expectPlainWords(label);
    expectPlainWords(`${model.heading} ${model.text}`);
    expectShort(model.text);
  },
);

describe.each(locales)("mails to clients, in %s", (locale) => {
  const about = {
    to: email,
    firmName: firm.name,
    contactEmail: firm.contactEmail,
    address: "https://north.example/acme",
    locale,
  };
  const code = {
    to: email,
    firmName: firm.name,
    code: "123456",
    host: "north.example",
    link: "https://north.example/l",
    locale,
  };
  test.each([
    ["with a code", codeMail(code)],
    ["that they can get in now", nowOpenMail(about)],
    ["with the address", addressMail(about)],
  ])("%s", (_, { subject, text, html }) => {
    expectPlainWords(subject);
    expectPlainWords(text);
    expect(subject).toContain(firm.name);
    expect(text).toMatch(/https:\/\/north\.example/);
    const said = html
      .replace(/<\/?a\b[^>]*>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/&#(\d+);/g, (__, n) => String.fromCharCode(Number(n)));
    const wordsOf = (body: string) => body.replace(/\s+/g, " ").replaceAll(" :", ":").trim();
    for (const line of text.split("\n\n"))
      expect(wordsOf(said)).toContain(wordsOf(line.split("\n")[0] ?? "").replace(/:$/, ""));
  });
});
