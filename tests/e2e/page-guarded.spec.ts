import { expect, test } from "@playwright/test";
import { serveBare } from "./support/bare-server.ts";
import { openPage } from "./support/page.ts";
import { hearProbes, listenToProbes, openHost, probe, probedScripts } from "./support/probe.ts";
import { serveCopy } from "./support/served-copy.ts";

test.use({ serviceWorkers: "allow" });

const scripts = probedScripts();
/** The self-test's libraries write functions as text. */
const mayEvaluate = (file: string) => file.includes("self-test.worker");

let host: Awaited<ReturnType<typeof openHost>>;
test.beforeEach(async ({ page }) => {
  host = await openHost();
  // A page without a policy gets through, so the host is not what stops the others.
  await page.goto(host.url);
  const elsewhere = host.url.replace("127.0.0.1", "localhost");
  expect(await page.evaluate((url) => fetch(`${url}probe`).then((answer) => answer.text()), elsewhere)).toBe("taken");
  await listenToProbes(page);
});
test.afterEach(() => host.close());

test("`mapassay serve`: neither page nor any worker can ask another host or run text as code", async ({ page }) => {
  const files = [scripts.page, ...scripts.workers, "service-worker.js"];
  const server = await serveCopy(files, (file) => probe(file, host.url));
  try {
    await openPage(page, server.url);
    const outcomes = await hearProbes(page, files);
    for (const file of files) {
      const textAsCode = mayEvaluate(file) ? "ran" : "stopped";
      expect(outcomes.get(file)).toEqual({ file, foreignFetch: "stopped", textAsCode });
    }
    expect(host.asked()).toBe(1);
  } finally {
    server.close();
  }
});

test("a host without headers: the page's own policy and the service worker stop the same", async ({ page }) => {
  const server = await serveBare();
  const files = [scripts.page, ...scripts.workers];
  server.alter((file, content) =>
    Buffer.concat([content, Buffer.from(files.includes(file) ? probe(file, host.url) : "")]),
  );
  try {
    await openPage(page, server.url);
    await expect(page.getByText(/^Isolated/)).toBeVisible({ timeout: 30_000 });
    // What asked before the service worker was there does not count here.
    const before = host.asked();
    const outcomes = await hearProbes(page, files);
    for (const file of files) {
      const textAsCode = mayEvaluate(file) ? "ran" : "stopped";
      expect(outcomes.get(file)).toEqual({ file, foreignFetch: "stopped", textAsCode });
    }
    expect(host.asked()).toBe(before);
  } finally {
    server.close();
  }
});
