"""Fits the networks that read a candidate among its neighbours, and writes all networks of check 0.h with their accuracy.

python3 -m training.hand.make_weights --samples FOLDER --candidates FOLDER --networks FOLDER --out src/core/hand/weights.json
python3 -m training.hand.make_weights --candidates FOLDER --judge

With --judge nothing is written: it tells how maps to learn from fare with networks that have not seen their sequence group.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

from training.hand.accuracy import accuracy, controls, counted
from training.hand.fit_cylinders import hand_weight
from training.hand.neighbours import neighbour_weights
from training.hand.network_files import network_path, read_network, rounded
from training.hand.networks import HandNetwork, HelixNetwork, fit
from training.hand.reading import Reader, first_inputs, limited, second_inputs
from training.hand.samples import LEARNT, THIRDS, paths_of

WIDTH = 16
EPOCHS = 8
SEED = 1
FADING = ("limit", "faint")
VERSION = "4"
# Below this |t| nothing is said, nor with fewer expected helices, nor where no candidate is a helix with this probability.
DECISION = {"slope": 1.9, "abstention": 2.5, "leastHelices": 10.0, "surestHelix": 0.75}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("samples", "candidates", "networks", "out"):
        options.add_argument(f"--{name}", type=Path)
    options.add_argument("--judge", action="store_true")
    given = options.parse_args()
    learnt = read_maps(given.candidates, LEARNT)
    if given.judge:
        judge(learnt)
        return
    reader = fit_networks(learnt)
    measured = {part: read_maps(given.candidates, (part,)) for part in ("test", *FADING, "control")}
    for maps in measured.values():
        for one in maps:
            one["reading"] = reading_of(reader, one)
    weights = {
        "version": VERSION,
        "madeBy": "python3 -m training.hand --structures DIR --work DIR",
        "maps": {"learnt": len(learnt), **{part: len(maps) for part, maps in measured.items()}},
        "samples": digest(given.samples),
        "accuracy": accuracy(measured["test"], DECISION),
        **{part: counted(measured[part], DECISION) for part in FADING},
        "controls": controls(measured["control"], DECISION),
        "referenceAmplitude": rounded(np.load(given.samples / "reference.npy")),
        **{name: read_network(network_path(given.networks, name, None)) for name in ("axis", "cylinder")},
        **{name: stored(getattr(reader, name)) for name in ("helix", "hand")},
        "decision": DECISION,
    }
    given.out.write_text(json.dumps(weights, separators=(",", ":")) + "\n")
    print(*(weights[name] for name in ("accuracy", *FADING, "controls")), sep="\n")


def read_maps(folder, parts):
    """The candidates of maps with what the cylinder network said of them; log-odds for the hand are turned so that the right
    hand is true."""
    maps = []
    for path in paths_of(folder, parts):
        arrays = np.load(path)
        helix, hand = np.load(path.with_suffix(".answers.npy")).astype(np.float64)
        one = {name: arrays[name] for name in ("found", "truth", "neutral")}
        one |= {"answers": (helix, hand * (-1 if arrays["mirrored"] else 1)), "stem": path.stem, "third": int(arrays["third"])}
        one |= {"resolution": float(arrays["resolution"]), "share": float(arrays["helix_share"]), "kind": str(arrays["kind"])}
        maps.append(one)
    return maps


def reading_of(reader, one):
    """t of a map, turned so that the true hand is above 0, the helices expected, and the likeliest."""
    return reader.read(one["found"], one["answers"], one["resolution"])


def judge(maps):
    """Prints the tables of maps to learn from, each read by networks fitted to the other two thirds."""
    for third in range(THIRDS):
        reader = fit_networks([one for one in maps if one["third"] != third])
        for one in maps:
            if one["third"] == third:
                one["reading"] = reading_of(reader, one)
    for part in ("judge", "train"):
        print(part, *accuracy([one for one in maps if one["stem"].startswith(part)], DECISION), sep="\n")
    print(*controls(maps, DECISION), sep="\n")


def fit_networks(maps):
    """The network of helices among neighbours, and then that of the hand."""
    rng = np.random.default_rng(SEED)
    around = [neighbour_weights(one["found"][:, 0], one["found"][:, 1]).astype(np.float32) for one in maps]
    inputs = [first_inputs(limited(one["answers"][0]), weights, one["resolution"]) for one, weights in zip(maps, around)]
    ratios = joined(limited(one["answers"][1])[:, None] for one in maps)
    helix = fitted(HelixNetwork(inputs[0].shape[1], WIDTH, rng), joined(inputs), ratios, joined(one["truth"] for one in maps), rng)
    both = [second_inputs(own, limited(helix.answer(own)), weights) for own, weights in zip(inputs, around)]
    weight = joined(hand_weight(one["neutral"], one["resolution"]) for one in maps)
    return Reader(helix, fitted(HandNetwork(both[0].shape[1], 1, WIDTH, rng), joined(both), ratios, weight, rng))


def fitted(network, inputs, ratios, target, rng):
    """The network after its fit."""
    return fit(network, inputs, ratios, target, epochs=EPOCHS, rng=rng)


def joined(arrays):
    """One after the other, in single precision."""
    return np.concatenate([array.astype(np.float32) for array in arrays])


def stored(network):
    """A network's parameters for the weights file, row by row; a single number is no list."""
    parameters = {name: [rounded(row) for row in value] if value.ndim == 2 else rounded(value) for name, value in network.parameters.items()}
    if "offset" in parameters:
        parameters["offset"] = parameters["offset"][0]
    return parameters


def digest(folder):
    """One hash of all samples, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.npz")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


if __name__ == "__main__":
    main()
