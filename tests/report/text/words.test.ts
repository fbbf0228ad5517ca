import { describe, expect, it } from "vitest";
import { asSentence, counted, resolutionText, sayNumber } from "../../../src/report/text/words.ts";

describe("words", () => {
  it.each([
    [0, "no"],
    [1, "one"],
    [12, "twelve"],
    [13, "13"],
  ])("says %i as %s", (count, word) => {
    expect(sayNumber(count)).toBe(word);
  });

  it.each([
    ["it falls", "It falls."],
    ["Done.", "Done."],
    ["", ""],
  ])("makes a sentence of %j", (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });

  it.each([
    [1, "1 piece"],
    [2, "2 pieces"],
    [0, "0 pieces"],
  ])("counts %i", (count, text) => {
    expect(counted(String(count), count, "piece")).toBe(text);
  });

  it.each([
    [7, "7.0 Å"],
    [6.5, "6.5 Å"],
    [3.27, "3.27 Å"],
    [0.3, "0.3 Å"],
  ])("prints %d Å with the digits it has", (value, text) => {
    expect(resolutionText(value)).toBe(text.replace(" ", "\u00a0"));
  });
});
