import { MapError } from "../errors.ts";

export type Polymer = "protein" | "DNA" | "RNA";

/** Da of a residue that is not known, X: the usual mean of proteins. */
const UNKNOWN_RESIDUE = 110;

/**
 * Average residue masses, Da. Protein: Expasy FindMod, with selenocysteine (U) and pyrrolysine (O); B, Z and J are one of two
 * residues and have the mean of both.
 */
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
  B: 114.5962,
  Z: 128.6231,
  J: 113.1594,
  X: UNKNOWN_RESIDUE,
};
/** Nucleoside monophosphates less water: OligoCalc (Kibbe, Nucleic Acids Res. 2007). */
const DNA: Readonly<Record<string, number>> = { A: 313.21, C: 289.18, G: 329.21, T: 304.2 };
const RNA: Readonly<Record<string, number>> = { A: 329.21, C: 305.18, G: 345.21, U: 306.17 };

/** What a letter for several bases stands for; T is U in RNA. IUPAC-IUB (Cornish-Bowden, Nucleic Acids Res. 1985). */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  R: "AG",
  Y: "CT",
  S: "CG",
  W: "AT",
  K: "GT",
  M: "AC",
  B: "CGT",
  D: "AGT",
  H: "ACT",
  V: "ACG",
  N: "ACGT",
};
/** The same letters make proteins, but of them a nucleic acid has mostly those of single bases: the least share, N apart. */
const SINGLE_BASES = 0.75;

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
  /** Bases that may be one of several, such as N, counted at the mean of these. */
  readonly ambiguousBases: number;
}

/**
 * The mass of sequences in FASTA: every record once, and text without a header is one record. A record counts as DNA or RNA
 * ({@link polymerOf}) or as protein, in which X is a residue of the mean mass, 110 Da. Gaps (-), stops (*), digits and
 * blanks are skipped.
 *
 * @throws parameter.invalid for a letter that stands for no residue, or a text without residues
 */
export function sequenceMass(fasta: string): SequenceMass {
  const masses = { protein: 0, DNA: 0, RNA: 0 };
  const doubtful = { protein: 0, DNA: 0, RNA: 0 };
  for (const letters of records(fasta)) {
    const polymer = polymerOf(letters);
    masses[polymer] += chainMass(letters, polymer) / 1000;
    doubtful[polymer] += [...letters].filter((letter) =>
      polymer === "protein" ? letter === "X" : AMBIGUOUS[letter],
    ).length;
  }
  const volume = masses.protein * VOLUME_PER_DALTON.protein + (masses.DNA + masses.RNA) * VOLUME_PER_DALTON.DNA;
  if (!(volume > 0)) throw new MapError("parameter.invalid", "The text holds no sequence; paste one in FASTA format.");
  return {
    masses,
    proteinEquivalent: volume / VOLUME_PER_DALTON.protein,
    unknownResidues: doubtful.protein,
    ambiguousBases: doubtful.DNA + doubtful.RNA,
  };
}

function records(fasta: string): string[] {
  const chunks = fasta.split(/^>.*$/m);
  return chunks.map((chunk) => chunk.replace(/[\s\d*-]/g, "").toUpperCase()).filter((letters) => letters !== "");
}

/**
 * What a chain is: nucleic acid where every letter is a base or stands for several, three in four letters other than N are
 * single bases, and T and U do not both occur; RNA where U does. Any other chain is a protein.
 */
function polymerOf(letters: string): Polymer {
  const single = letters.replace(/[^ACGTU]/g, "").length;
  const known = letters.replaceAll("N", "").length;
  const isNucleic = /^[ACGTURYSWKMBDHVN]+$/.test(letters) && known > 0 && single >= SINGLE_BASES * known;
  if (!isNucleic || (letters.includes("T") && letters.includes("U"))) return "protein";
  return letters.includes("U") ? "RNA" : "DNA";
}

/** Da. */
function chainMass(letters: string, polymer: Polymer): number {
  let daltons = ENDS[polymer];
  for (const [i, letter] of [...letters].entries()) {
    const mass = RESIDUES[polymer](letter);
    if (mass === undefined) {
      const sentence = `“${letter}”, residue ${i + 1} of a sequence, stands for no residue; replace it by the one that is there, or leave it out.`;
      throw new MapError("parameter.invalid", sentence);
    }
    daltons += mass;
  }
  return daltons;
}

/** T in what an ambiguous letter stands for is U. */
const RNA_BASES = { ...RNA, T: RNA.U! };

/** The mass that a letter stands for in each kind of chain, Da. */
const RESIDUES: Readonly<Record<Polymer, (letter: string) => number | undefined>> = {
  protein: (letter) => PROTEIN[letter],
  DNA: (letter) => baseMass(letter, DNA),
  RNA: (letter) => baseMass(letter, RNA_BASES),
};

function baseMass(letter: string, bases: Readonly<Record<string, number>>): number {
  const meant = AMBIGUOUS[letter] ?? letter;
  return [...meant].reduce((sum, base) => sum + bases[base]!, 0) / meant.length;
}
