// What the forms of the page do: a token is tried live before it counts.
import { type Connected, connectVendor } from "../../commands/connect-psa.ts";
import { recordConnectionCheck } from "../../commands/record-connection-check.ts";
import { renewConnection } from "../../commands/renew-connection.ts";
import type { ConnectionReport } from "../../connectors/port.ts";
import type { ConnectionStatus } from "../../data/queries/connections.ts";
import type { PsaConnection } from "../../domain/psa-connection.ts";
import { type Asked, askOnce } from "../../psa/ask-once.ts";
import { type Trial, tryToken } from "../../psa/try-token.ts";
import { type AtWork, doerOf } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";

/** Whoever presses "Test" waits for the page. */
const TEST_DEADLINE_MS = 60_000;

type NotTaken = Extract<Asked<unknown>, { kind: "refused" }>;

/** Connects a vendor with this token, once the vendor has taken it. */
export async function connectWithToken(
  services: OfficeServices,
  work: AtWork,
  wish: { psa: PsaConnection; token: string },
): Promise<Connected | NotTaken> {
  const tried = await tryAndRecord(services, work, { ...wish, id: null });
  if (tried.kind === "refused") return tried;
  return connectVendor(services.db, doerOf(work), wish.psa, tried.value);
}

/** `moved`: somebody else has changed the connection in the meantime. */
export type Renewed = { kind: "renewed" } | { kind: "moved" } | NotTaken;

/** Another token for this connection, once the PSA has taken it. It goes on, or is live again. `token`: null for a folder. */
export async function renew(
  services: OfficeServices,
  work: AtWork,
  { connection, token }: { connection: ConnectionStatus; token: string | null },
): Promise<Renewed> {
  const tried = await tryAndRecord(services, work, { psa: connection, id: connection.id, token });
  if (tried.kind === "refused") return tried;
  const from = connection.isLive ? "live" : "disconnected";
  return { kind: (await renewConnection(services.db, doerOf(work), tried.value, from)) ? "renewed" : "moved" };
}

async function tryAndRecord(services: OfficeServices, work: AtWork, trial: Omit<Trial, "firmId">) {
  const tried = await tryToken(services, { ...trial, firmId: work.firm.id });
  const outcome = tried.kind === "refused" ? tried.code : "answered";
  const { kind } = trial.psa;
  await recordConnectionCheck(services.db, doerOf(work), { action: "connection.try_token", kind, outcome });
  return tried;
}

/** Reads everything once over the connection in use. */
export async function testConnection(
  services: OfficeServices,
  work: AtWork,
  connection: ConnectionStatus,
): Promise<Asked<ConnectionReport>> {
  const { connector } = services.connect(work.firm.id, connection);
  const asked = await askOnce((call) => connector.inspect(call), { deadlineMs: TEST_DEADLINE_MS });
  const outcome = asked.kind === "refused" ? asked.code : "answered";
  const { kind, id } = connection;
  const goodId = asked.kind === "answered" && asked.value.gaps.length === 0 ? id : null;
  await recordConnectionCheck(services.db, doerOf(work), { action: "connection.test", kind, outcome, goodId });
  return asked;
}
