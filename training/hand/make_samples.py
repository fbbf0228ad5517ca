"""Simulates maps and measures their candidates: a file a map, for make_weights.

python3 -m training.hand.make_samples --structures FOLDER --out FOLDER [--maps FOLDER]
"""

import argparse
from pathlib import Path

import mrcfile
import numpy as np
from scipy.spatial import cKDTree

from training.hand.features import measure
from training.hand.molecule import Cut
from training.hand.prepared_map import SHELL, prepare, prepare_cut
from training.hand.reference import reference_amplitude
from training.hand.sample_maps import sample_map
from training.simulation.structures import read_structures, split_structures

COUNTS = {"train": 420, "negative": 90, "test": 252, "control": 40}
LARGEST_ATOMS = 11000
# A candidate is a helix within these of a helix axis.
NEAR, ALIGNED = 2.0, np.cos(np.radians(25))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--structures", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--maps", type=Path, help="where the maps are kept too, as MRC files")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    structures = [one for one in read_structures(given.structures) if len(one.positions) < LARGEST_ATOMS]
    reference = reference_amplitude(split_structures(structures, "train"), SHELL)
    np.save(given.out / "reference.npy", reference)
    for part, count in COUNTS.items():
        for number in range(count):
            path = given.out / f"{part}_{number:04d}.npz"
            if path.exists():
                continue
            drawn = sample_map(structures, part, number)
            np.savez(path, **sample(drawn, part, reference))
            if given.maps:
                write_map(given.maps / f"{path.stem}.mrc", drawn.density)


def sample(drawn, part, reference):
    """What make_weights reads of a map. Maps to learn from are read whole, without the cut about the molecule."""
    asked = {"resolution": drawn.resolution, "reference": reference}
    if part in ("train", "negative"):
        prepared = prepare_cut(Cut(drawn.density, int(drawn.enclosed + 0.5), np.zeros(3)), **asked)
    else:
        prepared = prepare(drawn.density, level=drawn.level, **asked)
    measured = measure(prepared)
    return {
        **measured,
        "y": on_helix(drawn.helices, measured["found"]),
        "neutral": drawn.neutral(measured["found"][:, 0]),
        "R": drawn.resolution,
        "mirror": drawn.hand == "mirrored",
        "name": drawn.name,
        "kind": drawn.kind,
        "helix_share": drawn.helix_share,
    }


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


def write_map(path, density):
    """A map with 1 Å voxels."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with mrcfile.new(path, overwrite=True) as file:
        file.set_data(density)
        file.voxel_size = 1.0


if __name__ == "__main__":
    main()
