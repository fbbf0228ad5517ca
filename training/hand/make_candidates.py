"""Takes the ridges of all samples to helix axes and keeps the cylinders there: maps to learn from by the axis network that has
not seen their sequence group, others by the one that has seen all.

python3 -m training.hand.make_candidates --samples FOLDER --networks FOLDER --out FOLDER
"""

import argparse
from pathlib import Path

import numpy as np

from training.hand.candidates import candidates
from training.hand.convolution import AxisNetwork
from training.hand.cylinders import cylinders
from training.hand.network_files import network_path, read_network
from training.hand.samples import LEARNT, THIRDS, number_of, paths_of, read_sample, thirds

MEASURED = ("test", "limit", "faint", "control")
# Of training maps finer than this, Å, every so-manieth is learnt from: they are easy.
EASY, EVERY = 3.8, 3


def main():
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("samples", "networks", "out"):
        options.add_argument(f"--{name}", type=Path, required=True)
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    third = thirds(given.samples)
    networks = {one: AxisNetwork(read_network(network_path(given.networks, "axis", one))) for one in (*range(THIRDS), None)}
    for path in paths_of(given.samples, (*LEARNT, *MEASURED)):
        out = given.out / path.name
        if not out.exists():
            sample, of = read_sample(path), third.get(path.stem)
            if not spared(sample):
                np.savez(out, third=-1 if of is None else of, **followed(sample, networks[of]))


def spared(sample):
    """Whether a map to learn from is left out."""
    stem = sample.path.stem
    return stem.startswith("train") and sample.resolution < EASY and number_of(stem) % EVERY != 0


def followed(sample, network):
    """Where the candidates of a map went, whether each is a helix, its cylinder in half precision, and the facts of the map."""
    found = candidates(sample.density, sample.ridges, network, precision=np.float32)
    return {
        "found": found,
        "truth": sample.helices.on_helix(found[:, 0], found[:, 1]),
        "cylinders": cylinders(sample.density, found).astype(np.float16),
        **sample.facts,
    }


if __name__ == "__main__":
    main()
