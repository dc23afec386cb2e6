import type { VendorKind } from "../../domain/psa-connection.ts";
import { CONNECTIONS_PATH } from "../frame.ts";

export const TEST_PATH = `${CONNECTIONS_PATH}/test`;
export const TOKEN_PATH = `${CONNECTIONS_PATH}/token`;
export const DISCONNECT_PATH = `${CONNECTIONS_PATH}/disconnect`;
export const RECONNECT_PATH = `${CONNECTIONS_PATH}/reconnect`;
export const CONNECT_PATH = `${CONNECTIONS_PATH}/connect`;

/** What has just been done, as the address of the page that follows says it. */
export const doneThings = ["connected", "rotated", "reconnected", "disconnected"] as const;
export type Done = (typeof doneThings)[number];

/** The page that says what has been done. */
export function donePath(done: Done): string {
  return `${CONNECTIONS_PATH}?done=${done}`;
}

export function connectPath(kind: VendorKind): string {
  return `${CONNECT_PATH}/${kind}`;
}
