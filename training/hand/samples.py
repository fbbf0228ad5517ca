"""The files of make_samples as the fits read them, and their sequence groups in thirds."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.hand.helix_axes import HelixAxes

THIRDS = 3
LEARNT = ("judge", "negative", "train")
# Negative maps come in rounds of so many kinds.
KINDS_A_ROUND = 6


@dataclass
class Sample:
    """A prepared map: density (z, y, x), ridges (count x centre, axis, normal), the axes of its helices, and what make_samples
    says of it."""

    path: Path
    density: np.ndarray
    ridges: np.ndarray
    helices: HelixAxes
    facts: dict

    @property
    def resolution(self):
        return float(self.facts["resolution"])


def read_sample(path):
    """One file of make_samples."""
    arrays = np.load(path)
    facts = {name: arrays[name] for name in arrays.files if arrays[name].ndim == 0} | {"neutral": arrays["neutral"]}
    helices = HelixAxes(arrays["points"], arrays["directions"])
    return Sample(path, arrays["density"].astype(np.float32), arrays["ridges"], helices, facts)


def paths_of(folder, parts):
    """The files of some parts, in the order of their names."""
    return [path for part in parts for path in sorted(folder.glob(f"{part}_????.npz"))]


def thirds(folder):
    """File name -> 0, 1 or 2 for the maps to learn from: a sequence group stays together, and each third has as many maps of
    "judge". Maps without a protein are dealt out by their number."""
    groups = {path.stem: str(np.load(path)["group"]) for path in paths_of(folder, LEARNT)}
    judged = [group for stem, group in groups.items() if stem.startswith("judge")]
    count = {group: judged.count(group) for group in groups.values()}
    dealt, load = {}, [0] * THIRDS
    for group in sorted(count, key=lambda name: (-count[name], name)):
        dealt[group] = int(np.argmin(load))
        load[dealt[group]] += count[group] + 1
    without = {"rna", "sheets", "noise"}
    return {stem: (number_of(stem) // KINDS_A_ROUND) % THIRDS if group in without else dealt[group] for stem, group in groups.items()}


def number_of(stem):
    """The number of a map."""
    return int(stem.rsplit("_", 1)[1])
