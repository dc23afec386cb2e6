import { randomBytes, randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { vendorRecords } from "../../test/support/vendor-firm.ts";
import { VENDOR_TOKEN, vendorStandIns } from "../../test/support/vendor-stand-in.ts";
import { noVendors } from "../../test/support/vendors.ts";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";
import { vendorKinds } from "../domain/psa-connection.ts";
import { systemClock } from "../lib/clock.ts";
import { sealEnvelope } from "../lib/envelope.ts";
import { openVault, type Vault } from "../lib/vault.ts";
import { connectWith, credentialPlace } from "./connect.ts";
import { callBudgets } from "./vendor-budget.ts";

const firmId = randomUUID() as FirmId;
const id = randomUUID();
const call = { signal: AbortSignal.timeout(30_000), isUrgent: true };

test.each(vendorKinds)("%s: the token is opened for each request anew, and not before there is one", async (vendor) => {
  const { psa, start } = vendorStandIns[vendor];
  const standIn = await start(vendorRecords());
  onTestFinished(() => standIn.close());
  const keys = { current: randomBytes(32), former: [] };
  const vault = countingVault(openVault(() => keys));
  const connect = connectWith({
    ...{ clock: systemClock, vault, openBudget: callBudgets(null) },
    origins: { ...noVendors, [vendor]: standIn.url },
  });
  const credential = sealEnvelope(VENDOR_TOKEN, credentialPlace(firmId, id), keys);
  const { connector } = connect(firmId, { ...psa, id, credential, updatedAt: new Date() });
  expect(vault.opened).toBe(0);
  for (const ask of [connector.identify, connector.listDirectory, connector.listDirectory]) await ask(call);
  await connector.findByEmails(["jane@acme.example" as Email], call);
  expect(standIn.requests.length).toBeGreaterThan(5);
  expect(vault.opened).toBe(standIn.requests.length);
});

function countingVault({ seal, open }: Vault) {
  const vault = {
    opened: 0,
    seal,
    open: (...asked: Parameters<Vault["open"]>) => {
      vault.opened += 1;
      return open(...asked);
    },
  };
  return vault;
}
