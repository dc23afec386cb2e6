import { expect, test } from "vitest";
import { defineWords } from "./words.ts";

const messages = {
  of: "The portal of {company}.",
  twice: "{company} is {company}. Ask {company}.",
  plural: "{count, plural, one {One portal of {company}.} other {# portals of {company}.}}",
  dots: "{company}…",
};
const words = defineWords({ en: messages, de: messages, es: messages });

test.each([
  ["of", "Pine & Pilot Brewing Co.", "The portal of Pine & Pilot Brewing Co."],
  ["of", "Acme Corp", "The portal of Acme Corp."],
  ["of", "So what...", "The portal of So what...."],
  ["twice", "Co.", "Co. is Co. Ask Co."],
  ["plural", "Co.", "2 portals of Co."],
  ["dots", "Co.", "Co.…"],
] as const)("%s: the name %s ends a sentence with one full stop", (key, company, said) => {
  expect(words("en")(key, { company, count: 2 })).toBe(said);
});
