import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // In forked processes two of some twenty runs hung before a file's first test, on Node.js 20.20.
    pool: "threads",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts", "evaluations/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
