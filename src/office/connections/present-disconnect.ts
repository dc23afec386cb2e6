import type { ConnectionStatus } from "../../data/queries/connections.ts";
import { CONNECTIONS_PATH } from "../frame.ts";
import type { ConfirmModel } from "../visibility/confirm/present.ts";
import { DISCONNECT_PATH } from "./paths.ts";
import { systemName } from "./present.ts";
import { connectionWords } from "./words.ts";

/** Before a connection is ended: what clients will see, what is erased, and what is kept. */
export function presentDisconnect({ id, kind }: ConnectionStatus, locale: string): ConfirmModel {
  const say = connectionWords(locale);
  const system = systemName(kind, locale);
  return {
    heading: kind === "csv" ? say("disconnect_folder") : say("disconnect_heading", { system }),
    because: null,
    rows: [
      { term: say("clients_see"), text: say("clients_see_text") },
      { term: say("erased"), text: kind === "csv" ? say("erased_csv") : say("erased_token", { system }) },
      { term: say("kept"), text: say("kept_text") },
    ],
    check: say("disconnect_check"),
    button: { label: say("disconnect"), target: { action: DISCONNECT_PATH, fields: { connection: id } } },
    back: { label: say("leave"), href: CONNECTIONS_PATH },
  };
}
