import { describe, expect, test } from "vitest";
import { addressMail, nowOpenMail } from "./access-mail.ts";
import { letter } from "./letter.ts";
import { requestMail } from "./request-mail.ts";

const EVIL = `<img src=x onerror=alert(1)>"&'`;

test("both forms of a mail say the same; what people typed is text in both", () => {
  const mail = letter({
    to: "a@b.example",
    fromName: EVIL,
    subject: EVIL,
    locale: "en-GB",
    paragraphs: [EVIL, { link: `http://x/?"${EVIL}`, label: EVIL }],
  });
  expect(mail.text).toBe(`${EVIL}\n\nhttp://x/?"${EVIL}\n`);
  expect(mail.html).not.toMatch(/<img|onerror=alert\(1\)[>"]/);
  const [body = ""] = /<body.*<\/body>/s.exec(mail.html) ?? [];
  expect(body.match(/<\/?[a-z]+/g)).toEqual("<body <div <p </p <p <a </a </p <p <a </a </p </div </body".split(" "));
});

describe("the mails about access", () => {
  const about = { to: "jane.doe@acme.example", firmName: "Harbor & Finch", contactEmail: "office@hf.example" };

  test.each([nowOpenMail, addressMail])(
    "stand alone in an inbox and hold the address, the email and whom to ask",
    (write) => {
      const mail = write({ ...about, address: "https://hf.example/acme", locale: "en-GB" });
      expect(mail.subject).toContain("Harbor & Finch");
      for (const part of ["https://hf.example/acme", about.to, about.contactEmail]) expect(mail.text).toContain(part);
      expect(mail.text).not.toMatch(/PSA|contact in|alias|tenant/i);
    },
  );

  test("speak the language that the firm has set for its portals", () => {
    const mail = nowOpenMail({ ...about, address: "https://hf.example/acme", locale: "de-AT" });
    expect(mail.subject).toBe("Sie können jetzt Ihre Projekte bei Harbor & Finch sehen");
    expect(mail.text).toContain("Melden Sie sich dort mit jane.doe@acme.example an.");
  });

  test("the firm's own names who asks in the subject, on one line whatever the address was", () => {
    const mail = requestMail({
      to: "office@hf.example",
      firmName: "Harbor & Finch",
      email: about.to,
      place: "/acme\r\nBcc: all@hf.example",
      reference: "",
      summary: "They do not get in.",
      remedy: null,
      isOneClick: false,
      address: "https://office.example/requests",
      locale: "en-GB",
    });
    expect(mail.subject).toBe("jane.doe@acme.example asks to get in at /acme Bcc: all@hf.example");
    expect(mail.text).not.toContain("Reference");
  });
});
