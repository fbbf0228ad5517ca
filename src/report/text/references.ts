/** What a reference is cited by within a report. */
export type ReferenceName =
  | "bFactor"
  | "chimerax"
  | "deepHand"
  | "deepRes"
  | "effectiveVoxels"
  | "emdb"
  | "localBFactor"
  | "mrc"
  | "surface"
  | "vrs";

/** A source that the report rests on. */
export interface Reference {
  readonly name: ReferenceName;
  /** As running text cites it: first author and year. */
  readonly short: string;
  readonly text: string;
  readonly doi: string;
}

/** In the order of the first author's name, as the report lists them. */
export const REFERENCES: readonly Reference[] = [
  {
    name: "effectiveVoxels",
    short: "Bayley & Hammersley 1946",
    text: "Bayley GV, Hammersley JM (1946). The “effective” number of independent observations in an autocorrelated time series. Suppl. J. R. Stat. Soc. 8, 184–197.",
    doi: "10.2307/2983560",
  },
  {
    name: "mrc",
    short: "Cheng et al. 2015",
    text: "Cheng A, Henderson R, Mastronarde D, et al. (2015). MRC2014: Extensions to the MRC format header for electron cryo-microscopy and tomography. J. Struct. Biol. 192, 146–150.",
    doi: "10.1016/j.jsb.2015.04.002",
  },
  {
    name: "deepHand",
    short: "García Condado et al. 2022",
    text: "García Condado J, Muñoz-Barrutia A, Sorzano COS (2022). Automatic determination of the handedness of single-particle maps of macromolecules solved by CryoEM. J. Struct. Biol. 214, 107915.",
    doi: "10.1016/j.jsb.2022.107915",
  },
  {
    name: "localBFactor",
    short: "Kaur et al. 2021",
    text: "Kaur S, Gomez-Blanco J, Khalifa AAZ, et al. (2021). Local computational methods to improve the interpretability and analysis of cryo-EM maps. Nat. Commun. 12, 1240.",
    doi: "10.1038/s41467-021-21509-5",
  },
  {
    name: "surface",
    short: "Lorensen & Cline 1987",
    text: "Lorensen WE, Cline HE (1987). Marching cubes: a high resolution 3D surface construction algorithm. Comput. Graph. 21 (4), 163–169.",
    doi: "10.1145/37402.37422",
  },
  {
    name: "chimerax",
    short: "Pettersen et al. 2021",
    text: "Pettersen EF, Goddard TD, Huang CC, et al. (2021). UCSF ChimeraX: structure visualization for researchers, educators, and developers. Protein Sci. 30, 70–82.",
    doi: "10.1002/pro.3943",
  },
  {
    name: "deepRes",
    short: "Ramírez-Aportela et al. 2019",
    text: "Ramírez-Aportela E, Mota J, Conesa P, Carazo JM, Sorzano COS (2019). DeepRes: a new deep-learning- and aspect-based local resolution method for electron-microscopy maps. IUCrJ 6, 1054–1063.",
    doi: "10.1107/S2052252519011692",
  },
  {
    name: "bFactor",
    short: "Rosenthal & Henderson 2003",
    text: "Rosenthal PB, Henderson R (2003). Optimal determination of particle orientation, absolute hand, and contrast loss in single-particle electron cryomicroscopy. J. Mol. Biol. 333, 721–745.",
    doi: "10.1016/j.jmb.2003.07.013",
  },
  {
    name: "vrs",
    short: "Sorzano et al. 2022",
    text: "Sorzano COS, Vilas JL, Ramírez-Aportela E, et al. (2022). Image processing tools for the validation of CryoEM maps. Faraday Discuss. 240, 210–227.",
    doi: "10.1039/D2FD00059H",
  },
  {
    name: "emdb",
    short: "wwPDB Consortium 2024",
    text: "The wwPDB Consortium (2024). EMDB—the Electron Microscopy Data Bank. Nucleic Acids Res. 52, D456–D465.",
    doi: "10.1093/nar/gkad1019",
  },
];

export function referenceNamed(name: ReferenceName): Reference {
  return REFERENCES.find((reference) => reference.name === name)!;
}
