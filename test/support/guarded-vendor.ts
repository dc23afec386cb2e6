// A vendor that asks for a token and then supplies a folder's records: for what happens between a firm and its token.
import type { AppParts } from "../../src/app-parts.ts";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import { PsaFault, type PsaFaultCode } from "../../src/connectors/errors.ts";
import type { PsaConnector, PsaIdentity } from "../../src/connectors/port.ts";
import { accountIdOf } from "../../src/domain/psa-connection.ts";
import { openToken } from "../../src/psa/connect.ts";
import type { TestApp } from "./test-app.ts";

/** `tokens`: which open it, for which account, and whose each is. `faults`: tokens to which it answers otherwise. */
export type GuardedVendor = {
  dir: string;
  tokens: Map<string, { account: string; identity: PsaIdentity }>;
  faults: Map<string, PsaFaultCode>;
  /** How often a company's work was read. */
  worksRead: number;
};

export function makeGuardedVendor(): GuardedVendor {
  return { dir: "", tokens: new Map(), faults: new Map(), worksRead: 0 };
}

/** Connects folders as the program does, and any vendor to this one. `app`: asked for its vault at every question. */
export function connectToGuarded(vendor: GuardedVendor, app: () => TestApp): NonNullable<AppParts["connect"]> {
  return (firmId, connection) => {
    const { clock, vault } = app();
    if (connection.kind === "csv") {
      return { connector: createCsvConnector({ dir: connection.settings.dir, clock }), budget: null };
    }
    const authorize = () => requireKnown(vendor, openToken(vault, firmId, connection), accountIdOf(connection));
    return { connector: guarded(vendor, createCsvConnector({ dir: vendor.dir, clock }), authorize), budget: null };
  };
}

/** As connectors do: a fault names the reason, never the token. */
function requireKnown({ tokens, faults }: GuardedVendor, token: string, account: string | null): PsaIdentity {
  const fault = faults.get(token);
  if (fault) throw new PsaFault(fault, "the vendor answers: no");
  const known = tokens.get(token);
  if (!known) throw new PsaFault("auth_expired", "the vendor answers 401: unknown");
  if (known.account !== account) throw new PsaFault("forbidden", `the token sees only ${known.identity.organisation}`);
  return known.identity;
}

function guarded(vendor: GuardedVendor, connector: PsaConnector, authorize: () => PsaIdentity): PsaConnector {
  const after =
    <Args extends unknown[], T>(ask: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      authorize();
      return ask(...args);
    };
  return {
    findByEmails: after(connector.findByEmails),
    findCompany: after(connector.findCompany),
    listDirectory: after(connector.listDirectory),
    listProjects: after(connector.listProjects),
    requireProjects: after(connector.requireProjects),
    readCompanyWork: after((...asked: Parameters<PsaConnector["readCompanyWork"]>) => {
      vendor.worksRead++;
      return connector.readCompanyWork(...asked);
    }),
    workVersion: after(connector.workVersion),
    identify: async () => authorize(),
    inspect: after(connector.inspect),
  };
}
