"""Fits the networks of check 0.e and writes the file that MapAssay ships.

python3 -m training.local_resolution.fit --structures DIR --shards DIR --train 3000 --curve --data DIR

Samples that are missing are made first. Choices are made with `--judge validation`, which writes nothing.
"""

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import numpy as np

from training.local_resolution.accuracy import by_kind
from training.local_resolution.method import BACKGROUNDS, estimate, fit, raw_estimates, usable
from training.local_resolution.real_maps import real_accuracy
from training.local_resolution.samples import make_shards, read_shards
from training.local_resolution.weights_file import samples_hash, structures_hash, write_weights
from training.local_resolution.whole_maps import chosen_points, make_whole_maps, read_whole_maps
from training.simulation.structures import read_structures

CURVE = (125, 250, 500, 1000, 1500, 2000)
JUDGED = {"test": 200, "validation": 100}


def main():
    options = _options()
    part = {"part": options.judge, "maps": JUDGED[options.judge], "seed": options.seed}
    if options.make == "missing":
        structures = read_structures(options.structures)
        make_whole_maps(structures, options.shards, **part)
        make_shards(structures, options.shards, part="train", maps=options.train, seed=options.seed)
    samples = read_shards(options.shards, "train", maps=options.train, seed=options.seed)
    with ProcessPoolExecutor(len(BACKGROUNDS)) as pool:
        variants = dict(zip(BACKGROUNDS, pool.map(partial(fit_variant, options, part), BACKGROUNDS), strict=True))
    methods = {background: variant["method"] for background, variant in variants.items()}
    for background in BACKGROUNDS:
        print(table(background, variants[background]["accuracy"]), flush=True)
    real = real_accuracy(methods, options.data) if options.data else None
    if options.judge == "test":
        by_background = {
            finding: {background: variant[finding] for background, variant in variants.items()}
            for finding in ("accuracy", "learningCurve")
        }
        origin, findings = _origin(options, samples), by_background | {"realMaps": real}
        write_weights(options.out, origin=origin, findings=findings, methods=methods)


def fit_variant(options, part, background):
    """The method for maps with or without a background, how good it is, and its learning curve where that is wanted."""
    samples = read_shards(options.shards, "train", maps=options.train, seed=options.seed)
    judged = chosen_points(read_whole_maps(options.shards, **part))
    curve = learning_curve(samples, background, judged) if options.curve else None
    method = fit(usable(samples, background), background)
    accuracy = by_kind(*judge(method, background, judged, read_whole_maps(options.shards, **part)))
    return {"method": method, "accuracy": accuracy, "learningCurve": curve}


def judge(method, background, judged, whole_maps):
    """The judged maps that a variant is for, at 250 points of each, and the estimates there."""
    estimates = [
        estimate(method, record, background)[record["chosen"]]
        for record in whole_maps
        if background == "none" or record["background"]
    ]
    return usable(judged, background), np.stack(estimates)


def learning_curve(samples, background, judged):
    """Mean error, before smoothing, of a single network on the judged points against the number of training maps,
    usable or not."""
    told = usable(judged, background)
    points = []
    for maps in sorted({*(count for count in CURVE if count < len(samples["truth"])), len(samples["truth"])}):
        part = usable({key: value[:maps] for key, value in samples.items()}, background)
        estimates = raw_estimates(fit(part, background, members=1), told, background)
        points.append({"maps": maps, "meanError": round(float(np.abs(estimates - told["truth"]).mean()), 3)})
        print(background, points[-1], flush=True)
    return points


def table(background, groups):
    """The accuracy of one variant as lines of text, a kind of map each."""
    lines = [f"background {background}"]
    for name, a in groups.items():
        within = "-" if a["withinMap"] is None else f"{a['withinMap']:.3f}"
        errors = " / ".join(f"{value:.2f}" for value in a["percentileErrors"])
        whole = f"r {a['r']:.3f} error {a['meanError']:.3f} bias {a['bias']:+.2f}"
        lines.append(f"  {name:28} {a['maps']:4} {whole} within {within} percentiles {errors} {a['falseWarnings']}")
    return "\n".join(lines)


def _origin(options, samples):
    maps = len(samples["truth"])
    command = "python3 -m training.local_resolution.fit --structures DIR --shards DIR"
    return {
        "command": f"{command} --train {maps} --curve --data DIR",
        "structures": structures_hash(options.structures),
        "samples": samples_hash(samples),
        "trainingMaps": maps,
    }


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--structures", required=True, help="folder of .pdb and .cif files, or of arrays")
    parser.add_argument("--shards", required=True, help="folder for samples; what is there is not made again")
    parser.add_argument("--out", default="src/core/local-resolution/weights.json")
    parser.add_argument("--train", type=int, default=3000, help="maps")
    parser.add_argument("--judge", choices=list(JUDGED), default="test", help="part on which accuracy is measured")
    parser.add_argument("--make", choices=["missing", "nothing"], default="missing", help="samples to make first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", help="folder of the maps of real_maps.tsv")
    parser.add_argument("--curve", action="store_true", help="also fit single networks on 125, 250, ... maps")
    return parser.parse_args()


if __name__ == "__main__":
    main()
