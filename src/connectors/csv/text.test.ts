import { describe, expect, test } from "vitest";
import { scanRecords } from "./text.ts";

async function scan(text: string) {
  const seen: unknown[] = [];
  const sink = {
    record: (cells: string[], line: number) => seen.push([line, ...cells]),
    damaged: (line: number) => seen.push(`damaged ${line}`),
    cut: (line: number) => seen.push(`cut ${line}`),
  };
  await scanRecords(Buffer.from(text), sink, new AbortController().signal);
  return seen;
}

describe("records and the lines they begin in", () => {
  test.each(["\n", "\r\n", "\r"])("a quoted cell may hold line ends (%j)", async (end) => {
    const text = ["a,b", `"x${end}${end}y",1`, "2,3", "", '"",""', '"q""q",4'].join(end);
    const expected = [
      [1, "a", "b"],
      [2, `x${end}${end}y`, "1"],
      [5, "2", "3"],
      [6, ""],
      [7, "", ""],
      [8, 'q"q', "4"],
    ];
    expect(await scan(text)).toEqual(expected);
  });

  test("line ends may be mixed, and a byte order mark is no part of the first cell", async () => {
    expect(await scan("\ufeffa,b\r\n1,2\n3,4\r\n")).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
  });

  test("lines are right far beyond the first chunk", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `"row\r\n${index}",é`);
    const seen = await scan(rows.join("\r\n"));
    expect(seen).toHaveLength(20_000);
    expect(seen.at(-1)).toEqual([39_999, "row\r\n19999", "é"]);
  });
});

describe("bad quoting", () => {
  test("a stray quote loses its own row only, also with a line end in another cell of that row", async () => {
    const text = 'a,b\n1,5" pipe "x"\n2,ok\n3 "x","y\nc-9,evil"\nb",b"\n"",x"\n6,ok\n';
    expect(await scan(text)).toEqual([
      [1, "a", "b"],
      "damaged 2",
      [3, "2", "ok"],
      "damaged 4",
      "damaged 6",
      "damaged 7",
      [8, "6", "ok"],
    ]);
  });

  test("a quote that is never closed cuts the file at the line where it stands", async () => {
    expect(await scan('a,b\n1,2\n3,"x\n5,6\n7,8\n')).toEqual([[1, "a", "b"], [2, "1", "2"], "cut 3"]);
  });

  test("a quote that is closed by a later row's quote cuts the file at the line where it was opened", async () => {
    expect(await scan('a,b\n1,2\n"x,3\n5,6\n"Doe, Jane",8\n9,10\n')).toEqual([[1, "a", "b"], [2, "1", "2"], "cut 3"]);
  });

  test("a damaged row before the cut does not move the line of the cut", async () => {
    expect(await scan('a,b\n1 "x",2\n"y" z,3\n4,5\n')).toEqual([[1, "a", "b"], "damaged 2", "cut 3"]);
  });
});
