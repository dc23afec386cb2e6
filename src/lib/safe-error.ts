/** What may stand in a log of an error: never the values that a failed database statement was given. */
export type SafeError = {
  type: string;
  message: string;
  code: string | undefined;
  stack: string | undefined;
  cause: SafeError | undefined;
};

const CAUSES_MAX = 5;

/** Describes an error and what caused it, without statement parameters: they hold emails and tokens. */
export function safeError(err: unknown, depth = 0): SafeError {
  if (!(err instanceof Error))
    return { type: typeof err, message: "not an error", code: undefined, stack: undefined, cause: undefined };
  return {
    type: err.name,
    message: withoutValues(err.message),
    code: "code" in err && typeof err.code === "string" ? err.code : undefined,
    stack: err.stack && withoutValues(err.stack),
    cause: err.cause === undefined || depth === CAUSES_MAX ? undefined : safeError(err.cause, depth + 1),
  };
}

function withoutValues(text: string): string {
  return text.replace(/\nparams:[^\n]*/g, "");
}
