import type { UpdateAction, UpdateState } from "../../domain/project-update.ts";

/** How an update stands, in the words of the office. */
export const stateLabels: Record<UpdateState, string> = {
  draft: "Draft",
  review: "In review",
  published: "Published",
  withdrawn: "Withdrawn",
};

/** What each button does; a verb that says what comes of it. */
export const actionLabels: Record<UpdateAction, string> = {
  save: "Save",
  review: "Send to review",
  publish: "Publish to the client",
  withdraw: "Withdraw from the portal",
  draft: "Back to draft",
};
