import type { VendorKind } from "../../domain/psa-connection.ts";
import { CONNECTIONS_PATH } from "../frame.ts";

export const TEST_PATH = `${CONNECTIONS_PATH}/test`;
export const TOKEN_PATH = `${CONNECTIONS_PATH}/token`;
export const DISCONNECT_PATH = `${CONNECTIONS_PATH}/disconnect`;
export const RECONNECT_PATH = `${CONNECTIONS_PATH}/reconnect`;
export const CONNECT_PATH = `${CONNECTIONS_PATH}/connect`;

/** What can have been done, as the page that follows says it. `moved`: nothing, for what was shown is not connected any more. */
export const doneThings = ["connected", "rotated", "reconnected", "disconnected", "moved"] as const;
export type Done = (typeof doneThings)[number];

/** The form that takes a token for this vendor. */
export function connectPath(kind: VendorKind): string {
  return `${CONNECT_PATH}/${kind}`;
}
