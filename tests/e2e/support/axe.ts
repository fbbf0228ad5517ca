import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules of axe that look at colours. */
export const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it is: rule and place of each fault. @param rules all of axe's where absent */
export async function accessFaults(page: Page, rules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules.length > 0) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}
