import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest by far, the longest first: begun first, none of it ends alone while the other cores wait. */
const dearest = ["every-page.test.ts", "program/demo.test.ts", "neutral-timing.test.ts"];

class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const index = dearest.findIndex((name) => moduleId.endsWith(name));
      return index === -1 ? dearest.length : index;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

/** These put something in the place of a module of Node's, which holds for the whole process: each has one of its own. */
const replacing = ["src/connectors/csv/client.test.ts", "test/data/decision-log.test.ts"];

export default defineConfig({
  test: {
    globalSetup: ["test/support/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Every core: left to itself, a machine of two would test on one of them.
    maxWorkers: "100%",
    sequence: { sequencer: DearestFirst },
    // A zone and a day far from everybody's: nothing may depend on where it runs.
    env: { TZ: "Pacific/Kiritimati" },
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "demo/**/*.test.ts"],
          exclude: [...replacing, "**/node_modules/**"],
          // No module of ours keeps anything between two files, so each is read once for all of them.
          isolate: false,
        },
      },
      { extends: true, test: { name: "replacing", include: replacing, benchmark: { include: [] } } },
    ],
  },
});
