/** A source that the report rests on. */
export interface Reference {
  readonly name: string;
  readonly text: string;
  readonly doi: string;
}

export const REFERENCES: readonly Reference[] = [
  {
    name: "vrs",
    text: "Sorzano COS, Vilas JL, Ramírez-Aportela E, et al. (2022). Image processing tools for the validation of CryoEM maps. Faraday Discuss. 240, 210–227.",
    doi: "10.1039/D2FD00059H",
  },
  {
    name: "bFactor",
    text: "Rosenthal PB, Henderson R (2003). Optimal determination of particle orientation, absolute hand, and contrast loss in single-particle electron cryomicroscopy. J. Mol. Biol. 333, 721–745.",
    doi: "10.1016/j.jmb.2003.07.013",
  },
  {
    name: "mrc",
    text: "Cheng A, Henderson R, Mastronarde D, et al. (2015). MRC2014: Extensions to the MRC format header for electron cryo-microscopy and tomography. J. Struct. Biol. 192, 146–150.",
    doi: "10.1016/j.jsb.2015.04.002",
  },
  {
    name: "localBFactor",
    text: "Kaur S, Gomez-Blanco J, Khalifa AAZ, et al. (2021). Local computational methods to improve the interpretability and analysis of cryo-EM maps. Nat. Commun. 12, 1240.",
    doi: "10.1038/s41467-021-21509-5",
  },
];
