import { DIAGNOSE_PATH } from "../frame.ts";

export const PERSON_PATH = `${DIAGNOSE_PATH}/person`;
export const REFERENCES_PATH = `${DIAGNOSE_PATH}/references`;
export const LIMITS_PATH = `${DIAGNOSE_PATH}/limits`;

/** At which door the question is asked: a slug, a pasted address, or (neither) the person's own portal. */
export type DoorField = { portal: string } | { url: string } | null;

/** The page of one person at one door. */
export function personPath(email: string, door: DoorField = null): string {
  return `${PERSON_PATH}?${new URLSearchParams({ email, ...door })}`;
}

/** The search for a company, an address, a name. */
export function searchPath(query: string): string {
  return `${DIAGNOSE_PATH}?${new URLSearchParams({ q: query })}`;
}

/** The page of the decision that is stored under a reference. */
export function referencePath(reference: string): string {
  return `${REFERENCES_PATH}/${encodeURIComponent(reference)}`;
}
