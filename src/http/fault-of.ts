import { AppError } from "../lib/app-error.ts";

/** What PostgreSQL says when it takes no connection, or ends one: classes 08 and 57P, and too many of them (53300). */
const stateOfServer = /^(08...|57P0[1-5]|53300)$/;
/** What the system says of a connection. */
const stateOfNetwork = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
/** The driver's own words, which carry no code: every connection in use for too long, or one that broke. */
const wordsOfDriver =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

const CAUSES_MAX = 5;

/** The fault of the catalogue that an error is; null: none of them, so something of ours is broken. */
export function faultOf(err: unknown): AppError | null {
  if (err instanceof AppError) return err;
  return isStorageAway(err) ? storageAway(err) : null;
}

/** Whether storage could not be reached, rather than refused what it was asked: the next try may well succeed. */
function isStorageAway(err: unknown, depth = 0): boolean {
  if (!(err instanceof Error) || depth === CAUSES_MAX) return false;
  const code = "code" in err && typeof err.code === "string" ? err.code : "";
  const isAway = stateOfServer.test(code) || stateOfNetwork.test(code) || wordsOfDriver.test(err.message);
  return isAway || isStorageAway(err.cause, depth + 1);
}

function storageAway(cause: unknown): AppError {
  return new AppError({
    code: "storage_away",
    status: 503,
    message: "storage could not be reached",
    publicMessage: "Nothing was lost. Try again in a moment; if it stays like this, pass on the instance.",
    cause,
  });
}
