"""Fits the networks of check 0.h to samples and writes the weights, with their accuracy on held-out maps.

python3 -m training.hand.make_weights --samples FOLDER --out src/core/hand/weights.json
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

from training.hand.features import features
from training.hand.neighbours import neighbour_weights
from training.hand.networks import HandNetwork, HelixNetwork, fit
from training.hand.reading import Reader, outcome

WIDTH = 16
EPOCHS = 8
SEED = 1
VERSION = "2"
# Below this |t| nothing is said, nor with fewer expected helices, nor where no candidate is a helix with this probability.
DECISION = {"slope": 1.9, "abstention": 2.0, "leastHelices": 6.0, "surestHelix": 0.65}
# Maps finer than this, Å, count less: their hand is easy.
EASY, EASY_WEIGHT = 4.2, 0.2
MIN_HELIX_SHARE = 0.1
BINS = ((2.25, 2.75), (2.75, 3.25), (3.25, 3.75), (3.75, 4.25), (4.25, 4.75), (4.75, 5.25))
KINDS = ("mixed", "rna", "sheets", "noise")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--samples", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    train = [*read_samples(given.samples, "train"), *read_samples(given.samples, "negative")]
    reader = fit_networks(train)
    tables = {}
    for part in ("test", "control"):
        tables[part] = read_samples(given.samples, part)
        for sample in tables[part]:
            sample["reading"] = reader.read(sample["even"], sample["odd"], sample["found"])
    weights = {
        "version": VERSION,
        "madeBy": "python3 -m training.hand.make_weights (samples: python3 -m training.hand.make_samples)",
        "samples": {"train": len(train), "test": len(tables["test"]), "sha256": digest(given.samples)},
        "accuracy": accuracy(tables["test"]),
        "controls": controls(tables["control"]),
        "referenceAmplitude": rounded(np.load(given.samples / "reference.npy")),
        "even": {"mean": rounded(reader.scale["mean"]), "deviation": rounded(reader.scale["even"])},
        "odd": {"deviation": rounded(reader.scale["odd"])},
        **{name: stored(getattr(reader, name)) for name in ("first", "helix", "hand")},
        "decision": DECISION,
    }
    given.out.write_text(json.dumps(weights, separators=(",", ":")) + "\n")
    print(accuracy(tables["test"]), worst(tables["test"]), controls(tables["control"]), sep="\n")


def read_samples(folder, part):
    """Samples of a part with their features; odd ones turned so that the right hand is true."""
    samples = []
    for path in sorted(folder.glob(f"{part}_*.npz")):
        arrays = np.load(path)
        even, odd = features(arrays, float(arrays["R"]))
        samples.append(
            {
                "even": even,
                "odd": odd * (-1 if arrays["mirror"] else 1),
                "found": arrays["found"].astype(np.float64),
                "truth": arrays["y"].astype(np.float64),
                "neutral": arrays["neutral"],
                "resolution": float(arrays["R"]),
                "kind": str(arrays["kind"]),
                "share": float(arrays["helix_share"]),
            }
        )
    return samples


def fit_networks(samples):
    """The first network, then the two that also read what it says of a candidate's neighbours."""
    even, odd = (np.concatenate([sample[name] for sample in samples]) for name in ("even", "odd"))
    reader = Reader({"mean": even.mean(0), "even": even.std(0), "odd": odd.std(0)})
    pairs = [reader.scaled(sample["even"], sample["odd"]) for sample in samples]
    own, ratios = [even for even, _ in pairs], joined(odd for _, odd in pairs)
    truth = np.concatenate([sample["truth"] for sample in samples])
    around = [neighbour_weights(sample["found"][:, 0], sample["found"][:, 1]).astype(np.float32) for sample in samples]
    rng = np.random.default_rng(SEED)

    def fitted(kind, inputs, target):
        network = kind(inputs.shape[1], *(() if kind is HelixNetwork else (ratios.shape[1],)), WIDTH, rng)
        return fit(network, inputs, ratios, target, epochs=EPOCHS, rng=rng)

    def among(network, inputs):
        return [reader.among(*both, network.answer(one)) for *both, one in zip(own, around, inputs, strict=True)]

    reader.first = fitted(HelixNetwork, joined(own), truth)
    once = among(reader.first, own)
    reader.helix = fitted(HelixNetwork, joined(once), truth)
    reader.hand = fitted(HandNetwork, joined(among(reader.helix, once)), np.concatenate([weight(one) for one in samples]))
    return reader


def joined(arrays):
    """One after the other, in single precision."""
    return np.concatenate([array.astype(np.float32) for array in arrays])


def weight(sample):
    """How much each candidate counts for the hand; 0 where it has none to tell."""
    return np.where(sample["neutral"], 0.0, EASY_WEIGHT if sample["resolution"] < EASY else 1.0)


def accuracy(samples):
    """By resolution, for structures with more than 10 % helix: maps, sign right, decided, wrongly decided."""
    chosen = [sample for sample in samples if sample["share"] > MIN_HELIX_SHARE]
    table = []
    for low, high in BINS:
        binned = [sample for sample in chosen if low <= sample["resolution"] < high]
        if binned:
            table.append({"resolution": (low + high) / 2, **counted(binned)})
    return table


def controls(samples):
    """By kind of control: the same counts, and the largest |t|."""
    kinds = [(kind, [sample for sample in samples if sample["kind"] == kind]) for kind in KINDS]
    return [{"kind": kind, **counted(of), "largest": largest(of)} for kind, of in kinds if of]


def counted(samples):
    """Maps, sign right, decided, wrongly decided."""
    ratios = np.array([sample["reading"][0] for sample in samples])
    said = np.array([outcome(sample["reading"], DECISION) for sample in samples])
    return {
        "maps": len(samples),
        "signRight": round(float((ratios > 0).mean()), 3),
        "decided": round(float((said != 0).mean()), 3),
        "wronglyDecided": int((said < 0).sum()),
    }


def worst(samples):
    """The three lowest t."""
    return [round(value, 2) for value in sorted(sample["reading"][0] for sample in samples)[:3]]


def largest(samples):
    """The largest |t|."""
    return round(max(abs(sample["reading"][0]) for sample in samples), 2)


def stored(network):
    """A network's parameters for the weights file; a single number is no list."""
    parameters = {name: rounded(value) for name, value in network.parameters.items()}
    if "offset" in parameters:
        parameters["offset"] = parameters["offset"][0]
    return parameters


def rounded(values):
    """Lists of numbers with six significant digits."""
    return [float(f"{value:.6g}") for value in values] if np.ndim(values) == 1 else [rounded(row) for row in values]


def digest(folder):
    """One hash of all samples, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.npz")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


if __name__ == "__main__":
    main()
