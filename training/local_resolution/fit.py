"""Fits both networks of check 0.e and writes the file that MapAssay ships.

python3 -m training.local_resolution.fit --structures DIR --shards DIR [--data DIR] [--curve]

Samples that are missing from the shards are made first; with all shards in place this takes some minutes.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from training.local_resolution.accuracy import by_kind
from training.local_resolution.features import features
from training.local_resolution.network import evaluate, train
from training.local_resolution.real_maps import measure_real_maps
from training.local_resolution.samples import make_shards, read_shards
from training.simulation.structures import read_structures

NAME = "MapAssay band energies"
VERSION = "1"
LEAST, MOST = 2.2, 13.0
HIDDEN = (48, 48)
SEED = 1
DIGITS = 4
CURVE = (125, 250, 500, 1000, 1500, 2000)
BACKGROUNDS = ("used", "none")


def main():
    options = _options()
    if options.structures:
        structures = read_structures(options.structures)
        for part in ("test", "validation", "train"):
            make_shards(structures, options.shards, part=part, maps=getattr(options, part), seed=options.seed)
    samples = {part: read_shards(options.shards, part, maps=getattr(options, part), seed=options.seed) for part in ("train", "test")}
    networks, accuracies, curves = {}, {}, {}
    for background in BACKGROUNDS:
        train_part, test_part = (usable(samples[part], background) for part in ("train", "test"))
        if options.curve:
            curves[background] = learning_curve(samples["train"], test_part, background)
        networks[background] = fit(train_part, background)
        estimates = estimate(networks[background], test_part, background)
        accuracies[background] = by_kind(test_part, estimates)
        print(table(background, accuracies[background]), flush=True)
    real = real_accuracy(networks, options.data) if options.data else None
    Path(options.out).write_text(json.dumps(stored(options, samples, networks, {"accuracy": accuracies, "learningCurve": curves, "realMaps": real}), indent=2) + "\n")


def usable(samples, background):
    """The maps that a variant is for: with "used" those that have a background, with "none" all."""
    rows = samples["background"] if background == "used" else np.ones(len(samples["truth"]), bool)
    return {key: value[rows] for key, value in samples.items()}


def fit(samples, background):
    """Scaled inputs, ln of the true resolution, rounded to what the file keeps."""
    inputs = features(samples, background)
    inputs = inputs.reshape(-1, inputs.shape[-1])
    mean, deviation = inputs.mean(0), inputs.std(0) + 1e-2
    truth = samples["truth"].ravel()
    layers = train((inputs - mean) / deviation, np.log(truth), hidden=HIDDEN, seed=SEED)
    network = {"mean": mean, "deviation": deviation, "layers": layers}
    return rounded(network)


def rounded(network):
    """The network with the digits that the file keeps."""

    def few(values):
        return np.array([float(f"{value:.{DIGITS}g}") for value in values.ravel()], np.float32).reshape(values.shape)

    return {
        "mean": few(network["mean"]),
        "deviation": few(network["deviation"]),
        "layers": [[few(weights), few(biases)] for weights, biases in network["layers"]],
    }


def estimate(network, samples, background):
    """Local resolutions, Å, maps x points."""
    inputs = features(samples, background)
    rows = (inputs.reshape(-1, inputs.shape[-1]) - network["mean"]) / network["deviation"]
    return np.clip(np.exp(evaluate(network["layers"], rows)), LEAST, MOST).reshape(inputs.shape[:2])


def learning_curve(samples, test_part, background):
    """Mean error on the test maps against the number of training maps, usable or not."""
    points = []
    for maps in [count for count in CURVE if count <= len(samples["truth"])]:
        network = fit(usable({key: value[:maps] for key, value in samples.items()}, background), background)
        error = np.abs(estimate(network, test_part, background) - test_part["truth"]).mean()
        points.append({"maps": maps, "meanError": round(float(error), 3)})
        print(background, points[-1], flush=True)
    return points


def stored(options, samples, networks, findings):
    """The file: where it comes from, how good it is, and the numbers."""
    return {
        "name": NAME,
        "version": VERSION,
        "command": f"python3 -m training.local_resolution.fit --structures DIR --shards DIR --train {len(samples['train']['truth'])}",
        "structures": structures_hash(options.structures) if options.structures else None,
        "trainingMaps": len(samples["train"]["truth"]),
        **rounded_numbers(findings),
        "networks": {name: as_text(network) for name, network in networks.items()},
    }


def real_accuracy(networks, data):
    """Medians of real maps against their reported resolutions, with a bootstrap interval of the rank correlation."""
    measured = measure_real_maps(data)
    medians = []
    for row in range(len(measured["name"])):
        one = {key: value[row : row + 1] for key, value in measured.items()}
        background = "used" if one["background"][0] else "none"
        finest = max(LEAST, 2 * float(one["voxel"][0]))
        medians.append(float(np.median(np.maximum(estimate(networks[background], one, background), finest))))
        print(f"{one['name'][0]:45} background {background:5} reported {one['reported'][0]:.2f} median {medians[-1]:.2f}", flush=True)
    reported, medians = measured["reported"], np.array(medians)
    rng = np.random.default_rng(SEED)
    draws = [rng.choice(len(medians), len(medians)) for _ in range(2000)]
    ranks = [spearmanr(reported[rows], medians[rows])[0] for rows in draws if np.ptp(reported[rows]) and np.ptp(medians[rows])]
    found = {
        "maps": len(medians),
        "medianAbsoluteOffset": float(np.median(np.abs(medians - reported))),
        "meanOffset": float((medians - reported).mean()),
        "rankCorrelation": float(spearmanr(reported, medians)[0]),
        "rankCorrelationInterval": [float(value) for value in np.percentile(ranks, [2.5, 97.5])],
    }
    print(found, flush=True)
    return found


def structures_hash(folder):
    """SHA-256 over the names and bytes of the structures, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(Path(folder).iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def rounded_numbers(value):
    """The same nest of dictionaries and lists, its numbers with three decimals."""
    if isinstance(value, dict):
        return {key: rounded_numbers(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [rounded_numbers(entry) for entry in value]
    return round(value, 3) if isinstance(value, float) else value


def as_text(network):
    """Numbers as decimals with a space between; weights by input, then output."""

    def text(values):
        return " ".join(f"{float(value):.{DIGITS}g}" for value in values.ravel())

    layers = [{"weights": text(weights), "biases": text(biases)} for weights, biases in network["layers"]]
    return {"mean": text(network["mean"]), "deviation": text(network["deviation"]), "layers": layers}


def table(background, groups):
    """The accuracy of one network as lines of text, a kind of map each."""
    lines = [f"background {background}"]
    for name, a in groups.items():
        within = "-" if a["withinMap"] is None else f"{a['withinMap']:.2f}"
        errors = " / ".join(f"{value:.2f}" for value in a["percentileErrors"])
        lines.append(f"  {name:28} {a['maps']:4} r {a['r']:.2f} error {a['meanError']:.2f} bias {a['bias']:+.2f} within {within} percentiles {errors}")
    return "\n".join(lines)


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--structures", help="folder of .pdb and .cif files, or of arrays; without it no samples are made")
    parser.add_argument("--shards", required=True, help="folder for samples; what is there is not made again")
    parser.add_argument("--out", default="src/core/local-resolution/weights.json")
    parser.add_argument("--train", type=int, default=3000, help="maps")
    parser.add_argument("--validation", type=int, default=100)
    parser.add_argument("--test", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", help="folder of the maps of real_maps.tsv")
    parser.add_argument("--curve", action="store_true", help="also fit on 125, 250, ... maps")
    return parser.parse_args()


if __name__ == "__main__":
    main()
