import { expect, test } from "vitest";
import { parseAccent, parsePhone } from "./branding.ts";

test.each([
  ["#0D9488", "#0d9488"],
  ["0d9488", "#0d9488"],
  [" #abc ", "#aabbcc"],
  ["", null],
  ["#12", null],
  ["#1234567", null],
  ["teal", null],
  ["#0d9488;}body{display:none", null],
])("the colour %j is %j", (text, accent) => {
  expect(parseAccent(text)).toBe(accent);
});

test.each([
  ["+44 20 7946 0123", "+44 20 7946 0123"],
  [" (020)  7946-0123 ext. 12 ", "(020) 7946-0123 ext. 12"],
  ["030/901820", "030/901820"],
  ["", null],
  ["123", null],
  ["call me", null],
  ["+44 20 7946 0123 <script>", null],
  ["1".repeat(41), null],
])("the phone number %j is %j", (text, phone) => {
  expect(parsePhone(text)).toBe(phone);
});
