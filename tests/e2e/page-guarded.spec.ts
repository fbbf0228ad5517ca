import { expect, test } from "@playwright/test";
import { serveBare } from "./support/bare-server.ts";
import { openExample, openPage } from "./support/page.ts";
import { hearProbes, listenToProbes, openHost, probe, probedScripts, waitForProbes } from "./support/probe.ts";
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

test("a host without headers before there is a service worker: workers stand under the page's own policy", async ({
  page,
}) => {
  const server = await serveBare();
  const files = [scripts.page, ...scripts.workers];
  server.alter((file, content) => {
    if (file === "service-worker.js") return null;
    return Buffer.concat([content, Buffer.from(files.includes(file) ? probe(file, host.url) : "")]);
  });
  try {
    await openExample(page, server.url);
    const started = files.filter((file) => !mayEvaluate(file));
    const outcomes = await waitForProbes(page, started);
    for (const file of started) {
      expect(outcomes.get(file)).toEqual({ file, foreignFetch: "stopped", textAsCode: "stopped" });
    }
    expect([...outcomes.keys()].filter(mayEvaluate)).toEqual([]);
    expect(host.asked()).toBe(1);
  } finally {
    server.close();
  }
});
