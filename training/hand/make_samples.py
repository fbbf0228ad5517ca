"""Simulates maps and measures their candidates: a file a map, for make_weights.

python3 -m training.hand.make_samples --structures FOLDER --out FOLDER [--train 420] [--test 216]
"""

import argparse
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from training.hand.features import measure
from training.hand.prepared_map import SHELL
from training.hand.reference import reference_amplitude
from training.simulation.density import ATOM_VOLUME
from training.simulation.structures import read_structures, split_structures
from training.simulation.uniform import uniform_map

SEEDS = {"train": 101, "test": 103}
TEST_RESOLUTIONS = (5.0, 4.5, 4.0, 3.5, 3.0, 2.5)
LARGEST_ATOMS = 11000
# What the mask holds, in terms of the molecule: users' contour levels differ.
MASK_SHARE = (0.5, 2.0)
# A candidate is a helix within these of a helix axis.
NEAR, ALIGNED = 2.0, np.cos(np.radians(25))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--structures", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--train", type=int, default=420)
    options.add_argument("--test", type=int, default=216)
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    structures = [one for one in read_structures(given.structures) if len(one.positions) < LARGEST_ATOMS]
    reference = reference_amplitude(split_structures(structures, "train"), SHELL)
    np.save(given.out / "reference.npy", reference)
    for part, count in (("train", given.train), ("test", given.test)):
        chosen = split_structures(structures, part)
        for number in range(count):
            path = given.out / f"{part}_{number:04d}.npz"
            if not path.exists():
                np.savez(path, **sample(chosen, part, number, reference))


def sample(structures, part, number, reference):
    """Map `number` of a part: structures and resolutions in turn for the test, at random for training."""
    rng = np.random.default_rng([SEEDS[part], number])
    structure, resolution = planned(structures, part, number, rng)
    hand = "mirrored" if rng.random() < 0.5 else "right"
    simulated = uniform_map(structure, resolution, rng, hand=hand)
    share = np.exp(rng.uniform(*np.log(MASK_SHARE)))
    enclosed = ATOM_VOLUME * len(structure.positions) * share
    level = np.sort(simulated.density.ravel())[-max(1, min(int(enclosed), simulated.density.size // 2))]
    measured = measure(simulated.density, level=level, resolution=resolution, reference=reference)
    return {
        **measured,
        "y": on_helix(simulated.helices, measured["found"]),
        "R": resolution,
        "mirror": hand == "mirrored",
        "name": structure.name,
        "helix_share": float(structure.in_helix.mean()),
    }


def planned(structures, part, number, rng):
    """Structure and resolution (Å) of a map; test maps come from structures with more than 10 % helix."""
    if part == "test":
        structures = [one for one in structures if one.in_helix.mean() > 0.1]
        return structures[number // len(TEST_RESOLUTIONS) % len(structures)], TEST_RESOLUTIONS[number % len(TEST_RESOLUTIONS)]
    return structures[rng.integers(len(structures))], float(np.clip(5.3 - abs(rng.normal(0, 1.1)), 2.4, 5.2))


def on_helix(helices, found):
    """Whether each candidate lies on the axis of a helix and along it; axes are means of four alpha carbons."""
    axes = [(run[:-3] + run[1:-2] + run[2:-1] + run[3:]) / 4 for run in helices]
    axes = [axis for axis in axes if len(axis) > 1]
    if not axes:
        return np.zeros(len(found), bool)
    directions = np.concatenate([np.gradient(axis, axis=0) for axis in axes])
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    distance, nearest = cKDTree(np.concatenate(axes)).query(found[:, 0])
    return (distance < NEAR) & (np.abs((directions[nearest] * found[:, 1]).sum(1)) > ALIGNED)


if __name__ == "__main__":
    main()
