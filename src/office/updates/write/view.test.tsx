import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { DISCIPLINES_MAX } from "../../../domain/project-update.ts";
import { openFrame } from "../../frame.ts";
import { emptyTyped, presentNew } from "./present.ts";
import { WritePage } from "./view.tsx";

const assets = { styles: "/s.css", script: "/c.js", font: "/f.woff2", icon: "/i.svg" };

function formWith(filled: number[]): string {
  const typed = emptyTyped("Maya Oduya", new Date("2026-03-02T09:00:00Z"));
  const percents = typed.percents.map((line, index) =>
    filled.includes(index) ? { ...line, discipline: "Civil" } : line,
  );
  const model = presentNew({
    ...{ choices: [], problems: {}, role: "admin", locale: "en-GB" },
    typed: { ...typed, percents },
  });
  return renderToString(<WritePage assets={assets} frame={openFrame("Harbor Finch", "en-GB")} model={model} />);
}

const linesIn = (html: string) => html.split('name="discipline_').length - 1;

test("the lines that are filled in and two more stand open; the others unfold, and all of them are sent", () => {
  for (const [filled, open] of [
    [[], 2],
    [[0, 3], 6],
    [[DISCIPLINES_MAX - 1], DISCIPLINES_MAX],
  ] as const) {
    const [shown = "", folded = ""] = formWith([...filled]).split("<details");
    expect([linesIn(shown), linesIn(folded)]).toEqual([open, DISCIPLINES_MAX - open]);
  }
});
