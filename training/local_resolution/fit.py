"""Fits the networks of check 0.e and writes the file that MapAssay ships.

python3 -m training.local_resolution.fit --structures DIR --shards DIR --train 8000 --curve --data DIR

Samples that are missing are made first; with `--make part --first A --train B` those of maps A to B - 1 alone, so that
several processes can share the work. Choices are made with `--judge validation`, which writes nothing.
"""

import argparse

import numpy as np

from training.local_resolution.accuracy import by_kind
from training.local_resolution.method import BACKGROUNDS, chosen_inputs, estimate, fit, raw_estimates, usable
from training.local_resolution.real_maps import real_accuracy
from training.local_resolution.samples import make_shards, read_maps
from training.local_resolution.weights_file import samples_hash, structures_hash, write_weights
from training.simulation.structures import read_structures

CURVE = (125, 250, 500, 1000, 2000, 4000, 8000)
JUDGED = {"test": 200, "validation": 300}


def main():
    options = _options()
    if options.make != "nothing":
        make_missing(options)
    if options.make == "part":
        return
    inputs = chosen_inputs(read_maps(options.shards, "train", maps=options.train, seed=options.seed))
    judged = list(read_maps(options.shards, options.judge, maps=JUDGED[options.judge], seed=options.seed))
    variants = {background: fit_variant(inputs, judged, background, options.curve) for background in BACKGROUNDS}
    methods = {background: variant["method"] for background, variant in variants.items()}
    for background in BACKGROUNDS:
        print(table(background, variants[background]["accuracy"]), flush=True)
    real = real_accuracy(methods, options.data) if options.data else None
    if options.judge == "test":
        findings = {
            finding: {background: variant[finding] for background, variant in variants.items()}
            for finding in ("accuracy", "learningCurve")
        }
        findings["realMaps"] = real
        write_weights(options.out, origin=_origin(options, inputs), findings=findings, methods=methods)


def make_missing(options):
    """The maps that are judged, and those to learn from."""
    structures = read_structures(options.structures)
    judged, train = range(JUDGED[options.judge]), range(options.first, options.train)
    make_shards(structures, options.shards, part=options.judge, maps=judged, seed=options.seed)
    make_shards(structures, options.shards, part="train", maps=train, seed=options.seed)


def fit_variant(inputs, judged, background, curve):
    """The method for maps with or without a background, how good it is, and its learning curve where that is wanted."""
    judged = [record for record in judged if background == "none" or record["background"].any()]
    points = learning_curve(inputs, judged, background) if curve else None
    method = fit(inputs, background)
    estimates = [estimate(method, record, background)[record["chosen"]] for record in judged]
    return {"method": method, "accuracy": by_kind(judged, np.stack(estimates)), "learningCurve": points}


def learning_curve(inputs, judged, background):
    """Mean error, before smoothing, of a single network at the chosen points of the judged maps against the number of
    simulated maps, usable or not."""
    told = usable(chosen_inputs(judged), background)
    total = len(inputs["truth"])
    found = []
    for maps in sorted({*(count for count in CURVE if count < total), total}):
        method = fit({key: value[:maps] for key, value in inputs.items()}, background, members=1)
        estimates = raw_estimates(method, told["points"], told["map"])
        found.append({"maps": maps, "meanError": round(float(np.abs(estimates - told["truth"]).mean()), 3)})
        print(background, found[-1], flush=True)
    return found


def table(background, groups):
    """The accuracy of one variant as lines of text, a kind of map each."""
    lines = [f"background {background}"]
    for name, a in groups.items():
        within = "-" if a["withinMap"] is None else f"{a['withinMap']:.3f}"
        errors = " / ".join(f"{value:.2f}" for value in a["percentileErrors"])
        whole = f"r {a['r']:.3f} error {a['meanError']:.3f} bias {a['bias']:+.2f}"
        lines.append(f"  {name:28} {a['maps']:4} {whole} within {within} percentiles {errors} {a['falseWarnings']}")
    return "\n".join(lines)


def _origin(options, inputs):
    maps = len(inputs["truth"])
    command = "python3 -m training.local_resolution.fit --structures DIR --shards DIR"
    return {
        "command": f"{command} --train {maps} --curve --data DIR",
        "structures": structures_hash(options.structures),
        "samples": samples_hash(inputs),
        "trainingMaps": maps,
    }


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--structures", required=True, help="folder of .pdb and .cif files, or of arrays")
    parser.add_argument("--shards", required=True, help="folder for samples; what is there is not made again")
    parser.add_argument("--out", default="src/core/local-resolution/weights.json")
    parser.add_argument("--train", type=int, default=8000, help="maps")
    parser.add_argument("--judge", choices=list(JUDGED), default="test", help="part on which accuracy is measured")
    parser.add_argument("--make", choices=["missing", "nothing", "part"], default="missing", help="samples first")
    parser.add_argument("--first", type=int, default=0, help="with --make part, the first training map to make")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", help="folder of the maps of real_maps.tsv")
    parser.add_argument("--curve", action="store_true", help="also fit single networks on 125, 250, ... maps")
    return parser.parse_args()


if __name__ == "__main__":
    main()
