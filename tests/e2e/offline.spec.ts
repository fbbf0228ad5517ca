import { expect, type Page, test } from "@playwright/test";
import { type BareServer, serveBare } from "./support/bare-server.ts";
import { openExample, openPage, runChecks } from "./support/page.ts";

test.use({ serviceWorkers: "allow" });

let server: BareServer;
test.beforeEach(async () => {
  server = await serveBare();
});
test.afterEach(() => server.close());

/** Opens the page from the bare host and waits until its service worker has isolated it. */
async function openKept(page: Page): Promise<void> {
  await page.goto(server.url);
  await expect(page.getByText(/^Isolated · \d+ threads?$/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Ready offline")).toBeVisible();
}

test("a host without headers, in a sub-folder: isolated after one reload, and at work without a network", async ({
  page,
}) => {
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  await openKept(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(loads).toHaveLength(2);

  server.close();
  await page.context().setOffline(true);
  await page.reload();
  await openExample(page, server.url);
  await runChecks(page);
  await page.getByRole("button", { name: /0\.d/ }).click();
  await expect(page.getByRole("img", { name: /Guinier plot/ })).toContainText("measured");
  await page.reload();
  await expect(page.getByText("Offline: nothing here needs a network")).toBeVisible();
});

test("the page can be installed and takes maps from the file manager", async ({ page }) => {
  await openKept(page);
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // A test's window is a private one, which never installs.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  const { data, errors } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { file_handlers } = JSON.parse(data ?? "") as { file_handlers: { accept: Record<string, string[]> }[] };
  expect(file_handlers.flatMap(({ accept }) => Object.values(accept).flat())).toEqual(
    expect.arrayContaining([".mrc", ".map"]),
  );
});

test("a new version waits to be asked for, and for the other tabs", async ({ page, context }) => {
  await openKept(page);
  server.alter((file, content) => {
    if (file === "service-worker.js") return Buffer.concat([content, Buffer.from("\n// A later version.")]);
    return content;
  });
  const other = await context.newPage();
  await other.goto(server.url);
  const notice = page.getByRole("alert").filter({ hasText: "A new version of MapAssay is ready." });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await notice.getByRole("button", { name: "Load it" }).click();
  await expect(notice).toContainText("open in another tab");
  await other.close();
  const loaded = page.waitForEvent("load");
  await notice.getByRole("button", { name: "Load it" }).click();
  await loaded;
  await expect(page.getByText("Ready offline")).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("an address that gives out something else is given up", async ({ page }) => {
  await openKept(page);
  const title = /<title>[^<]*/;
  server.alter((file, content) => {
    if (file === "service-worker.js") return null;
    return file === "index.html" ? Buffer.from(String(content).replace(title, "<title>Another program")) : content;
  });
  await page.goto(server.url);
  await expect(page).toHaveTitle("Another program");
});

test("a visitor who was quicker than the service worker keeps the map and is told", async ({ page }) => {
  let holdBack = true;
  await page.route("**/service-worker.js", async (route) => {
    while (holdBack) await new Promise((resolve) => setTimeout(resolve, 50));
    await route.continue();
  });
  await openPage(page, server.url);
  await page.getByRole("button", { name: "Try the example map" }).click();
  await expect(page.getByRole("heading", { name: "Contour level" })).toBeVisible();
  holdBack = false;
  const again = page.getByRole("button", { name: /^Load the page again/ });
  await expect(again).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("heading", { name: "Contour level" })).toBeVisible();
  await again.click();
  await expect(page.getByText(/^Isolated/)).toBeVisible();
});
