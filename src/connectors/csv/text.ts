// Bytes to records: UTF-8, RFC 4180, and where in the file each record begins. Knows nothing of columns.
import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import { csvText } from "../../domain/psa-texts/csv-words.ts";
import { PsaFault } from "../errors.ts";

export type RecordSink = {
  record(cells: string[], line: number): void;
  /** One record with a stray quote was left out; reading goes on behind it. */
  damaged(line: number): void;
  /** Nothing from this line on could be read. */
  cut(line: number): void;
};

const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const CHUNK_BYTES = 32 * 1024;

/** Throws a PsaFault that names the line of the first byte that is not UTF-8. */
export function requireUtf8(bytes: Buffer, name: string): void {
  if (isUtf8(bytes)) return;
  let start = 0;
  while (isUtf8(bytes.subarray(start, endOfLine(bytes, start)))) start = endOfLine(bytes, start) + 1;
  const line = createLineCounter(bytes)(start);
  throw new PsaFault("invalid_response", csvText("not_utf8", { file: name, line }));
}

/** Whether the last byte ends a line. */
export function endsWithLine(bytes: Buffer): boolean {
  return bytes.at(-1) === LF || bytes.at(-1) === CR;
}

function endOfLine(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

/** Reads every record in turn, giving other work its turn between chunks. What the sink throws ends the scan and is thrown on. */
export async function scanRecords(bytes: Buffer, sink: RecordSink, signal: AbortSignal): Promise<void> {
  const lineAt = createLineCounter(bytes);
  const position = trackPosition(bytes, () => parser.info.bytes);
  const parser = parse({
    bom: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_records_with_error: true,
    on_record: (cells: string[], info) => {
      sink.record(cells, lineAt(position.start()));
      position.endRecord(info.bytes);
      return null;
    },
    on_skip: (error) => {
      if (error?.code !== "INVALID_OPENING_QUOTE") throw error;
      if (position.markDamaged()) sink.damaged(lineAt(position.start()));
      return undefined;
    },
  });
  try {
    await pipeline(Readable.from(chunksOf(bytes), { objectMode: false }), parser.resume(), { signal });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    sink.cut(lineAt(position.start()));
  }
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    if (at > 0) await nextTurn();
    yield bytes.subarray(at, at + CHUNK_BYTES);
  }
}

type Position = { start(): number; endRecord(end: number): void; markDamaged(): boolean };

/**
 * Where the current record begins. The parser says where a good record ends but passes over damaged ones, and its own line
 * numbers count a CRLF inside quotes twice; so the offsets are kept here.
 */
function trackPosition(bytes: Buffer, bytesParsed: () => number): Position {
  let recordStart = 0;
  let damagedUntil: number | null = null;

  function start(): number {
    if (damagedUntil !== null && bytesParsed() >= damagedUntil) {
      recordStart = damagedUntil;
      damagedUntil = null;
    }
    return recordStart;
  }

  return {
    start,
    endRecord(end) {
      recordStart = end;
      damagedUntil = null;
    },
    /** False when this record is marked already. */
    markDamaged() {
      const from = start();
      if (damagedUntil !== null) return false;
      damagedUntil = endOfRecord(bytes, from);
      return true;
    },
  };
}

/** The offset behind the record that begins at `start`; a quote counts only at the start of a cell, as in the parser. */
function endOfRecord(bytes: Buffer, start: number): number {
  let isQuoted = false;
  let isCellStart = true;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE && (isQuoted || isCellStart)) isQuoted = !isQuoted;
    else if (!isQuoted && (byte === LF || byte === CR)) return byte === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
    // A doubled quote closes and opens again, which leaves the cell as quoted as it was.
    isCellStart = (byte === COMMA && !isQuoted) || (byte === QUOTE && !isQuoted);
  }
  return bytes.length;
}

/** Counts on from the last answer, so offsets must be asked for in ascending order. */
function createLineCounter(bytes: Buffer): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line++;
    }
    return line;
  };
}
