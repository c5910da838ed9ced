import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "apps/server/**/*.test.ts", "apps/cli/**/*.test.ts", "tools/**/*.test.ts"],
    allowOnly: false,
    passWithNoTests: false,
  },
});
