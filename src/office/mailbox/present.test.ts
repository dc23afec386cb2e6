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
  expect(presentMailbox({ mails, now, locale: "en-GB" }).mails.map(({ id, code, when }) => [id, code, when])).toEqual([
    ["new", "482 913", "1 minute ago"],
    ["old", null, "1 hour ago"],
  ]);
});
