import { randomUUID } from "node:crypto";
import type { PsaIdentity } from "../connectors/port.ts";
import type { FirmId } from "../domain/ids.ts";
import type { PsaConnection } from "../domain/psa-connection.ts";
import type { Clock } from "../lib/clock.ts";
import type { Envelope } from "../lib/envelope.ts";
import type { Vault } from "../lib/vault.ts";
import { type Asked, askOnce } from "./ask-once.ts";
import { type Connect, credentialPlace } from "./connect.ts";

const DEADLINE_MS = 10_000;

/** `id`: of the connection for which the token is meant; null for one that is not stored yet. `token`: null where the kind needs none. */
export type Trial = { firmId: FirmId; psa: PsaConnection; id: string | null; token: string | null };

type Tried = { id: string; credential: Envelope | null; identity: PsaIdentity };

/** Asks the PSA, with a token that is sealed but stored nowhere yet, whose eyes it would be read with. */
export async function tryToken(
  { connect, vault, clock }: { connect: Connect; vault: Vault; clock: Clock },
  { firmId, psa, id: storedId, token }: Trial,
): Promise<Asked<Tried>> {
  const id = storedId ?? randomUUID();
  const credential = token === null ? null : vault.seal(token, credentialPlace(firmId, id));
  const { connector } = connect(firmId, { ...psa, id, credential, updatedAt: clock.now() });
  const asked = await askOnce((call) => connector.identify(call), { deadlineMs: DEADLINE_MS });
  return asked.kind === "refused" ? asked : { kind: "answered", value: { id, credential, identity: asked.value } };
}
