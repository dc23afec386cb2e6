import { describe, expect, test } from "vitest";
import { noBranding } from "../domain/branding.ts";
import type { Email } from "../domain/email.ts";
import { addressMail, nowOpenMail } from "./access-mail.ts";
import { codeMail } from "./code-mail.ts";
import { mailLook } from "./mail-look.ts";
import { proseHtml, proseText } from "./prose.tsx";

const EVIL = [
  `<script>alert(1)</script> <img src="https://spy.example/x.png" onerror="x">`,
  "[run](javascript:alert(1)) [page](http://plain.example/) [data](data:text/html,x) [tel](tel:+1) [here](/acme)",
  `![picture](https://spy.example/y.png) [quote](https://firm.example/"><b>)`,
  "[good](https://firm.example/a) <write@firm.example>",
].join("\n\n");

describe("what a firm wrote, in the HTML of a mail", () => {
  test("fetches nothing, runs nothing, and leads to the encrypted web and to mail only", () => {
    const html = proseHtml(EVIL);
    expect(html).not.toMatch(/<(?!\/?(?:div|p|a|br)\b)/);
    expect(html).toContain("&lt;script>alert(1)&lt;/script>");
    const attributes = [...html.matchAll(/<a ([^>]*)>/g)].map(([, all = ""]) => all);
    const hrefs = attributes.map((all) => /href="([^"]*)"/.exec(all)?.[1]);
    expect(hrefs).toEqual([
      "https://firm.example/%22%3E%3Cb%3E",
      "https://firm.example/a",
      "mailto:write@firm.example",
    ]);
    for (const all of attributes) expect(all).toMatch(/^style="color:inherit" href="[^"]*" rel="[^"]*"$/);
  });

  test("keeps its paragraphs, lists and stresses", () => {
    expect(proseHtml("# Hello\n\nGood to **see** you.\n\n- one\n- two")).toBe(
      `<div class="prose"><h4>Hello</h4><p>Good to <strong>see</strong> you.</p><ul><li><p>one</p></li><li><p>two</p></li></ul></div>`,
    );
  });
});

describe("what a firm wrote, as plain text", () => {
  test.each([
    ["# Hello\n\nGood to **see** *you*.\nAgain.", "Hello\n\nGood to see you.\nAgain."],
    ["- one\n- two\n\n3. three\n4. four\n   and more", "- one\n- two\n\n3. three\n4. four\n   and more"],
    ["> said\n>\n> twice", "> said\n>\n> twice"],
    [
      "[our site](https://firm.example/a) or <https://firm.example/>",
      "our site (https://firm.example/a) or https://firm.example/",
    ],
    [
      "[Maya][1] or <write@firm.example>\n\n[1]: mailto:maya@firm.example",
      "Maya (maya@firm.example) or write@firm.example",
    ],
    ["[run](javascript:alert(1)) ![a plan](https://spy.example/y.png) `x`", "run a plan x"],
    ["<b>bold</b>", "<b>bold</b>"],
    ["a\n\n---\n\nb", "a\n\n* * *\n\nb"],
    [`${"> ".repeat(300)}deep`, /^(?:> ){1,24}deep$|^[> ]*$/],
  ])("%j", (markdown, text) => {
    if (text instanceof RegExp) expect(proseText(markdown)).toMatch(text);
    else expect(proseText(markdown)).toBe(text);
  });
});

const about = { to: "jane@acme.example", firmName: "Harbor & Finch", locale: "en-GB" };
const branding = { ...noBranding, welcome: "Good to **see** you.", supportEmail: "help@hf.example" as Email };
const address = "https://hf.example/acme";

describe("the firm's welcome", () => {
  test("greets below the address in the mails that give it, in both forms", async () => {
    const looking = { ...about, look: await mailLook(branding, null), contactEmail: "office@hf.example", address };
    for (const { html, text } of [nowOpenMail(looking), addressMail(looking)]) {
      expect(html).toContain("<p>Good to <strong>see</strong> you.</p>");
      expect(html.indexOf("Good to")).toBeGreaterThan(html.indexOf(address));
      expect(text).toMatch(/https:\/\/hf\.example\/acme\n.*\n\nGood to see you\.\n\n.*help@hf\.example/s);
    }
  });

  test("does not stand between somebody and their code", async () => {
    const look = await mailLook(branding, null);
    const { html, text } = codeMail({ ...about, look, code: "012345", host: "hf.example", link: address });
    expect(html + text).not.toContain("Good to");
  });

  test("leaves no trace where a firm has written none", async () => {
    const looking = { ...about, look: await mailLook(noBranding, null), contactEmail: "office@hf.example", address };
    expect(nowOpenMail(looking).html).not.toContain("prose");
  });
});
