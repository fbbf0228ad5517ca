"""Simulates maps and prepares them for the search of helices: a file a map, for make_weights.

python3 -m training.hand.make_samples --structures FOLDER --out FOLDER [--maps FOLDER]
"""

import argparse
from pathlib import Path

import mrcfile
import numpy as np

from training.hand.helix_axes import helix_axes
from training.hand.prepared_map import SHELL, prepare
from training.hand.reference import reference_amplitude
from training.hand.ridges import ridge_points
from training.hand.sample_maps import sample_map
from training.simulation.structures import read_structures, split_structures

# Numbers of the maps of each part. Held-out maps of smaller numbers were looked at with earlier versions.
NUMBERS = {
    "judge": range(320),
    "negative": range(132),
    "train": range(1000),
    "test": range(3000, 3252),
    "limit": range(1000, 1106),
    "faint": range(1000, 1106),
    "control": range(2000, 2040),
}
LARGEST_ATOMS = 11000
# Å around the envelope that are kept.
KEPT = 12


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--structures", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--maps", type=Path, help="where the maps are kept too, as MRC files")
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    structures = usable_structures(given.structures)
    reference = reference_amplitude(split_structures(structures, "train"), SHELL)
    np.save(given.out / "reference.npy", reference)
    for part, numbers in NUMBERS.items():
        for number in numbers:
            path = given.out / f"{part}_{number:04d}.npz"
            if path.exists():
                continue
            drawn = sample_map(structures, part, number)
            np.savez(path, **sample(drawn, reference))
            if given.maps:
                write_map(given.maps / f"{path.stem}.mrc", drawn.density)


def usable_structures(folder):
    """Those that are not too large for a map in a second or two."""
    return [one for one in read_structures(folder) if len(one.positions) < LARGEST_ATOMS]


def sample(drawn, reference):
    """The prepared map in half precision, its ridges (x, y, z in its voxels, best first), the axes of its helices, and what it is
    of."""
    prepared = prepare(drawn.density, level=drawn.level, resolution=drawn.resolution, reference=reference)
    inside = np.argwhere(prepared.envelope)
    low = np.maximum(inside.min(0) - KEPT, 0)
    high = np.minimum(inside.max(0) + 1 + KEPT, prepared.density.shape)
    centres, axes, normals, _ = ridge_points(prepared)
    helices = helix_axes(drawn.helices)
    origin = prepared.origin + low[::-1]
    return {
        "density": prepared.density[tuple(slice(*span) for span in zip(low, high, strict=True))].astype(np.float16),
        "ridges": np.stack([centres - low[::-1], axes, normals], 1),
        "points": helices.points - origin,
        "directions": helices.directions,
        "neutral": drawn.neutral(centres + prepared.origin),
        "resolution": drawn.resolution,
        "mirrored": drawn.hand == "mirrored",
        "name": drawn.name,
        "group": drawn.group,
        "kind": drawn.kind,
        "helix_share": drawn.helix_share,
    }


def write_map(path, density):
    """A map with 1 Å voxels."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with mrcfile.new(path, overwrite=True) as file:
        file.set_data(density)
        file.voxel_size = 1.0


if __name__ == "__main__":
    main()
