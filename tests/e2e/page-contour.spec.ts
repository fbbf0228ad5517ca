import { expect, test } from "@playwright/test";
import type { Report } from "../../src/report/report.ts";
import { download, openExample, runChecks } from "./support/page.ts";

test("an expected mass suggests a level, and the choice of it is recorded", async ({ page }) => {
  await openExample(page);
  await expect(page.getByText("Ribbon: pieces at that level")).toBeVisible();
  await page.getByRole("textbox", { name: "Expected mass" }).fill("30");
  const suggestion = page.getByRole("radio", { name: /30\.0 kDa of protein/ });
  await suggestion.check();
  await expect(suggestion).toBeChecked();
  await runChecks(page);
  const { bytes } = await download(page, "JSON");
  const { input } = JSON.parse(bytes.toString()) as Report;
  const byMass = input.contourSuggestions.find(({ method }) => method === "molecularMass");
  expect(input.contourSource).toBe("suggested");
  expect(byMass?.level).toBe(input.contourLevel);
});
