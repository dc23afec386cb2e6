import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { boundMarkup, Markdown } from "./markdown.tsx";

const htmlOf = (text: string) =>
  renderToString(<Markdown text={text} heading="h4" />).replace(/^<div class="prose">(.*)<\/div>$/s, "$1");

test.each([
  ["Welcome to *our* **portal**.", "<p>Welcome to <em>our</em> <strong>portal</strong>.</p>"],
  ["One\nTwo", "<p>One<br/>Two</p>"],
  ["# Big\n\n### Small", "<h4>Big</h4><h4>Small</h4>"],
  ["3. three\n4. four", `<ol start="3"><li><p>three</p></li><li><p>four</p></li></ol>`],
  ["- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"],
  [
    "[us](https://firm.example/a?b=1&c)",
    `<p><a href="https://firm.example/a?b=1&amp;c" rel="noopener noreferrer nofollow">us</a> (firm.example)</p>`,
  ],
  [
    "[us][1]\n\n[1]: https://firm.example",
    `<p><a href="https://firm.example/" rel="noopener noreferrer nofollow">us</a> (firm.example)</p>`,
  ],
  [
    "<https://firm.example/a> and [**firm.example**/b](https://firm.example/b)",
    `<p><a href="https://firm.example/a" rel="noopener noreferrer nofollow">https://firm.example/a</a> and <a href="https://firm.example/b" rel="noopener noreferrer nofollow"><strong>firm.example</strong>/b</a></p>`,
  ],
  [
    "<write@firm.example>",
    `<p><a href="mailto:write@firm.example" rel="noopener noreferrer nofollow">write@firm.example</a></p>`,
  ],
  ["`a` & b", "<p><code>a</code> &amp; b</p>"],
])("%s is written as %s", (text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test.each([
  ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
  ["a <b onclick=x>b</b>", "<p>a &lt;b onclick=x>b&lt;/b></p>"],
  ["![a plan](https://evil.example/track.png)", "<p>a plan</p>"],
  ["![a plan][1]\n\n[1]: https://evil.example/track.png", "<p>a plan</p>"],
  ["[x](javascript:alert(1))", "<p>x</p>"],
  ["[x](JaVaScRiPt&colon;alert(1))", "<p>x</p>"],
  ["[x](data:text/html,1)", "<p>x</p>"],
  ["[x](//evil.example)", "<p>x</p>"],
  ["[x](/sign-out)", "<p>x</p>"],
  ["<javascript:alert(1)>", "<p>javascript:alert(1)</p>"],
  [
    `[x](https://a.example/"onmouseover="x)`,
    `<p><a href="https://a.example/%22onmouseover=%22x" rel="noopener noreferrer nofollow">x</a> (a.example)</p>`,
  ],
  ["[x](http://firm.example)", "<p>x</p>"],
  [
    "[bank.example](https://evil.example)",
    `<p><a href="https://evil.example/" rel="noopener noreferrer nofollow">bank.example</a> (evil.example)</p>`,
  ],
  [
    "[https://bank.example](https://bank.example@evil.example:444/)",
    `<p><a href="https://bank.example@evil.example:444/" rel="noopener noreferrer nofollow">https://bank.example</a> (evil.example:444)</p>`,
  ],
  [
    "[b\u0430nk.example](https://b\u0430nk.example)",
    `<p><a href="https://xn--bnk-6cd.example/" rel="noopener noreferrer nofollow">b\u0430nk.example</a> (xn--bnk-6cd.example)</p>`,
  ],
])("hostile: %s is harmless", (text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test.each([">", "> ", "- ", "1. ", " 12) * ", "- >"])(
  "of %j without end the parser is given no deeper nesting than is shown",
  (part) => {
    const hostile = `${part.repeat(1_000)}x`;
    expect(boundMarkup(hostile).match(/[>)*.-]/g)).toHaveLength(24);
    expect(htmlOf(hostile).match(/<(?:blockquote|ul|ol)/g)?.length).toBeLessThanOrEqual(24);
  },
);

test("of a text without end the parser is given what a form takes", () => {
  expect(boundMarkup("a".repeat(20_000))).toBe("a".repeat(5_000));
});

test.each(["*", "[", "](", "**a*", "[a](", "_a*", "*a_ ", "<", "&", "``a`", "\\["])(
  "of %j without end the parser is given no more signs of markup than somebody writes, and every other letter",
  (part) => {
    const hostile = part.repeat(5_000);
    const bounded = boundMarkup(hostile);
    expect(bounded.match(/[[\]*_<&\\`]/g)).toHaveLength(300);
    const letters = (text: string) => text.replace(/[^a]/g, "").length;
    expect(letters(bounded)).toBe(letters(hostile.slice(0, 5_000)));
    expect(htmlOf(hostile)).not.toContain("<script");
  },
);

test.each(["a\n", "- a\n", "a\n\n", "#\n"])(
  "of %j without end the parser is given 300 lines, and all words",
  (part) => {
    const bounded = boundMarkup(part.repeat(1_000));
    expect(bounded.match(/\n/g)).toHaveLength(300);
    expect(bounded).toHaveLength(Math.min(5_000, part.length * 1_000));
  },
);

test("markers that come together because signs between them are left out nest no deeper than is shown", () => {
  const hostile = `${"*".repeat(300)}\n${"_> ".repeat(1_000)}x`;
  expect(boundMarkup(hostile).match(/>/g)?.length).toBeLessThanOrEqual(24);
});

test("lists and quotes as people write them are parsed as they are", () => {
  const text = "> - one\n>   1. two\n>      - **three**\n\n- - - - -\n\n2026. A year\n-5 degrees";
  expect(boundMarkup(text)).toBe(text);
});
