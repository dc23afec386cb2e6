import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The walk over every page takes longest by far: begun first, it does not end alone while the other cores wait. */
class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isDear = ({ moduleId }: TestSpecification) => moduleId.endsWith("every-page.test.ts");
    return [...sorted.filter(isDear), ...sorted.filter((file) => !isDear(file))];
  }
}

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "demo/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Every core: left to itself, a machine of two would test on one of them.
    maxWorkers: "100%",
    sequence: { sequencer: DearestFirst },
    // A zone and a day far from everybody's: nothing may depend on where it runs.
    env: { TZ: "Pacific/Kiritimati" },
  },
});
