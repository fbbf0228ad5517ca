"""Simulated maps measured at all points of their masks, in shards: resumable, and the same in whatever order.

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
# Of a map's largest energy; what is less counts as that.
LEAST_SHARE = 1e-12
# What a record holds of each point; everything else is of the map.
OF_POINTS = ("energies", "index", "truth")


def make_shards(structures, folder, *, part, maps, seed):
    """Makes the shards of a range of maps that are missing; a shard appears under its name only when it is complete.
    Several processes may work on one folder, each on a range of its own."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chosen = split_structures(structures, part)
    for first in maps[:: MAPS_A_SHARD]:
        path = shard_path(folder, part, seed, first)
        if path.exists():
            continue
        numbers = range(first, first + MAPS_A_SHARD)
        records = [sample_map(chosen, (seed, PART_NUMBER[part], number)) for number in numbers]
        unfinished = path.with_suffix(f".{os.getpid()}.tmp.npz")
        np.savez(unfinished, **joined(records))
        unfinished.rename(path)


def shard_path(folder, part, seed, first):
    """Where the shard that begins with map number `first` is kept."""
    return Path(folder) / f"{part}-{seed}-{first:05d}.npz"


def sample_map(structures, seed):
    """The record of one simulated map; draws again if the mask is too small."""
    rng = np.random.default_rng(seed)
    while True:
        simulated = regional_map(structures[rng.integers(len(structures))], rng)
        if simulated.mask.sum() > 4000:
            break
    energies = map_energies(simulated.density, simulated.mask)
    at = np.minimum(np.rint(energies.points).astype(int), np.array(simulated.truth.shape) - 1)
    return map_record(energies) | {
        "truth": simulated.truth[at[:, 0], at[:, 1], at[:, 2]],
        "chosen": rng.choice(len(at), POINTS_A_MAP),
        "blurred": np.bool_(simulated.kind == "blurred"),
        "presentation": np.array(simulated.presentation, "U32"),
        "sharpening": np.float32(simulated.sharpening),
        "best": np.float32(simulated.best),
    }


def map_record(energies):
    """What is kept of a measured map: ln of the energies at its points in half precision, against the largest of them
    (`scale`), and the energies around the mask and far from it as they are."""
    scale = energies.mask.max()
    nothing = np.zeros(energies.mask.shape[1], np.float32)
    return {
        "energies": np.log(np.maximum(energies.mask / scale, LEAST_SHARE)).astype(np.float16),
        "index": energies.index.astype(np.uint8),
        "spacing": np.array(energies.spacing),
        "scale": np.float32(scale),
        "around": energies.around,
        "background": nothing if energies.background is None else energies.background,
    }


def joined(records):
    """Records as one dictionary of arrays: those of points end to end, the others stacked; and `count`, of points."""
    columns = {
        key: (np.concatenate if key in OF_POINTS else np.stack)([record[key] for record in records])
        for key in records[0]
    }
    return columns | {"count": np.array([len(record["truth"]) for record in records])}


def read_maps(folder, part, *, maps, seed):
    """The records of the first maps of a part, one after the other."""
    for first in range(0, maps, MAPS_A_SHARD):
        shard = dict(np.load(shard_path(folder, part, seed, first)))
        ends = np.cumsum(shard.pop("count"))
        for row in range(min(MAPS_A_SHARD, maps - first)):
            points = slice(ends[row - 1] if row else 0, ends[row])
            yield {key: value[points if key in OF_POINTS else row] for key, value in shard.items()}
