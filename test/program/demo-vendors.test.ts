// The sample firm as a newcomer meets it through the connectors to vendors, whose stand-ins listen on this machine.
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { killDatabase } from "../faults/embedded-harness.ts";
import { freePort } from "../support/free-port.ts";
import { ask, ensureBuilt, mailboxCode, makePlace, runProgram, signInAt, startProgram } from "./program.ts";

vi.setConfig({ testTimeout: 180_000 });

test.each([
  ["productive", "PRODUCTIVE_API_URL"],
  ["harvest", "HARVEST_API_URL"],
])(
  "the demo reads the sample firm through %s, and who gets in is decided as from the folder",
  async (psa, variable) => {
    await ensureBuilt();
    const place = await makePlace();
    const PORT = String(await freePort());
    const server = await startProgram(["demo", "--dir", place.csvDir, "--psa", psa], {
      PROLENS_DATA: place.dataDir,
      PORT,
    });
    try {
      const printed = server.stdout();
      expect(printed).toMatch(new RegExp(`http://harbor-finch\\.portal\\.localhost:${PORT}/acme +jane@acme\\.example`));
      const PROLENS_DATA = join(place.dataDir, psa);
      expect(printed).toContain(`PROLENS_DATA=${PROLENS_DATA}`);
      // Harvest archives no contacts, so nobody is said to be.
      expect(printed.includes("The contact is archived")).toBe(psa === "productive");
      const [, origin = ""] = new RegExp(`${variable}=(http://127\\.0\\.0\\.1:\\d+)`).exec(printed) ?? [];
      const again = { PROLENS_DATA: place.dataDir, PORT: String(await freePort()) };
      const second = await runProgram(["demo", "--dir", place.csvDir, "--psa", psa], again);
      expect([second.code, second.stderr]).toEqual([1, expect.stringContaining("is in use by another ProLens server")]);
      const diagnose = async (email: string, portal: string) => {
        const args = ["diagnose", "--firm", "harbor-finch", "--email", email, "--portal", portal, "--json"];
        const { stdout, code } = await runProgram(args, { PROLENS_DATA, PORT, [variable]: origin });
        return [code, JSON.parse(stdout).cause];
      };
      expect(await diagnose("jane@acme.example", "acme")).toEqual([0, null]);
      expect(await diagnose("jane.doe@acme.example", "acme")).toEqual([3, "who.email_differs"]);
      expect(await diagnose("soren@lindqvist-okafor.example", "acme")).toEqual([3, "door.other_clients_portal"]);
      expect(await diagnose("zoe.hart@tidewaterhousing.example", "acme")).toMatchObject([
        3,
        expect.stringMatching(/^who\./),
      ]);
      const ADMIN = "office@harbor-finch.example";
      const office = { port: PORT, host: "localhost" };
      const cookie = await signInAt(office, ADMIN, () => mailboxCode(PORT, ADMIN));
      expect((await ask({ ...office, cookie }, "/updates")).text).toContain("Bath Library renewal");
      expect((await ask({ ...office, cookie }, "/pulse")).text).toContain("Please call before it goes out again.");
    } finally {
      await server.stop();
      await killDatabase(join(place.dataDir, psa));
      await place.drop();
    }
  },
);

test("a PSA that the demo has no stand-in for is wrong use", async () => {
  await ensureBuilt();
  const { code, stderr } = await runProgram(["demo", "--psa", "abacus"], {});
  expect([code, stderr]).toEqual([2, expect.stringContaining("productive or harvest")]);
});
