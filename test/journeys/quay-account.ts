// A firm's account at Harvest that is larger than a page: more clients than a list shows at once, and more people on projects than are read.
import { onTestFinished } from "vitest";
import { editJson, type Fault, type LooseJson } from "../../demo/stand-ins/faults.ts";
import { completeRecords } from "../../demo/stand-ins/records.ts";
import type { StandInServer } from "../../demo/stand-ins/server.ts";
import { ROWS_MAX } from "../../src/ui/pages.ts";
import { vendorStandIns } from "../support/vendor-stand-in.ts";

const PROJECTS = 6;
const client = { id: "q-0", name: "Quay Harbour Trust" };

export type QuayAccount = Pick<StandInServer, "url"> & {
  /** Of whom everything is known to whoever signs in as `email`, but who works on it. */
  client: { id: string; name: string; email: string };
  projectId: string;
  /** From now on answers wait until the function is called that comes back. */
  holdBack(): () => void;
};

/** Opens it for the test that runs now. */
export async function openQuayAccount(): Promise<QuayAccount> {
  const clients = Array.from({ length: 2 * ROWS_MAX + 5 }, (_, index) => ({
    id: `q-${index + 1}`,
    name: `Quay ${index + 1}`,
  }));
  const email = "amal@quay-trust.example";
  const standIn = await vendorStandIns.harvest.start(
    completeRecords({
      companies: [client, ...clients],
      contacts: [
        { id: "q-a", name: "Amal Quay", email, company_id: client.id },
        ...clients.map(({ id }, index) => ({
          id: `k-${id}`,
          name: `Kim ${index}`,
          email: `kim.${index}@quay.example`,
          company_id: id,
        })),
      ],
      people: [{ id: "q-nora", name: "Nora Quist", role: "Principal", email: "nora@quay-works.example" }],
      projects: Array.from({ length: PROJECTS }, (_, index) => {
        return {
          id: `qp-${index}`,
          number: `26-0${index}`,
          name: `Pier ${index} renewal`,
          company_id: client.id,
          status: "active",
        };
      }),
    }),
  );
  onTestFinished(() => standIn.close());
  standIn.fail(tooMany, { path: /task_assignments$/ });
  return {
    url: standIn.url,
    client: { ...client, id: standIn.theirIdOf("company", client.id), email },
    projectId: standIn.theirIdOf("project", "qp-0"),
    holdBack: () => {
      const gate = Promise.withResolvers<void>();
      const waits: Fault = async ({ answer }) => {
        await gate.promise;
        return answer();
      };
      standIn.fail(waits);
      return () => {
        gate.resolve();
        standIn.recover();
        standIn.fail(tooMany, { path: /task_assignments$/ });
      };
    },
  };
}

const tooMany = editJson((json: LooseJson) => ({ ...json, total_entries: 100_000 }));
