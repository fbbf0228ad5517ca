import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Vitest leaves one processor free, of two.
    maxWorkers: "100%",
  },
});
