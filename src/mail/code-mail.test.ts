import { expect, test } from "vitest";
import { codeMail } from "./code-mail.ts";

const link = "https://harbor-finch.portal.example/sign-in/link?t=abc_DEF-1";
const mail = codeMail({
  to: "jane@acme.example",
  firmName: `Harbor & "Finch" <script>`,
  code: "012345",
  host: "harbor-finch.portal.example",
  link,
  locale: "en-GB",
});

test("the subject alone is enough: the code comes first, then the firm", () => {
  expect(mail.subject).toBe(`012 345 is your code for Harbor & "Finch" <script>`);
});

test("the text says what to do, where, how long, and what a link that shows a code means", () => {
  expect(mail.text).toMatchInlineSnapshot(`
    "Your code for Harbor & "Finch" <script>: 012 345

    Type it on the page you have open at harbor-finch.portal.example. It is valid for 15 minutes.

    Or open this link in the same browser and press the button there:
    https://harbor-finch.portal.example/sign-in/link?t=abc_DEF-1

    If the link shows you the code in place of a button, it was opened in another browser: type the code on the page where you asked for it.

    If you did not ask for it, do nothing: without the code nobody gets in.
    "
  `);
});

test("both forms carry one link and nothing that a mail program would load or tell", () => {
  expect(mail.text.match(/https?:/g)).toEqual(["https:"]);
  expect([...mail.html.matchAll(/(?:href|src|url)\s*[=(]\s*"?([^"]*)/gi)].map(([, target]) => target)).toEqual([link]);
  expect(mail.html).not.toMatch(/<(?:img|script|link|style|iframe)/i);
});

test("a firm's name is text in the HTML form too", () => {
  expect(mail.html).toContain("Harbor &#38; &#34;Finch&#34; &#60;script&#62;");
});
