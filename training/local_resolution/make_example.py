"""Writes the example on which TypeScript and Python are compared.

python3 -m training.local_resolution.make_example --out tests/data/local-resolution.json

The map is drawn from a formula, so that the file holds only how to make it and what comes out.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from training.local_resolution.band_energies import map_energies
from training.local_resolution.features import map_features, map_logs, point_features
from training.local_resolution.regional_means import regional_means
from training.local_resolution.smooth_estimates import smoothed

SHOWN = 12


def example_map(box, voxel):
    """A lattice of waves under a Gaussian, and a little of a pseudo-random number made of integers. Order z, y, x."""
    nz, ny, nx = box[::-1]
    z, y, x = np.meshgrid(*(np.arange(n) for n in (nz, ny, nx)), indexing="ij")
    dx, dy, dz = ((i - n / 2) * v for i, n, v in zip((x, y, z), box, voxel, strict=True))
    radius = dx * dx + dy * dy + dz * dz
    long, middle, short = (np.cos(2 * np.pi * a / b) for a, b in ((dx, 9.5), (dy + dz, 7.1), (dx - dz, 4.7)))
    waves = long + 0.6 * middle + 0.4 * short
    grain = ((x * 73 + y * 179 + z * 283) ** 2 % 1013) / 1013 - 0.5
    return (np.exp(-radius / 200) * (2 + waves) + 0.3 * grain).astype(np.float32)


def example_estimates(energies):
    """A value for each point of the mask, for the smoothing alone."""
    return (3 + (np.arange(len(energies.points)) * 7 % 11) / 2).astype(np.float32)


def example(box, voxel, level):
    """What comes out for one map; box and voxel (Å) in the order x, y, z."""
    density = example_map(box, voxel)
    mask = density > level
    energies = map_energies(density, mask, voxel[::-1])
    shown = np.linspace(0, len(energies.points) - 1, SHOWN).astype(int)
    found = map_logs(energies.mask, energies.index, energies.spacing)
    used = energies.background is not None
    behind = energies.background if used else np.zeros(energies.mask.shape[1])
    of_map = map_features(found, energies.around, behind)
    return {
        "box": box,
        "voxelSize": voxel,
        "level": level,
        "maskVoxels": int(mask.sum()),
        "points": len(energies.points),
        "background": "used" if used else "none",
        "shown": shown.tolist(),
        "own": _rounded(energies.mask[shown]),
        "regional": _rounded(regional_means(energies.mask, energies.index, energies.spacing)[shown]),
        "around": _rounded(energies.around),
        "pointFeatures": _rounded(point_features(found, shown)),
        "mapFeatures": _rounded(of_map if used else of_map[: -len(behind)])[0],
        "smoothed": _rounded(smoothed(example_estimates(energies), energies.index, energies.spacing)[shown])[0],
    }


def _rounded(values):
    return [" ".join(f"{value:.5g}" for value in row) for row in np.atleast_2d(values)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default="tests/data/local-resolution.json")
    options = parser.parse_args()
    examples = [example((44, 40, 48), (1.2, 1.3, 1.1), 1.2), example((24, 26, 22), (1.0, 1.0, 1.0), 0.9)]
    Path(options.out).write_text(json.dumps(examples, indent=2) + "\n")


if __name__ == "__main__":
    main()
