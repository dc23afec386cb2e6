// The vendor's refusals. `status` inside the body is decoration: it may be a word over another HTTP status [R].
import type { Json } from "./resource.ts";

export const JSON_API = "application/vnd.api+json";

export type Refusal = { status: number; headers?: Record<string, string>; error: Record<string, Json> };

export function refusalResponse({ status, headers = {}, error }: Refusal): Response {
  return new Response(JSON.stringify({ errors: [error] }), {
    status,
    headers: { "content-type": JSON_API, ...headers },
  });
}

/** As recorded for 400, 401, 403 and 404. */
function recordedRefusal(status: number, code: string, title: string, detail: string, source = {}): Refusal {
  return { status, error: { status: String(status), code, title, detail, meta: {}, source } };
}

/** As the guide has it: the status is a number, and there is no code [S]. */
function documentedRefusal(status: number, title: string, detail: string, more: Record<string, Json> = {}): Refusal {
  return { status, error: { status, title, detail, ...more } };
}

export function unauthenticated(): Refusal {
  return recordedRefusal(401, "invalid_auth_token", "Unauthenticated", "You are not authenticated");
}

export function noPerson(): Refusal {
  const detail = "The user of X-Auth-Token has no person in the organization of X-Organization-Id";
  return recordedRefusal(403, "no_person", "Access Denied", detail);
}

export function recordNotFound(): Refusal {
  return recordedRefusal(404, "record_not_found", "Record Not Found", "The requested record was not found");
}

export function unsupportedSort(sort: string): Refusal {
  const detail = `Sort by '${sort}' is not supported on this endpoint.`;
  const refusal = recordedRefusal(400, "sort_param_unsupported", "Sort param unsupported", detail, {
    parameter: "sort",
  });
  return { ...refusal, error: { ...refusal.error, status: "unprocessable_content" } };
}

export function unsupportedFilter(name: string): Refusal {
  return documentedRefusal(400, "Unsupported Filter", `Filter '${name}' is not supported on this endpoint`);
}

/** Guessed: what the vendor says to an include that does not exist is neither recorded nor documented. */
export function unsupportedInclude(name: string): Refusal {
  return documentedRefusal(400, "Unsupported Include", `Include '${name}' is not supported on this endpoint`);
}

/** The codes are documented, the status is guessed. */
export function cursorRefusal(code: "keyset_conflict" | "keyset_unsupported_sort" | "keyset_invalid_cursor"): Refusal {
  return recordedRefusal(400, code, "Cursor pagination", `Cursor pagination: ${code}`);
}

export function unsupportedMediaType(): Refusal {
  return documentedRefusal(415, "Unsupported Media Type", "Unsupported content type");
}

/** Not the vendor's: it would write. The stand-in refuses, so that a write cannot go unnoticed. */
export function readOnly(): Refusal {
  return documentedRefusal(405, "Method Not Allowed", "This stand-in is read-only");
}

/** `limit` requests in `period` seconds; the header says in how many seconds the window ends. */
export function tooManyRequests({ limit, period }: { limit: number; period: number }, secondsLeft: number): Refusal {
  const detail = "Rate limit reached. Try again later";
  return {
    ...documentedRefusal(429, "Too many requests", detail, { limit, period }),
    headers: { "x-ratelimit-reset": String(secondsLeft) },
  };
}
