import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["<p>Facade &lt; roof &amp; stair</p>", "Facade < roof & stair"],
  ["<div>One<br>two</div><ul><li>a</li><li>b&nbsp;c</li></ul>", "One\ntwo\na\nb c"],
  ["no tags, 3 < 4 and 5 > 4", "no tags, 3 < 4 and 5 > 4"],
  ["caf&#233; &#x1F600; &#0; &#xD800; &hellip;", "café 😀 &hellip;"],
  ["<script>alert(1)</script>left <style>p{}</style>over", "left over"],
  ["&lt;b&gt; is text, not a tag", "<b> is text, not a tag"],
  ["<p> </p>", null],
  ["", null],
  [null, null],
])("%j reads %j", (html, text) => {
  expect(plainText(html)).toBe(text);
});

// Were each beginning read to the end anew, these would not be done within the time that a test has.
test.each(["<", "<p", "&#", "<script", "<!--", "\n ", "&amp"])("a text of nothing but %j comes to an end", (piece) => {
  const text = piece.repeat(60_000);
  expect((plainText(text) ?? "").length).toBeLessThanOrEqual(text.length);
});
