import { expect, test } from "vitest";
import { presentMailbox } from "./present.ts";

const now = new Date("2026-03-03T12:00:00Z");
const mail = (id: string, text: string, minutesAgo: number) => ({
  id,
  to: "jane@acme.com",
  subject: "s",
  text,
  sentAt: new Date(now.getTime() - minutesAgo * 60_000),
});

test("the newest mail stands first, with its code lifted out", () => {
  const mails = [mail("old", "No code, call 2075550142", 90), mail("new", "Your code is 482 913.", 1)];
  expect(presentMailbox({ mails, now, locale: "en-GB" }).mails.map(({ id, code, about }) => [id, code, about])).toEqual(
    [
      ["new", "482 913", "To jane@acme.com, 1 minute ago"],
      ["old", null, "To jane@acme.com, 1 hour ago"],
    ],
  );
});

test("a mail's link stands beside it to be opened; a mail without one has none", () => {
  const mails = [
    mail("one", "Open this:\nhttp://studio.portal.localhost/sign-in/link?t=x-1_\n\nBye", 1),
    mail("two", "No.", 2),
  ];
  const links = presentMailbox({ mails, now, locale: "en-GB" }).mails.map(({ link }) => link?.href ?? null);
  expect(links).toEqual(["http://studio.portal.localhost/sign-in/link?t=x-1_", null]);
});

test.each([
  ["de-DE", "An jane@acme.com, vor 1 Minute"],
  ["es-ES", "Para jane@acme.com, hace 1 minuto"],
])("in %s it says who got it and when", (locale, about) => {
  const { mails, ...around } = presentMailbox({ mails: [mail("new", "Ihr Code", 1)], now, locale });
  expect(mails[0]?.about).toBe(about);
  expect(JSON.stringify(around)).not.toMatch(/mailbox|mail yet/i);
});
