import { describe, expect, test } from "vitest";
import { noBranding } from "../domain/branding.ts";
import type { Email } from "../domain/email.ts";
import { encodePicture } from "../pictures/encode-picture.ts";
import { contrastOf } from "../ui/accent.ts";
import { nowOpenMail } from "./access-mail.ts";
import { codeMail } from "./code-mail.ts";
import { mailLook } from "./mail-look.ts";
import type { Mail } from "./mailer.ts";

const LOGO_ID = "5f0c7e4a-0000-4000-8000-000000000001";
const FETCHES = /\b(?:src|background)\s*=|url\s*\(|@import|<(?:link|script|iframe|style|video|object)\b/gi;

async function keptLogo(svg: string) {
  const logo = await encodePicture(Buffer.from(svg), { kind: "logo" });
  if (logo.kind !== "encoded") throw new Error(`refused: ${logo.why}`);
  return logo;
}

async function look(accent = "#ffd400") {
  const logo = await keptLogo(
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text y="60" font-size="60">H&amp;F</text></svg>`,
  );
  const { type, width, height } = logo;
  const branding = {
    ...noBranding,
    accent,
    logo: { id: LOGO_ID, type, width, height },
    supportEmail: "help@hf.example" as Email,
    supportPhone: "+1 415 555 0100 x12",
  };
  return mailLook(branding, logo);
}

const about = { to: "jane@acme.example", firmName: "Harbor & Finch", locale: "en-GB" };
const link = "https://hf.example/sign-in/link?t=x&y=1";

async function mails(): Promise<[string, Mail][]> {
  const looking = { ...about, look: await look() };
  return [
    ["code", codeMail({ ...looking, code: "012345", host: "hf.example", link })],
    ["access", nowOpenMail({ ...looking, address: link, contactEmail: "office@hf.example" })],
  ];
}

describe("a mail to a client of a firm with a look", () => {
  test("carries the logo along, and nothing in it is fetched from anywhere", async () => {
    for (const [, mail] of await mails()) {
      const [picture] = mail.pictures ?? [];
      expect(mail.html.match(FETCHES)).toEqual(["src="]);
      expect(mail.html).toContain(`src="cid:${picture?.cid}"`);
      expect(picture).toMatchObject({ type: "image/png", fileName: "logo.png" });
      const targets = [...mail.html.matchAll(/href="([^":]*):/g)].map(([, scheme]) => scheme);
      expect(new Set(targets)).toEqual(new Set(["https", "mailto", "tel"]));
      expect([...mail.html.matchAll(/https:[^"<]*/g)].every(([found]) => found === link.replaceAll("&", "&#38;"))).toBe(
        true,
      );
    }
  });

  test("says in both forms where help is", async () => {
    for (const [, { text, html }] of await mails()) {
      for (const form of [text, html]) {
        expect(form).toContain("help@hf.example");
        expect(form).toContain("+1 415 555 0100 x12");
      }
      expect(html).toContain('href="mailto:help@hf.example"');
      expect(html).toContain('href="tel:+14155550100,12"');
      expect(text).not.toMatch(/<|cid:/);
    }
  });

  test("draws its button in a shade of the accent that can be read, whatever the accent is", async () => {
    for (const accent of ["#ffd400", "#ffffff", "#0a0a0a", "#e4002b"]) {
      const { html } = codeMail({ ...about, look: await look(accent), code: "012345", host: "hf.example", link });
      const [, ground = "", ink = ""] = /background:(#\w{6});color:(#\w{6})/.exec(html) ?? [];
      expect(contrastOf(ground, ink)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("sets a colour of text only together with its ground, so that dark mail programs can choose theirs", async () => {
    for (const [, { html }] of await mails()) {
      const styles = [...html.matchAll(/style="([^"]*)"/g)].map(([, style = ""]) => style);
      const coloured = styles.filter((style) => /(?:^|;)color:#/.test(style));
      expect(coloured.length).toBeGreaterThan(0);
      for (const style of coloured) expect(style).toMatch(/background:#/);
    }
  });

  test("begins with the code: nothing that a locked screen could show stands before it", async () => {
    const [[, code]] = (await mails()) as [[string, Mail]];
    const body = code.html.slice(code.html.indexOf("<body"));
    const shown = body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    expect(shown.trim()).toMatch(/^Your code for Harbor &#38; Finch: 012 345/);
    expect(body).toContain('alt=""');
    expect(code.text).toMatch(/^Your code for Harbor & Finch: 012 345/);
  });

  test("stays small", async () => {
    for (const [, { text, html }] of await mails()) expect(text.length + html.length).toBeLessThan(6_000);
  });
});

test("a firm without a look has neither picture nor a place for one, and its mail is whole", () => {
  const mail = codeMail({ ...about, code: "012345", host: "hf.example", link });
  expect(mail.pictures).toBeUndefined();
  expect(mail.html).not.toMatch(/<img|cid:/);
  expect(mail.html).toContain("012 345");
});
