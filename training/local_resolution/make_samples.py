"""Makes training samples: python3 -m training.local_resolution.make_samples --structures DIR --shards DIR"""

import argparse

from training.local_resolution.samples import make_shards
from training.simulation.structures import read_structures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--structures", required=True, help="folder of .pdb and .cif files, or of arrays")
    parser.add_argument("--shards", required=True, help="folder for the samples; finished shards in it are kept")
    parser.add_argument("--train", type=int, default=4000, help="maps")
    parser.add_argument("--validation", type=int, default=100)
    parser.add_argument("--test", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    structures = read_structures(options.structures)
    for part in ("test", "validation", "train"):
        make_shards(structures, options.shards, part=part, maps=getattr(options, part), seed=options.seed)


if __name__ == "__main__":
    main()
