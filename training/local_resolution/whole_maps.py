"""Simulated maps at all points of their masks, a file a map: what a method that looks at neighbours is judged on.

Map number i is that of the shards, and `chosen` names the points that the shards hold of it.
"""

import os
from pathlib import Path

import numpy as np

from training.local_resolution.samples import PART_NUMBER, map_record, measured_map, sample_record
from training.simulation.structures import split_structures


def make_whole_maps(structures, folder, *, part, maps, seed):
    """Makes the missing files of a part; a file appears under its name only when it is complete."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chosen = split_structures(structures, part)
    for number in range(maps):
        path = map_path(folder, part, seed, number)
        if path.exists():
            continue
        unfinished = path.with_suffix(f".{os.getpid()}.tmp.npz")
        np.savez(unfinished, **whole_map(chosen, (seed, PART_NUMBER[part], number)))
        unfinished.rename(path)


def map_path(folder, part, seed, number):
    """Where a map is kept."""
    return Path(folder) / f"whole-{part}-{seed}-{number:05d}.npz"


def whole_map(structures, seed):
    """The record of all points of a map, their places on the grid, and `chosen`."""
    simulated, energies, chosen = measured_map(structures, seed)
    points = np.arange(len(energies.points))
    grid = {"index": energies.index.astype(np.int16), "spacing": np.array(energies.spacing), "chosen": chosen}
    return sample_record(energies, points) | map_record(simulated, energies, points) | grid


def read_whole_maps(folder, part, *, maps, seed):
    """The records of a part, one after the other."""
    for number in range(maps):
        yield dict(np.load(map_path(folder, part, seed, number)))


def chosen_points(records):
    """The records at their chosen points, joined as the shards are: arrays start with the map."""
    chosen = [_at(record, record["chosen"]) for record in records]
    return {key: np.stack([record[key] for record in chosen]) for key in chosen[0]}


def _at(record, points):
    shared = ("narrow_mean", "narrow_background", "background", "blurred", "sharpening")
    return {key: record[key][points] for key in ("narrow", "wide", "truth")} | {key: record[key] for key in shared}
