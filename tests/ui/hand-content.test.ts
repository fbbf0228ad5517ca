import { expect, test } from "vitest";
import { handContent } from "../../src/ui/check-page/content/hand.ts";
import { handOf } from "../support/sample-hand.ts";

const labels = (searchedShare: number) =>
  handContent({ ...handOf({ score: 0.02 }), searchedShare }, "corrected").tables[0]!.rows.map(({ label, cells }) => [
    label,
    cells[0]!.text,
  ]);

test("the page of 0.h says what part of a large molecule was searched, and nothing where all was", () => {
  expect(labels(0.634)).toContainEqual(["Part of the molecule searched, its middle", "63 %"]);
  expect(labels(1).map(([label]) => label)).not.toContain("Part of the molecule searched, its middle");
});
