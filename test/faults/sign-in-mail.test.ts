// Mail that does not go: the visitor gets to the code step all the same, and the firm can read what the mail server said.
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { resetBranding, setBrandingPicture } from "../../src/commands/set-branding.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { readPersonHistory } from "../../src/data/queries/person-history.ts";
import { mailRecord } from "../../src/data/schema/rescue-tables.ts";
import type { Email } from "../../src/domain/email.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { type Mailer, smtpMailer } from "../../src/mail/mailer.ts";
import { encodePicture } from "../../src/pictures/encode-picture.ts";
import { expectCause, referenceOf, signInCauses } from "../support/decisions.ts";
import { freePort } from "../support/free-port.ts";
import { startMailCatcher } from "../support/mail-catcher.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const HOME = "/acme-northmark";
const JANE = "jane@acme.north.example";

let firms: TwoFirms;
let mailer: Mailer;
beforeAll(async () => {
  firms = await startTwoFirms({ masterKey: randomBytes(32), mailer: () => ({ send: (mail) => mailer.send(mail) }) });
});
afterAll(() => firms.stop());

/** A mail server of this test's own. */
async function serve(options: SMTPServerOptions): Promise<void> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], ...options });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  mailer = smtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "portal@north.example" });
}

async function closedPort(): Promise<void> {
  mailer = smtpMailer({ smtpUrl: `smtp://127.0.0.1:${await freePort()}`, from: "portal@north.example" });
}

/** It takes the connection and never says a word. */
async function silentServer(): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  mailer = smtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "portal@north.example", timeoutMs: 200 });
}

function refusal(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

async function mailsTo(email: string) {
  const rows = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) => tx.select().from(mailRecord));
  return rows
    .filter((row) => row.email === email)
    .map(({ kind, state, words, settledAt }) => ({ kind, state, words, isSettled: settledAt !== null }));
}

const ask = (email: string, visitor: Visitor = firms.visit(firms.north)) =>
  visitor.post("/sign-in", { email, next: HOME });

describe.each([
  ["that is down", closedPort],
  ["that says nothing", silentServer],
  ["that takes nothing for now", () => serve({ onRcptTo: (_a, _s, done) => done(refusal(451, "Try later")) })],
  ["that turns us away", () => serve({ onConnect: (_s, done) => done(refusal(554, "Not you")) })],
])("a mail server %s", (name, start) => {
  const email = `${name.replace(/\W/g, "-")}@elsewhere.example`;

  test("leaves the visitor at the code step, with the problem said there and a reference", async () => {
    await start();
    const page = await ask(email);
    await expectCause(firms, firms.north, { page, status: 503, cause: "mail.not_sent" });
    expect(page.text).toContain('action="/sign-in/code"');
    expect(wordsOf(page)).toContain("The mail could not be sent just now.");
    expect(wordsOf(page)).toContain(
      `No mail is on its way to ${email}. North Studio can also give you a code by phone`,
    );
    expect(await signInCauses(firms, firms.north, email)).toEqual(["mail.not_sent"]);
    const [record] = await mailsTo(email);
    expect(record).toMatchObject({ kind: "code", state: "failed", isSettled: true });
    expect(record?.words).not.toBe("");
  });

  test("is asked again at once when the email is typed again; nobody is told that a mail is on its way", async () => {
    await start();
    const visitor = firms.visit(firms.north);
    await ask(`again-${email}`, visitor);
    expect(wordsOf(await visitor.get("/sign-in/code?sent=1"))).toContain("No mail is on its way");
    expect((await ask(`again-${email}`, visitor)).status).toBe(503);
    expect(await mailsTo(`again-${email}`)).toHaveLength(2);
  });
});

