import { describe, expect, it } from "vitest";
import { sequenceMass } from "../../../src/core/sequence/sequence-mass.ts";

/** Human ubiquitin; Expasy ProtParam gives 8564.84 Da. */
const UBIQUITIN = "MQIFVKTLTGKTITLEVEPSDTIENVKAKIQDKEGIPPDQQRLIFAGKQLEDGRTLSDYNIQKESTLHLVLRLRGG";

describe("the mass of sequences", () => {
  it("is that of ProtParam for a protein, with or without a header, in any lines", () => {
    const { masses, proteinEquivalent } = sequenceMass(UBIQUITIN);
    expect(1000 * masses.protein).toBeCloseTo(8564.84, 0);
    expect(proteinEquivalent).toBeCloseTo(masses.protein, 12);
    const broken = `>sp|P0CG48\r\n${UBIQUITIN.slice(0, 40).toLowerCase()}\r\n${UBIQUITIN.slice(40)}*\r\n`;
    expect(sequenceMass(broken)).toEqual(sequenceMass(UBIQUITIN));
  });

  it("tells DNA and RNA by their letters and gives them their own, smaller volume", () => {
    const { masses, proteinEquivalent } = sequenceMass(">a\nACGT\n>b\nACGU");
    expect(1000 * masses.DNA).toBeCloseTo(313.21 + 289.18 + 329.21 + 304.2 - 61.96, 9);
    expect(1000 * masses.RNA).toBeCloseTo(329.21 + 305.18 + 345.21 + 306.17 - 61.96, 9);
    expect(proteinEquivalent / (masses.DNA + masses.RNA)).toBeCloseTo(0.9133 / 1.207, 9);
  });

  it("adds chains up", () => {
    const twice = sequenceMass(`>a\n${UBIQUITIN}\n>b\n${UBIQUITIN}`);
    expect(twice.masses.protein).toBeCloseTo(2 * sequenceMass(UBIQUITIN).masses.protein, 12);
  });

  it("counts a residue that is not known at the mean of proteins, and says how many", () => {
    const known = sequenceMass(UBIQUITIN);
    const { masses, unknownResidues } = sequenceMass(`${UBIQUITIN}XX`);
    expect(1000 * (masses.protein - known.masses.protein)).toBeCloseTo(220, 9);
    expect([known.unknownResidues, unknownResidues]).toEqual([0, 2]);
  });

  it.each([
    ["MKJL", "“J”, residue 3"],
    [">only a header\n", "no sequence"],
  ])("refuses %j", (text, words) => expect(() => sequenceMass(text)).toThrow(words));
});
