import { expect, test } from "@playwright/test";
import { download, openExample, openPage, runChecks } from "./support/page.ts";

test("no request leaves the page's origin, and none carries anything out", async ({ page, context, baseURL }) => {
  const origin = new URL(baseURL!).origin;
  const requests: { url: string; method: string; body: string | null }[] = [];
  context.on("request", (request) => {
    requests.push({ url: request.url(), method: request.method(), body: request.postData() });
  });
  await openExample(page);
  await runChecks(page);
  await page.getByRole("button", { name: /0\.d/ }).click();
  await expect(page.getByRole("img", { name: /Guinier plot/ })).toContainText("measured");
  await download(page, "PDF report");

  const fetched = requests.filter(({ url }) => !/^(blob|data):/.test(url));
  expect(fetched.length).toBeGreaterThan(5);
  expect(fetched.filter(({ url }) => new URL(url).origin !== origin)).toEqual([]);
  expect(fetched.filter(({ method, body }) => method !== "GET" || body !== null)).toEqual([]);
});

test("the policy that the server sends stops requests to other hosts and inline code", async ({ page }) => {
  await openPage(page);
  const policy = (await page.request.get("./")).headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
  const outcome = await page.evaluate(async () => {
    const violation = new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective));
    });
    const sent = await fetch("http://127.0.0.2:9/").then(
      () => "sent",
      () => "stopped",
    );
    return { sent, directive: await violation };
  });
  expect(outcome).toEqual({ sent: "stopped", directive: "connect-src" });
});

test("the page is isolated, so workers may share memory", async ({ page }) => {
  await openPage(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(page.getByText(/^Isolated · \d+ threads?$/)).toBeVisible();
});
