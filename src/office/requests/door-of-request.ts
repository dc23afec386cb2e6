import type { AccessRequest } from "../../data/queries/requests.ts";
import type { DoorAsked } from "../../diagnosis/door-asked.ts";

/** Where the person stood when they asked; at the firm's bare address it is their own portal that counts. */
export function doorOfRequest({ askedSlug }: Pick<AccessRequest, "askedSlug">): DoorAsked {
  return askedSlug === "" ? { kind: "own" } : { kind: "slug", slug: askedSlug, projectId: null };
}
