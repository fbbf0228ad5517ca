import { expect, type Page, test } from "@playwright/test";
import { download, openExample, openPage, openSmall, runChecks } from "./support/page.ts";

/** Lets every compute worker begin with what a test adds to its script. */
async function addToWorkers(page: Page, code: string): Promise<void> {
  await page.route("**/compute.worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${code}` });
  });
}

test("a worker that the browser ends without a word stops the run in words, and the next run is whole", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { postMessage, terminate } = Worker.prototype;
    let ended = false;
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      Reflect.apply(postMessage, this, message);
      const { path, argumentList } = message[0] as { path?: string[]; argumentList?: { value: unknown }[] };
      if (ended || path?.[0] !== "run" || argumentList?.[0]?.value !== "bFactor") return;
      ended = true;
      // Natively and not through the page: it is told nothing, as when memory is short.
      terminate.call(this);
    };
  });
  await openExample(page);
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(page.getByRole("alert")).toContainText("The browser stopped a part of the measurement");
  await expect(page.getByRole("alert")).toContainText("worker.died");
  await expect(page.getByRole("heading", { name: "Stopped after three of eight checks" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Mass and centring/ })).toContainText("OK");
  await page.getByRole("button", { name: /Run again/ }).click();
  await expect(page.getByRole("heading", { name: /judged check/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a map that memory cannot hold is refused in words, with what helps, and opens binned, which the report declares", async ({
  page,
}) => {
  await addToWorkers(
    page,
    `{
      const Real = SharedArrayBuffer;
      SharedArrayBuffer = function (bytes) {
        if (bytes > 1e6) throw new RangeError("Array buffer allocation failed");
        return new Real(bytes);
      };
      SharedArrayBuffer.prototype = Real.prototype;
    }`,
  );
  await openPage(page);
  await page.getByRole("button", { name: "Try the example map" }).click();
  await expect(page.getByRole("heading", { name: "The map does not fit into this browser’s memory" })).toBeVisible();
  await expect(page.getByText("run MapAssay on the command line")).toBeVisible();
  await page.getByRole("button", { name: "Back to the start" }).click();
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();

  // The example has 112³ voxels: binned by 2 it is 0.7 MB, and the report says what became of it.
  await page.getByRole("button", { name: "Try the example map" }).click();
  await page.getByRole("button", { name: "Open it binned by 2" }).click();
  await expect(page.getByText("binned by 2", { exact: true })).toBeVisible();
  await runChecks(page);
  const { bytes } = await download(page, "JSON");
  expect(JSON.parse(bytes.toString()).input).toMatchObject({ binning: 2, box: [56, 56, 56] });
});

test("a number that cannot be used keeps the checks from running and has the focus", async ({ page }) => {
  await openSmall(page);
  const resolution = page.getByRole("textbox", { name: "Reported resolution" });
  await resolution.fill("seven");
  await expect(page.getByText("A length above 0 Å")).toBeVisible();
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(resolution).toBeFocused();
  await resolution.blur();
  await page.keyboard.press("r");
  await expect(resolution).toBeFocused();
  await expect(page.getByRole("progressbar", { name: "All checks" })).toHaveCount(0);
  await resolution.fill("7");
  await runChecks(page);
});

test("a map on its way in says so and can be given up", async ({ page }) => {
  await addToWorkers(page, "{ const end = Date.now() + 3000; while (Date.now() < end); }");
  await openPage(page);
  await page.getByRole("button", { name: "Try the example map" }).click();
  await expect(page.getByText("Reading example.map.gz")).toBeVisible();
  await expect(page.getByRole("progressbar", { name: /^Reading/ })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
});
