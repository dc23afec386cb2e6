// Two texts side by side, with the letters that tell them apart marked.

export type Piece = { text: string; isDifferent: boolean };

/** Both texts in pieces; what both have, in the same order, is not different. */
export function differenceOf(one: string, other: string): { one: Piece[]; other: Piece[] } {
  const [first, second] = [[...one], [...other]];
  const lengths = commonLengths(first, second);
  const kept: { one: boolean[]; other: boolean[] } = { one: [], other: [] };
  for (let row = 0, column = 0; row < first.length || column < second.length; ) {
    const isSame = row < first.length && column < second.length && first[row] === second[column];
    const isOnlyInOne = at(lengths, row + 1, column) >= at(lengths, row, column + 1);
    if (isSame) {
      kept.one[row++] = true;
      kept.other[column++] = true;
    } else if (row < first.length && (column === second.length || isOnlyInOne)) kept.one[row++] = false;
    else kept.other[column++] = false;
  }
  return { one: piecesOf(first, kept.one), other: piecesOf(second, kept.other) };
}

/** For every pair of tails, how many letters both have in the same order. */
function commonLengths(first: string[], second: string[]): number[][] {
  const lengths: number[][] = [];
  for (let row = first.length - 1; row >= 0; row--) {
    const line: number[] = [];
    lengths[row] = line;
    for (let column = second.length - 1; column >= 0; column--) {
      line[column] =
        first[row] === second[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), line[column + 1] ?? 0);
    }
  }
  return lengths;
}

function at(lengths: number[][], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}

function piecesOf(letters: string[], kept: boolean[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, letter] of letters.entries()) {
    const isDifferent = kept[index] === false;
    const last = pieces.at(-1);
    if (last?.isDifferent === isDifferent) last.text += letter;
    else pieces.push({ text: letter, isDifferent });
  }
  return pieces;
}
