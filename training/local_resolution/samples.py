"""Training samples in shards: resumable, and the same whatever the order in which maps are made.

Map number i of a part is drawn from the seed (seed, part, i), so that a shard can be made again at any time.
"""

import os
from pathlib import Path

import numpy as np

from training.local_resolution.band_energies import map_energies
from training.simulation.regional import regional_map
from training.simulation.structures import split_structures

MAPS_A_SHARD = 25
POINTS_A_MAP = 250
PART_NUMBER = {"train": 1, "validation": 2, "test": 3}


def make_shards(structures, folder, *, part, maps, seed):
    """Makes the missing shards of a part; a shard appears under its name only when it is complete."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chosen = split_structures(structures, part)
    for first in range(0, maps, MAPS_A_SHARD):
        path = folder / f"{part}-{seed}-{first:05d}.npz"
        if path.exists():
            continue
        samples = [sample_map(chosen, (seed, PART_NUMBER[part], first + i), first + i) for i in range(MAPS_A_SHARD)]
        columns = {key: np.stack([sample[key] for sample in samples]) for key in samples[0]}
        unfinished = path.with_suffix(f".{os.getpid()}.tmp.npz")
        np.savez(unfinished, **columns)
        unfinished.rename(path)


def sample_map(structures, seed, number):
    """Energies and truth at 250 random points of the mask of one simulated map."""
    simulated, energies, points = measured_map(structures, seed)
    return sample_record(energies, points) | map_record(simulated, energies, points) | {"map": np.int32(number)}


def measured_map(structures, seed):
    """A simulated map, its energies and the numbers of 250 random points; draws again if the mask is too small."""
    rng = np.random.default_rng(seed)
    while True:
        simulated = regional_map(structures[rng.integers(len(structures))], rng)
        if simulated.mask.sum() > 4000:
            break
    energies = map_energies(simulated.density, simulated.mask)
    return simulated, energies, rng.choice(len(energies.points), POINTS_A_MAP)


def map_record(simulated, energies, points):
    """The truth at the chosen points, and how the map was made."""
    at = np.minimum(np.rint(energies.points[points]).astype(int), np.array(simulated.truth.shape) - 1)
    return {
        "truth": simulated.truth[at[:, 0], at[:, 1], at[:, 2]],
        "blurred": np.bool_(simulated.kind == "blurred"),
        "presentation": np.array(simulated.presentation, "U32"),
        "sharpening": np.float32(simulated.sharpening),
        "best": np.float32(simulated.best),
    }


def sample_record(energies, points):
    """What the features are made from, for the chosen points of a measured map."""
    bands = energies.narrow.shape[1]
    nothing = np.zeros(bands, np.float32)
    logs = np.log(energies.narrow + 1e-9 * energies.narrow.max(1, keepdims=True) + 1e-30)
    background = energies.narrow_background is not None
    return {
        "narrow": energies.narrow[points],
        "wide": energies.wide[points],
        "narrow_mean": energies.narrow_mean.astype(np.float32),
        "wide_mean": energies.wide_mean.astype(np.float32),
        "narrow_background": (energies.narrow_background if background else nothing).astype(np.float32),
        "wide_background": (energies.wide_background if background else nothing).astype(np.float32),
        "covariance": np.cov(logs.T).astype(np.float32),
        "background": np.bool_(background),
    }


def read_shards(folder, part, *, maps=None, seed=1):
    """The finished shards of a part, joined; arrays start with the map. At most `maps` maps."""
    paths = sorted(p for p in Path(folder).glob(f"{part}-{seed}-*.npz") if ".tmp" not in p.name)
    shards = [dict(np.load(path)) for path in paths]
    joined = {key: np.concatenate([shard[key] for shard in shards]) for key in shards[0]}
    return joined if maps is None else {key: value[:maps] for key, value in joined.items()}
