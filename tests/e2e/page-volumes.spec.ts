import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { runCli } from "../support/run-cli.ts";
import { download, openExample, runChecks } from "./support/page.ts";

test("a volume of the run and the mirrored map are files, the same as the command line writes", async ({ page }, {
  outputDir,
}) => {
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

  await page.getByRole("button", { name: /0\.h/ }).first().click();
  const mirrored = await download(page, "Write the mirrored map");
  expect(mirrored.name).toBe("example-mirrored.mrc");
  const written = `${outputDir}/mirrored.mrc`;
  expect((await runCli(["mirror", "dist/web/example.map.gz", "-o", written, "--quiet"])).status).toBe(0);
  expect(mirrored.bytes.equals(await readFile(written))).toBe(true);
});
