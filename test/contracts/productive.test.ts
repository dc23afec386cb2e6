import { onTestFinished } from "vitest";
import { contactId, staffId } from "../../demo/stand-ins/productive/people.ts";
import { idOf } from "../../demo/stand-ins/productive/resource.ts";
import { serviceId } from "../../demo/stand-ins/productive/services.ts";
import { startProductiveStandIn } from "../../demo/stand-ins/productive/stand-in.ts";
import { milestoneId } from "../../demo/stand-ins/productive/tasks.ts";
import { organization } from "../../demo/stand-ins/testing/json-api.ts";
import { createProductiveConnector } from "../../src/connectors/productive/adapter.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { optOuts } from "./opt-outs.ts";
import { namesIn, recordsOf } from "./sample-records.ts";
import { translateIds } from "./translate-ids.ts";
import { describeVendorConnector } from "./vendor-contract.ts";

describeVendorConnector(
  "productive",
  async ({ sample, send, token }) => {
    const standIn = await startProductiveStandIn({ records: recordsOf(sample), organization, token });
    onTestFinished(() => standIn.close());
    const vendor = { clock: systemClock, origin: standIn.url, send, token: () => token };
    return {
      connector: translateIds(createProductiveConnector(vendor, organization.id), theirIdOf, namesIn(sample)),
      standIn,
    };
  },
  optOuts.productive,
);

function theirIdOf(id: string): string {
  const [kind = ""] = id.split("-");
  const place = places[kind] ?? places.c;
  return idOf(...place(id));
}

const places: Record<string, (id: string) => [type: string, ourId: string]> & { c: (id: string) => [string, string] } =
  {
    c: (id) => ["companies", id],
    k: (id) => ["people", contactId(id)],
    s: (id) => ["people", staffId(id)],
    p: (id) => ["projects", id],
    ph: (id) => ["services", serviceId({ project_id: "", phase_id: id })],
    m: (id) => ["tasks", milestoneId(id)],
  };
