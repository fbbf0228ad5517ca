"""From energies to local resolutions: the mean of a few networks' logarithms, smoothed over the mask."""

import numpy as np

from training.local_resolution.features import features
from training.local_resolution.network import evaluate, train
from training.local_resolution.smooth_estimates import smoothed

LEAST, MOST = 2.2, 13.0
HIDDEN = (64, 64)
MEMBERS = 4
SEED = 1
DIGITS = 3
BACKGROUNDS = ("used", "none")


def usable(samples, background):
    """The maps that a variant is for: with "used" those that have a background, with "none" all."""
    rows = samples["background"] if background == "used" else np.ones(len(samples["truth"]), bool)
    return {key: value[rows] for key, value in samples.items()}


def fit(samples, background, members=MEMBERS):
    """Networks from scaled features to ln of the true resolution, which differ in their seeds alone; rounded to the
    digits that the file keeps."""
    inputs = features(samples, background)
    inputs = inputs.reshape(-1, inputs.shape[-1])
    mean, deviation = inputs.mean(0), inputs.std(0) + 1e-2
    inputs = (inputs - mean) / deviation
    targets = np.log(samples["truth"].ravel())
    networks = [train(inputs, targets, hidden=HIDDEN, seed=SEED + member) for member in range(members)]
    return rounded({"mean": mean, "deviation": deviation, "members": networks})


def rounded(method):
    """The same with the digits that the file keeps."""

    def few(values):
        return np.array([float(f"{value:.{DIGITS}g}") for value in values.ravel()], np.float32).reshape(values.shape)

    return {
        "mean": few(method["mean"]),
        "deviation": few(method["deviation"]),
        "members": [[[few(part) for part in layer] for layer in layers] for layers in method["members"]],
    }


def raw_estimates(method, samples, background, least=LEAST):
    """Local resolutions (Å), maps x points, before smoothing. least: of the estimates, Å."""
    rows = (features(samples, background) - method["mean"]) / method["deviation"]
    shape, rows = rows.shape[:2], rows.reshape(-1, rows.shape[-1])
    logarithms = np.mean([evaluate(layers, rows) for layers in method["members"]], axis=0)
    return np.clip(np.exp(logarithms), least, max(MOST, least)).reshape(shape)


def estimate(method, record, background, least=LEAST):
    """Local resolutions (Å) at all points of one map. record: as whole_maps.py keeps it; least: of the estimates, Å."""
    one = {key: record[key][None] for key in ("narrow", "wide", "narrow_mean", "narrow_background")}
    return smoothed(raw_estimates(method, one, background, least)[0], record["index"], record["spacing"])
