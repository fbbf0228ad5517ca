import { expect, test } from "@playwright/test";
import type { Report } from "../../src/report/report.ts";
import { download, openExample, runChecks } from "./support/page.ts";

const UBIQUITIN = "MQIFVKTLTGKTITLEVEPSDTIENVKAKIQDKEGIPPDQQRLIFAGKQLEDGRTLSDYNIQKESTLHLVLRLRGG";

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

test("a mass from a sequence suggests a level and is recorded, and a wrong letter is named", async ({ page }) => {
  await openExample(page);
  await page.getByText("Mass from a sequence").click();
  const field = page.getByRole("textbox", { name: /FASTA/ });
  await field.fill(`>wrong\n${UBIQUITIN}\nMK8?`);
  await expect(page.getByText("“?”, residue 79 of a sequence, stands for no residue")).toBeVisible();
  await field.fill(">unknown\nMXXK");
  await expect(page.getByText("Unknown residues (X): 2, counted at 110 Da each.")).toBeVisible();
  await field.fill(">gene\nACGTNNACGT");
  await expect(page.getByText("Ambiguous bases: 2, counted at the mean of those they may be.")).toBeVisible();
  await field.fill(`>ubiquitin\n${UBIQUITIN}`);
  await expect(page.getByText("Protein 8.56 kDa.")).toBeVisible();
  await page.getByRole("button", { name: "Use 8.56 kDa" }).click();
  await expect(page.getByRole("textbox", { name: "Expected mass" })).toHaveValue("8.56");
  await page.getByRole("radio", { name: /8\.6 kDa of protein/ }).check();
  await runChecks(page);
  const { bytes } = await download(page, "JSON");
  const { input } = JSON.parse(bytes.toString()) as Report;
  expect(input.molecularMass).toBe(8.56);
  expect(input.contourSource).toBe("suggested");
  expect(input.contourSuggestions.find(({ method }) => method === "molecularMass")?.level).toBe(input.contourLevel);
});
