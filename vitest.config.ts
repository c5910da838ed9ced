import { defineConfig } from "vitest/config";

const pure = [
  "packages/{domain,contract,dialogue,matching,measurement,requirements,risk,tracing,interchange}/**/*.test.ts",
  "apps/cli/**/*.test.ts",
  "apps/web/src/**/*.test.ts",
  "tools/**/*.test.ts",
];
const withDatabase = ["packages/{db,testkit}/**/*.test.ts", "apps/server/**/*.test.ts"];

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: "pure",
          include: pure,
          setupFiles: ["./apps/web/src/texts/load-all.fixture.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: withDatabase,
          globalSetup: ["./packages/testkit/src/test-cluster.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
