import { describe, expect, it } from "vitest";
import { sequenceMass } from "../../../src/core/sequence/sequence-mass.ts";

/** Human ubiquitin; Expasy ProtParam gives 8564.84 Da. */
const UBIQUITIN = "MQIFVKTLTGKTITLEVEPSDTIENVKAKIQDKEGIPPDQQRLIFAGKQLEDGRTLSDYNIQKESTLHLVLRLRGG";

/** Standard atomic weights, abridged (IUPAC 2021). */
const WEIGHTS: Readonly<Record<string, number>> = {
  C: 12.011,
  H: 1.008,
  N: 14.007,
  O: 15.999,
  P: 30.974,
  S: 32.06,
  Se: 78.971,
};

/** Da of a formula such as C3H5NOSe. */
function weight(formula: string): number {
  const parts = [...formula.matchAll(/([A-Z][a-z]?)(\d*)/g)];
  return parts.reduce((sum, [, element, count]) => sum + WEIGHTS[element!]! * Number(count || 1), 0);
}

/** Residues in a chain: the amino acid less water, the nucleotide less water. */
const FORMULAS = {
  protein: {
    ...{ G: "C2H3NO", A: "C3H5NO", S: "C3H5NO2", P: "C5H7NO", V: "C5H9NO", T: "C4H7NO2", C: "C3H5NOS" },
    ...{ I: "C6H11NO", L: "C6H11NO", J: "C6H11NO", N: "C4H6N2O2", D: "C4H5NO3", Q: "C5H8N2O2", K: "C6H12N2O" },
    ...{ E: "C5H7NO3", M: "C5H9NOS", H: "C6H7N3O", F: "C9H9NO", R: "C6H12N4O", Y: "C9H9NO2", W: "C11H10N2O" },
    ...{ U: "C3H5NOSe", O: "C12H19N3O2" },
  },
  DNA: { A: "C10H12N5O5P", C: "C9H12N3O6P", G: "C10H12N5O6P", T: "C10H13N2O7P" },
  RNA: { A: "C10H12N5O6P", C: "C9H12N3O7P", G: "C10H12N5O7P", U: "C9H11N2O8P" },
} as const;

/** A chain that any residue of its kind may be added to without becoming one of another kind. */
const STEMS = { protein: "FF", DNA: "T", RNA: "U" } as const;

describe("the residues' masses", () => {
  const daltons = (polymer: keyof typeof FORMULAS, letters: string) => 1000 * sequenceMass(letters).masses[polymer];
  const rows = (Object.keys(FORMULAS) as (keyof typeof FORMULAS)[]).flatMap((polymer) =>
    Object.entries(FORMULAS[polymer]).map(([letter, formula]) => [polymer, letter, formula] as const),
  );

  it.each(rows)("%s %s is %s", (polymer, letter, formula) => {
    const stem = STEMS[polymer];
    const mass = daltons(polymer, stem + letter) - daltons(polymer, stem);
    // Selenium's weight was put 0.011 higher in 2013; the others differ in the last digit.
    expect(Math.abs(mass - weight(formula))).toBeLessThan(letter === "U" && polymer === "protein" ? 0.012 : 0.006);
  });

  it("ends of a chain are water, less a phosphate (HPO₃) in nucleic acids", () => {
    expect(daltons("protein", "F") - weight(FORMULAS.protein.F)).toBeCloseTo(weight("H2O"), 2);
    expect(daltons("DNA", "A") - weight(FORMULAS.DNA.A)).toBeCloseTo(weight("H2O") - weight("HPO3"), 2);
    expect(daltons("RNA", "U") - weight(FORMULAS.RNA.U)).toBeCloseTo(weight("H2O") - weight("HPO3"), 1);
  });

  it("B and Z are the means of the two residues that they may be", () => {
    const residue = (letter: string) => daltons("protein", `FF${letter}`) - daltons("protein", "FF");
    expect(residue("B")).toBeCloseTo((residue("N") + residue("D")) / 2, 4);
    expect(residue("Z")).toBeCloseTo((residue("Q") + residue("E")) / 2, 3);
  });
});

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

  it("takes a nucleic acid with ambiguous bases for one, at the mean of what they stand for", () => {
    const { masses, ambiguousBases } = sequenceMass("ACGTACGTNNR");
    const n = (313.21 + 289.18 + 329.21 + 304.2) / 4;
    const r = (313.21 + 329.21) / 2;
    expect(1000 * masses.DNA).toBeCloseTo(8 * n + 2 * n + r - 61.96, 9);
    expect([masses.protein, ambiguousBases]).toEqual([0, 3]);
    const rna = sequenceMass("ACGUACGUY");
    expect(1000 * rna.masses.RNA).toBeCloseTo(2 * 1285.77 + (305.18 + 306.17) / 2 - 61.96, 9);
  });

  it.each([
    ["ACGTACGTACGTNNNNNNNNNNNNNNNNNN", "DNA"],
    ["acgurycgu", "RNA"],
    ["NNNN", "protein"],
    ["MKTAYSDGVH", "protein"],
    ["GANTRYKST", "protein"],
    ["ACGTU", "protein"],
    ["ACGTE", "protein"],
  ] as const)("takes %s for %s", (letters, polymer) => {
    const { masses } = sequenceMass(letters);
    expect(Object.entries(masses).filter(([, mass]) => mass !== 0)).toEqual([[polymer, expect.any(Number)]]);
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
    ["MK?L", "“?”, residue 3"],
    [">only a header\n", "no sequence"],
  ])("refuses %j", (text, words) => expect(() => sequenceMass(text)).toThrow(words));
});
