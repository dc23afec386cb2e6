// How the vendor says no. The statuses are documented; the bodies are guessed after what client programs look for.
export type Refusal = { status: number; body: Record<string, string>; headers?: Record<string, string> };

export function refusalResponse({ status, body, headers = {} }: Refusal): Response {
  return Response.json(body, { status, headers });
}

export function noUserAgent(): Refusal {
  return { status: 400, body: { message: "Please provide a User-Agent header" } };
}

export function invalidToken(): Refusal {
  const text = "The access token provided is expired, revoked, malformed or invalid for other reasons.";
  return { status: 401, body: { error: "invalid_token", error_description: text } };
}

export function notAllowed(): Refusal {
  return { status: 403, body: { message: "You are not authorized to perform this action" } };
}

export function notFound(): Refusal {
  return { status: 404, body: { message: "Record not found" } };
}

/** Not the vendor's: it would write. The stand-in refuses, so that a write cannot go unnoticed. */
export function readOnly(): Refusal {
  return { status: 405, body: { message: "This stand-in is read-only" } };
}

export function invalidParameter(name: string): Refusal {
  return { status: 422, body: { message: `${name} is invalid` } };
}

export function tooManyRequests(secondsLeft: number): Refusal {
  const headers = { "retry-after": String(secondsLeft) };
  return { status: 429, body: { message: `Too many requests. Try again in ${secondsLeft} seconds.` }, headers };
}
