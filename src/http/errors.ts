// The catalogue of faults that a request can end in.
import { AppError } from "../lib/app-error.ts";

/** 403, before anything was read of what another site has sent. */
export function refusedCrossSite(): AppError {
  return new AppError({
    code: "cross_site",
    status: 403,
    message: "a state-changing request came from another site",
    publicMessage: "This was sent from another page. Open the page here and press the button again.",
  });
}

/** 413 for a form above the limit of all pages. */
export function bodyTooLarge(): AppError {
  return new AppError({
    code: "body_too_large",
    status: 413,
    message: "the request body is over the limit",
    publicMessage: "That was more text than this form takes. Go back and shorten it.",
  });
}

/** 413 for a picture above what its kind may have. */
export function uploadTooLarge(): AppError {
  return new AppError({
    code: "upload_too_large",
    status: 413,
    message: "an upload is over the limit",
    publicMessage:
      "Nothing was stored. Go back and choose a smaller file: a logo of at most 5 MB, or a photo of at most 8 MB.",
  });
}

/** 429 for a person who is refused and goes on loading; whoever throws it says when to come back. */
export function loadedTooOften(): AppError {
  return new AppError({
    code: "loaded_too_often",
    status: 429,
    message: "somebody who is refused has used up their questions to the PSA",
    publicMessage: "This page was loaded too often. Try again in a few minutes.",
  });
}

/** 404, and the same for what does not exist and for what somebody may not see. */
export function nothingHere(): AppError {
  return new AppError({
    code: "nothing_here",
    status: 404,
    message: "no such page",
    publicMessage: "Check the address, or open the one that you were sent.",
  });
}
