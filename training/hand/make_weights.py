"""Fits the networks of check 0.h to samples and writes the weights, with their accuracy on held-out maps.

python3 -m training.hand.make_weights --samples FOLDER --out src/core/hand/weights.json
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

from training.hand.features import features
from training.hand.networks import HandNetwork, HelixNetwork, fit

WIDTH = 16
EPOCHS = 6
SEED = 1
VERSION = "1"
# Evidence below which nothing is said, and the least number of expected helices.
ABSTENTION = 2.0
LEAST_HELICES = 6.0
# Nothing is said where no candidate is a helix with this probability.
SUREST_HELIX = 0.65
SLOPE = 1.9
CORRELATION_LENGTH = 6.0
LEAST_VARIANCE = 100.0
MIN_HELIX_SHARE = 0.1
BINS = ((2.25, 2.75), (2.75, 3.25), (3.25, 3.75), (3.75, 4.25), (4.25, 4.75), (4.75, 5.25))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--samples", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    given = options.parse_args()
    train, test = (read_samples(given.samples, part) for part in ("train", "test"))
    scale, helix, hand = fit_networks(train)
    for sample in test:
        sample["evidence"] = evidence(sample, scale, hand)
        sample["decided"] = decided(sample, scale, helix)
    reference = np.load(given.samples / "reference.npy")
    weights = {
        "version": VERSION,
        "madeBy": "python3 -m training.hand.make_weights (samples: python3 -m training.hand.make_samples)",
        "samples": {"train": len(train), "test": len(test), "sha256": digest(given.samples)},
        "accuracy": accuracy(test),
        "referenceAmplitude": rounded(reference),
        "even": {"mean": rounded(scale["mean"]), "deviation": rounded(scale["even"])},
        "odd": {"deviation": rounded(scale["odd"])},
        "helix": {name: rounded(value) for name, value in helix.parameters.items()},
        "hand": {name: rounded(value) for name, value in hand.parameters.items()},
        "decision": {"slope": SLOPE, "abstention": ABSTENTION, "leastHelices": LEAST_HELICES, "surestHelix": SUREST_HELIX},
    }
    weights["helix"]["offset"] = weights["helix"]["offset"][0]
    given.out.write_text(json.dumps(weights, separators=(",", ":")) + "\n")
    print(json.dumps(weights["accuracy"], indent=1))


def read_samples(folder, part):
    """Samples of a part with their features; odd ones turned so that the right hand is true."""
    samples = []
    for path in sorted(folder.glob(f"{part}_*.npz")):
        arrays = np.load(path)
        even, odd = features(arrays, float(arrays["R"]))
        turn = -1 if arrays["mirror"] else 1
        samples.append(
            {
                "even": even,
                "odd": odd * turn,
                "centres": arrays["found"][:, 0].astype(np.float64),
                "truth": arrays["y"].astype(np.float64),
                "resolution": float(arrays["R"]),
                "share": float(arrays["helix_share"]) if "helix_share" in arrays.files else 1.0,
            }
        )
    return samples


def fit_networks(samples):
    """The scale of the features, the helix network and the hand network."""
    even, odd, truth = (np.concatenate([sample[name] for sample in samples]) for name in ("even", "odd", "truth"))
    scale = {"mean": even.mean(0), "even": even.std(0), "odd": odd.std(0)}
    even, odd = ((even - scale["mean"]) / scale["even"]).astype(np.float32), (odd / scale["odd"]).astype(np.float32)
    rng = np.random.default_rng(SEED)
    helix = fit(HelixNetwork(even.shape[1], WIDTH, rng), even, odd, truth, epochs=EPOCHS, rng=rng)
    hand = fit(HandNetwork(even.shape[1], odd.shape[1], WIDTH, rng), even, odd, truth, epochs=EPOCHS, rng=rng)
    return scale, helix, hand


def evidence(sample, scale, hand):
    """Evidence for the true hand over its error; the twin of evidenceRatio in src/core/hand/hand.ts."""
    even = (sample["even"] - scale["mean"]) / scale["even"]
    single = hand.answer(even, sample["odd"] / scale["odd"])
    rest = single - np.abs(single) * single.sum() / np.abs(single).sum()
    apart = ((sample["centres"][:, None] - sample["centres"][None]) ** 2).sum(-1)
    variance = rest @ np.exp(-apart / (2 * CORRELATION_LENGTH**2)) @ rest
    return float(single.sum() / np.sqrt(LEAST_VARIANCE + max(0, variance)))


def decided(sample, scale, helix):
    """Whether evidence and helices suffice to name the hand."""
    probability = 1 / (1 + np.exp(-helix.answer((sample["even"] - scale["mean"]) / scale["even"])))
    enough = probability.sum() >= LEAST_HELICES and probability.max() >= SUREST_HELIX
    return bool(enough and abs(sample["evidence"]) >= ABSTENTION)


def accuracy(samples):
    """By resolution, for structures with more than 10 % helix: maps, sign right, decided, wrongly decided."""
    table = []
    for low, high in BINS:
        chosen = [s for s in samples if low <= s["resolution"] < high and s["share"] > MIN_HELIX_SHARE]
        if not chosen:
            continue
        values, named = (np.array([s[name] for s in chosen]) for name in ("evidence", "decided"))
        table.append(
            {
                "resolution": (low + high) / 2,
                "maps": len(values),
                "signRight": round(float((values > 0).mean()), 3),
                "decided": round(float(named.mean()), 3),
                "wronglyDecided": int((named & (values < 0)).sum()),
            }
        )
    return table


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
