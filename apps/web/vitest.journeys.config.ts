import { defineConfig } from "vitest/config";

/** Journeys in a real browser against the real server, one file after the other: each starts its own. */
export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    include: ["journeys/*.journey.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
