import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.js";

const PORT = Number(process.env.MAPASSAY_E2E_PORT ?? 4173);

/** End-to-end tests drive the built app as `mapassay serve` gives it out: run `npm run build` first. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "build/test-results/e2e",
  workers: 1,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    channel: undefined,
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    // It would fetch the whole site into each test's fresh browser; the tests of offline use allow it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    // Recording a trace takes as long as the test itself: `npx playwright test NAME --trace on` for the one that failed.
    trace: "off",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `node dist/cli/mapassay.js serve --port ${PORT}`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: !process.env.CI,
  },
});
