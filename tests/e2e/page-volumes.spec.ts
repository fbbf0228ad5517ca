import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { runCli } from "../support/run-cli.ts";
import { openExample, runChecks } from "./support/page.ts";

test("a volume of the run is a file, the same as the command line writes", async ({ page }, { outputDir }) => {
  await openExample(page);
  await page.getByRole("textbox", { name: "Contour level" }).fill("0.065");
  await page.getByRole("textbox", { name: "Reported resolution" }).fill("3.5");
  await runChecks(page);
  await page.getByRole("button", { name: "Volumes" }).click();
  const started = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Local B-factor" }).click();
  const file = await started;
  expect(file.suggestedFilename()).toBe("example-localBFactor.mrc");
  const asked = ["--contour", "0.065", "--resolution", "3.5", "--maps", outputDir];
  expect((await runCli(["validate", "dist/web/example.map.gz", ...asked, "--quiet"])).status).toBe(0);
  expect(await readFile(await file.path())).toEqual(await readFile(`${outputDir}/localBFactor.mrc`));
});
