// One GET to a vendor, and its answer as JSON: bounded, never led elsewhere, and every way to fail told apart.
import { partText } from "../../domain/psa-texts/part-words.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { systemClock } from "../../lib/clock.ts";
import { PsaFault, type PsaFaultCode } from "../errors.ts";
import type { Call } from "../port.ts";

/**
 * `headers` carry the credential, so a request is never logged; `secret` is that credential alone, which is struck out of whatever
 * the vendor says. `explain` reads the vendor's own words out of the body of a refusal; null when it has none.
 */
export type VendorRequest = {
  url: URL;
  headers: Record<string, string>;
  secret: string;
  explain: (body: unknown) => string | null;
};

export type VendorAnswer = { body: unknown; headers: Headers };

/** More than any page of a listing that was ever seen, and little enough to be held. */
const BODY_BYTES_MAX = 16 * 1024 * 1024;

const codeOfStatus: Record<number, PsaFaultCode> = {
  401: "auth_expired",
  402: "forbidden",
  403: "forbidden",
  404: "not_found",
  408: "unavailable",
  429: "rate_limited",
};

/** Sends one GET as it is: no budget, no second try. */
export async function getJson(request: VendorRequest, { signal }: Pick<Call, "signal">): Promise<VendorAnswer> {
  const answer = await reach(request, signal);
  const text = await readText(answer, request, signal);
  if (answer.ok) return { body: parse(text, request), headers: answer.headers };
  throw faultOf(answer, text, request);
}

async function reach({ url, headers }: VendorRequest, signal: AbortSignal): Promise<Response> {
  try {
    // A redirect is an answer like any other here: the credential goes to nobody but the host it is for.
    return await fetch(url, { headers: { accept: "application/json", ...headers }, redirect: "manual", signal });
  } catch (err) {
    throw cut(err, url, signal);
  }
}

/** The reason of the abort where it was ours, else that the vendor could not be reached or fell silent half-way. */
function cut(err: unknown, url: URL, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const why = err instanceof Error && err.cause instanceof Error ? codeOf(err.cause) : partText("connection_cut");
  return new PsaFault("unavailable", vendorText("unreachable", { host: url.host, why }), { cause: err });
}

function codeOf(cause: Error): string {
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}

async function readText(answer: Response, { url }: VendorRequest, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  try {
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > BODY_BYTES_MAX) break;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (err) {
    throw cut(err, url, signal);
  }
  if (bytes > BODY_BYTES_MAX) throw new PsaFault("invalid_response", vendorText("too_big", { place: placeOf(url) }));
  return text + decoder.decode();
}

function parse(text: string, { url }: VendorRequest): unknown {
  try {
    return JSON.parse(text);
  } catch (err) {
    throw new PsaFault("invalid_response", vendorText("no_json", { place: placeOf(url) }), { cause: err });
  }
}

function faultOf(answer: Response, text: string, request: VendorRequest): PsaFault {
  const { status, headers } = answer;
  const place = placeOf(request.url);
  if (status >= 300 && status < 400) {
    return new PsaFault("invalid_response", vendorText("leads_away", { place }));
  }
  const code = codeOfStatus[status] ?? (status >= 500 ? "unavailable" : "invalid_response");
  const words = wordsOf(text, request);
  const said = words ? vendorText("answers_words", { place, status, words }) : vendorText("answers", { place, status });
  return new PsaFault(code, said, retryAfter(headers));
}

/** Struck out before they are cut, so that no half of the secret is left at the end. */
function wordsOf(text: string, { explain, secret }: VendorRequest): string | null {
  try {
    return explain(JSON.parse(text))?.replaceAll(secret, "…").slice(0, 300) ?? null;
  } catch (err) {
    if (err instanceof SyntaxError) return null;
    throw err;
  }
}

/**
 * Retry-After of RFC 9110, in seconds or as a date; where it is absent or says nothing that can be read, X-RateLimit-Reset of
 * Productive, in seconds.
 */
function retryAfter(headers: Headers): { retryAfterMs?: number } {
  const written = headers.get("retry-after");
  const ms = secondsIn(written) ?? untilDate(written, headers) ?? secondsIn(headers.get("x-ratelimit-reset"));
  return ms === null ? {} : { retryAfterMs: ms };
}

function secondsIn(written: string | null): number | null {
  const seconds = written?.trim() ? Number(written) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

const HTTP_DATE = /^[a-z]{3}, \d\d [a-z]{3} \d{4} \d\d:\d\d:\d\d GMT$/i;

/** Counted by the vendor's own clock where the answer says what it shows: ours may be another. */
function untilDate(written: string | null, headers: Headers): number | null {
  if (written === null || !HTTP_DATE.test(written.trim())) return null;
  const sentAt = Date.parse(headers.get("date") ?? "");
  const ms = Date.parse(written) - (Number.isNaN(sentAt) ? systemClock.now().getTime() : sentAt);
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** Host and path alone: a query names people. */
function placeOf({ host, pathname }: URL): string {
  return `${host}${pathname}`;
}