test("with the mail server down, a code by phone lets a contact in whom the PSA confirms", async () => {
  await serve({});
  const admin = firms.visitOffice();
  mailer = firms.mailbox;
  await admin.signIn(firms.north.admin);
  await closedPort();
  const jane = firms.visit(firms.north);
  expect((await ask(JANE, jane)).status).toBe(503);
  const page = await admin.post("/settings/client-portals/diagnose/code", { email: JANE });
  const [code = ""] = /\d{4} \d{4}/.exec(wordsOf(page)) ?? [];
  expect((await jane.post("/sign-in/code", { code })).text).toContain("Library renewal NORTHMARK");
});

test("a further mail that does not go leaves the earlier code as good as it was", async () => {
  const visitor = firms.visit(firms.north);
  mailer = firms.mailbox;
  await ask("earlier@elsewhere.example", visitor);
  const code = visitor.newestCode("earlier@elsewhere.example");
  await closedPort();
  firms.clock.advance(30_000);
  const page = await visitor.post("/sign-in/resend", {});
  await expectCause(firms, firms.north, { page, status: 503, cause: "mail.not_sent" });
  expect(headingOf(page)).toBe("Type the 6-digit code");
  expect(headingOf(await visitor.post("/sign-in/code", { code }))).toBe("No projects");
});

test("an address that its server refuses looks to the visitor like any other; the firm reads the server’s words", async () => {
  await serve({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith("gone") ? done(refusal(550, "5.1.1 No such mailbox here")) : done(),
  });
  const [gone, there] = ["gone@elsewhere.example", "here@elsewhere.example"];
  const saying = ({ status, text }: Answer, email: string) => ({ status, text: text.replaceAll(email, "·") });
  const refused = await ask(gone);
  expect(saying(refused, gone)).toEqual(saying(await ask(there), there));
  expect([refused.status, headingOf(refused), referenceOf(refused)]).toEqual([200, "Type the 6-digit code", null]);
  const [record] = await mailsTo(gone);
  expect(record).toMatchObject({ state: "refused", isSettled: true });
  expect(record?.words).toContain("5.1.1 No such mailbox here");
  expect(await mailsTo(there)).toEqual([{ kind: "code", state: "accepted", words: null, isSettled: true }]);
  const history = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
    readPersonHistory(tx, gone as Email, null),
  );
  expect(history.mailTrouble).toMatchObject({ cause: "mail.refused" });
});

test("a mail server that takes its time is waited for", async () => {
  await serve({ onMailFrom: (_a, _s, done) => void setTimeout(done, 700) });
  expect(headingOf(await ask("slow@elsewhere.example"))).toBe("Type the 6-digit code");
  expect(await mailsTo("slow@elsewhere.example")).toMatchObject([{ state: "accepted" }]);
});

test("the firm's logo is carried along within the mail, which fetches nothing, stays small and holds the code in its subject", async () => {
  const catcher = await startMailCatcher();
  onTestFinished(() => catcher.stop());
  mailer = smtpMailer({ smtpUrl: catcher.smtpUrl, from: "portal@north.example" });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="90" height="30"/></svg>`;
  const logo = await encodePicture(Buffer.from(drawing), { kind: "logo" });
  invariant(logo.kind === "encoded", "the drawing is a picture");
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  await setBrandingPicture(firms.database.db, doer, { which: "logo", picture: logo });
  onTestFinished(() => resetBranding(firms.database.db, doer, "logo"));
  await ask("looks@elsewhere.example");
  const { mail, raw } = catcher.newestTo("looks@elsewhere.example");
  expect(mail.subject).toMatch(/^\d{3} \d{3} is your code/);
  const [picture, ...more] = mail.attachments;
  expect(more).toEqual([]);
  expect(picture).toMatchObject({ mimeType: "image/png", disposition: "inline", related: true });
  expect(mail.html).toContain(`src="cid:${picture?.contentId?.slice(1, -1)}"`);
  expect(mail.html?.match(/\bsrc=|url\(|<link|<script/g)).toEqual(["src="]);
  expect(raw.search(/text\/plain/)).toBeLessThan(raw.search(/multipart\/related/));
  expect(raw.length).toBeLessThan(40_000);
});
