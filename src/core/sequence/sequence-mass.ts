import { MapError } from "../errors.ts";

export type Polymer = "protein" | "DNA" | "RNA";

/** Da of a residue that is not known, X: the usual mean of proteins. */
const UNKNOWN_RESIDUE = 110;

/** Average residue masses, Da. Protein: Expasy FindMod, with selenocysteine (U) and pyrrolysine (O). */
const PROTEIN: Readonly<Record<string, number>> = {
  A: 71.0788,
  R: 156.1875,
  N: 114.1038,
  D: 115.0886,
  C: 103.1388,
  E: 129.1155,
  Q: 128.1307,
  G: 57.0519,
  H: 137.1411,
  I: 113.1594,
  L: 113.1594,
  K: 128.1741,
  M: 131.1926,
  F: 147.1766,
  P: 97.1167,
  S: 87.0782,
  T: 101.1051,
  W: 186.2132,
  Y: 163.176,
  V: 99.1326,
  U: 150.0388,
  O: 237.3018,
  X: UNKNOWN_RESIDUE,
};
/** Nucleoside monophosphates less water: OligoCalc (Kibbe, Nucleic Acids Res. 2007). */
const DNA: Readonly<Record<string, number>> = { A: 313.21, C: 289.18, G: 329.21, T: 304.2 };
const RNA: Readonly<Record<string, number>> = { A: 329.21, C: 305.18, G: 345.21, U: 306.17 };

/** What the ends of a chain add, Da: water; for nucleic acids a 5′ hydroxyl in place of a phosphate (OligoCalc). */
const ENDS: Readonly<Record<Polymer, number>> = { protein: 18.0153, DNA: -61.96, RNA: -61.96 };

/**
 * Å³ per dalton: VRS's constant for protein, 0.727 cm³/g; nucleic acids from a partial specific volume of 0.55 cm³/g (the default of
 * SEDNTERP), times 1.66054 Å³·g/(cm³·Da). RNA has the same: solutions give 0.53, packing in crystals 0.577 (Voss & Gerstein,
 * J. Mol. Biol. 2005).
 */
const VOLUME_PER_DALTON: Readonly<Record<Polymer, number>> = { protein: 1.207, DNA: 0.9133, RNA: 0.9133 };

export interface SequenceMass {
  /** kDa of all chains of a kind; 0 where there is none. */
  readonly masses: Readonly<Record<Polymer, number>>;
  /** kDa of protein that would fill the same volume. */
  readonly proteinEquivalent: number;
  /** Residues that are not known (X), counted at 110 Da each. */
  readonly unknownResidues: number;
}

/**
 * The mass of sequences in FASTA: every record once, and text without a header is one record. A record of A, C, G and T
 * alone counts as DNA, of A, C, G and U as RNA, any other as protein, in which X is a residue of the mean mass, 110 Da. Gaps (-), stops (*), digits and blanks are skipped.
 *
 * @throws parameter.invalid for a letter that stands for no residue, or a text without residues
 */
export function sequenceMass(fasta: string): SequenceMass {
  const masses = { protein: 0, DNA: 0, RNA: 0 };
  const chains = records(fasta);
  for (const letters of chains) {
    const { polymer, daltons } = chainMass(letters);
    masses[polymer] += daltons / 1000;
  }
  const volume = masses.protein * VOLUME_PER_DALTON.protein + (masses.DNA + masses.RNA) * VOLUME_PER_DALTON.DNA;
  if (!(volume > 0)) throw new MapError("parameter.invalid", "The text holds no sequence; paste one in FASTA format.");
  const unknownResidues = chains.join("").split("X").length - 1;
  return { masses, proteinEquivalent: volume / VOLUME_PER_DALTON.protein, unknownResidues };
}

function records(fasta: string): string[] {
  const chunks = fasta.split(/^>.*$/m);
  return chunks.map((chunk) => chunk.replace(/[\s\d*-]/g, "").toUpperCase()).filter((letters) => letters !== "");
}

function chainMass(letters: string): { polymer: Polymer; daltons: number } {
  const polymer = /^[ACGT]+$/.test(letters) ? "DNA" : /^[ACGU]+$/.test(letters) ? "RNA" : "protein";
  const residues = { protein: PROTEIN, DNA, RNA }[polymer];
  let daltons = ENDS[polymer];
  for (const [i, letter] of [...letters].entries()) {
    const mass = residues[letter];
    if (mass === undefined) {
      const sentence = `“${letter}”, residue ${i + 1} of a sequence, stands for no residue; replace it by the one that is there, or leave it out.`;
      throw new MapError("parameter.invalid", sentence);
    }
    daltons += mass;
  }
  return { polymer, daltons };
}
