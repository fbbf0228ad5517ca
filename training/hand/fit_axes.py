"""Fits the axis network, thrice without a third of the sequence groups and once to all of them.

python3 -m training.hand.fit_axes --samples FOLDER --out FOLDER
"""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from training.hand.candidates import stepped
from training.hand.cylinders import cylinders
from training.hand.network_files import network_path, write_network
from training.hand.samples import THIRDS, number_of, paths_of, read_sample, thirds
from training.hand.torch_fit import as_cells, descend
from training.hand.torch_networks import TorchAxisNetwork, any_view

SEED = 3
EPOCHS = 6
# Å: finer maps are easy, and left out.
FINEST = 3.6
# Maps of each part that it is fitted to.
MOST_MAPS = 800
# Of the candidates of a map, how many are seen from each start.
SHARE = 0.7
# How far starts are moved at random (Å, Å, tangents): ridges, and ridges on their way to the axis.
FROM_RIDGE = np.array([0.2, 0.2, 0.03, 0.03])
ON_THE_WAY = np.array([0.6, 0.6, 0.1, 0.1])
# What an Å across and a tangent of tilt count for in the loss.
SCALE = torch.tensor([1.0, 1.0, 5.0, 5.0])


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--samples", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    third = thirds(given.samples)
    cells, steps, of = read_examples(paths_of(given.samples, ("judge", "train")), third)
    for left_out in (*range(THIRDS), None):
        path = network_path(given.out, "axis", left_out)
        if not path.exists():
            rows = np.flatnonzero(of != left_out) if left_out is not None else np.arange(len(of))
            write_network(path, fit_axis_network(cells[rows], steps[rows]))


def read_examples(paths, third):
    """Cylinders (half precision) about places near helices, the steps onto the axis, and the third of each."""
    cells, steps, of = [], [], []
    for path in paths:
        if number_of(path.stem) >= MOST_MAPS:
            continue
        sample = read_sample(path)
        if sample.resolution < FINEST or len(sample.helices.points) == 0:
            continue
        for found, wanted in starts(sample, np.random.default_rng([SEED, number_of(path.stem)])):
            cells.append(cylinders(sample.density, found).astype(np.float16))
            steps.append(wanted)
            of += [third[path.stem]] * len(found)
    return np.concatenate(cells), np.concatenate(steps), np.array(of)


def starts(sample, rng):
    """Twice the candidates near helices with the steps that they want: about the ridges, and on the way to the axes."""
    wanted, near = sample.helices.steps(*sample.ridges.transpose(1, 0, 2))
    ridges, wanted = sample.ridges[near], wanted[near]
    for way, spread in ((np.zeros((len(ridges), 1)), FROM_RIDGE), (rng.random((len(ridges), 1)), ON_THE_WAY)):
        found = stepped(ridges, way * wanted + spread * rng.normal(size=(len(ridges), 4)))
        still, near = sample.helices.steps(*found.transpose(1, 0, 2))
        chosen = near & (rng.random(len(near)) < SHARE)
        yield found[chosen], still[chosen]


def fit_axis_network(cells, steps):
    """The parameters of a network that says the steps."""
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    network = TorchAxisNetwork().to(memory_format=torch.channels_last)

    def loss(rows):
        seen, wanted = any_view(as_cells(cells[rows]), torch.from_numpy(steps[rows].astype(np.float32)), rng)
        return F.smooth_l1_loss(network(seen) * SCALE, wanted * SCALE)

    descend(network, [rng.permutation(len(cells)) for _ in range(EPOCHS)], loss)
    return network.stored()


if __name__ == "__main__":
    main()
