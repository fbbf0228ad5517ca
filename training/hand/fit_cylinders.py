"""Fits the cylinder network to candidates, thrice without a third of the sequence groups and once to all of them, and keeps what
each says of the candidates that it has not seen.

python3 -m training.hand.fit_cylinders --candidates FOLDER --networks FOLDER
"""

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from training.hand.convolution import CylinderNetwork
from training.hand.network_files import network_path, read_network, write_network
from training.hand.samples import LEARNT, THIRDS, paths_of
from training.hand.torch_fit import as_cells, descend
from training.hand.torch_networks import TorchCylinderNetwork, bands_of, turned

SEED = 0
EPOCHS = 4
# Maps finer than this, Å, count less: their hand is easy.
EASY, EASY_WEIGHT = 4.2, 0.2
# Of their candidates, and of those without a hand, how many are seen in each round.
EASY_SHARE = 0.4


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--candidates", type=Path, required=True)
    options.add_argument("--networks", type=Path, required=True)
    given = options.parse_args()
    paths = paths_of(given.candidates, LEARNT)
    cells, labels = read_candidates(paths)
    for left_out in (*range(THIRDS), None):
        path = network_path(given.networks, "cylinder", left_out)
        if not path.exists():
            rows = np.flatnonzero(labels["third"] != left_out) if left_out is not None else np.arange(len(cells))
            write_network(path, fit_cylinder_network(cells, labels, rows))
    networks = {one: CylinderNetwork(read_network(network_path(given.networks, "cylinder", one))) for one in range(THIRDS)}
    networks[-1] = CylinderNetwork(read_network(network_path(given.networks, "cylinder", None)))
    for path in sorted(given.candidates.glob("*_????.npz")):
        out = path.with_suffix(".answers.npy")
        if not out.exists():
            arrays = np.load(path)
            answers = networks[int(arrays["third"])].answer(arrays["cylinders"].astype(np.float32), float(arrays["resolution"]))
            np.save(out, np.stack(answers).astype(np.float32))


def read_candidates(paths):
    """All cylinders in half precision, and per candidate `truth` (on a helix), `sign` (1 in a right-handed map, else -1), `weight`
    (0 where it has no hand to tell), `resolution` and `third`."""
    files = [np.load(path) for path in paths]
    counts = [len(arrays["truth"]) for arrays in files]
    cells = np.zeros((sum(counts), *files[0]["cylinders"].shape[1:]), np.float16)
    labels = {name: np.zeros(len(cells), np.float32) for name in ("truth", "sign", "weight", "resolution", "third")}
    start = 0
    for arrays, count in zip(files, counts, strict=True):
        rows = slice(start, start + count)
        cells[rows] = arrays["cylinders"]
        labels["truth"][rows] = arrays["truth"]
        labels["sign"][rows] = -1 if arrays["mirrored"] else 1
        labels["weight"][rows] = hand_weight(arrays["neutral"], arrays["resolution"])
        labels["resolution"][rows], labels["third"][rows] = arrays["resolution"], arrays["third"]
        start += count
    return cells, labels


def hand_weight(neutral, resolution):
    """How much each candidate counts for the hand; 0 where it has none to tell."""
    return np.where(neutral, 0.0, EASY_WEIGHT if resolution < EASY else 1.0)


def fit_cylinder_network(cylinders, labels, rows):
    """The parameters of a network fitted to some rows."""
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    network = TorchCylinderNetwork().to(memory_format=torch.channels_last)
    bands = bands_of(labels["resolution"])
    truth, sign, weight = (torch.from_numpy(labels[name]) for name in ("truth", "sign", "weight"))

    def loss(batch):
        cells = torch.roll(as_cells(cylinders[batch]), int(rng.integers(cylinders.shape[1])), 2)
        if rng.random() < 0.5:
            cells = turned(cells)
        helix, hand = network.both_hands(cells, bands[batch])
        return F.binary_cross_entropy_with_logits(helix, truth[batch]) + hand_loss(hand * sign[batch], weight[batch])

    whole = labels["weight"][rows] == 1
    rounds = [rng.permutation(rows[whole | (rng.random(len(rows)) < EASY_SHARE)]) for _ in range(EPOCHS)]
    descend(network, rounds, loss)
    return network.stored()


def hand_loss(hand, weight):
    """Logistic, of log-odds turned so that the right hand is true; where the weight is 0 both hands are true, half each."""
    neither = (F.softplus(hand) + F.softplus(-hand)) / 2
    return torch.where(weight > 0, weight * F.softplus(-hand), neither).mean()


if __name__ == "__main__":
    main()
