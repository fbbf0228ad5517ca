"""From energies to local resolutions: the mean of a few networks' logarithms, smoothed over the mask."""

import numpy as np

from training.local_resolution.band_energies import WAVELENGTHS
from training.local_resolution.features import linear_energies, map_features, map_logs, point_features
from training.local_resolution.network import evaluate, train
from training.local_resolution.smooth_estimates import smoothed

LEAST, MOST = 2.2, 13.0
MEMBERS = 4
SEED = 1
# tilt: standard deviation of the B-factor that maps are sharpened or blurred by while fitting, Å^2.
SETTINGS = {
    "hidden": (64, 64),
    "summary": 16,
    "epochs": 16,
    "rate": 3e-3,
    "noise": 0.3,
    "decay": 3e-2,
    "delta": 0.1,
    "tilt": 40.0,
}
# How many times an estimate that is too coarse counts, by background. Without noise around a map its signal is told from its
# noise by guess; a guess that is too coarse would doubt a map that is as good as reported.
COARSE = {"used": 1.0, "none": 2.0}
# Scaled inputs are kept within these, so that no odd number of a map carries its estimates away.
CLIP = {"points": 10.0, "map": 3.0}
# Weights are kept as whole multiples of this.
UNIT = 1e-3
BACKGROUNDS = ("used", "none")


def measured(record, rows=slice(None)):
    """The inputs of a record's points and of its map."""
    found = map_logs(linear_energies(record), record["index"], record["spacing"])
    return point_features(found, rows), map_features(found, record["around"], record["background"])


def chosen_inputs(records):
    """Inputs and truth at the chosen points of all records, stacked; whether each has a background; and its number."""
    rows = []
    for number, record in enumerate(records):
        points, of_map = measured(record, record["chosen"])
        truth = record["truth"][record["chosen"]]
        rows.append((points, of_map, truth, record["background"].any(), number))
    return dict(zip(("points", "map", "truth", "background", "number"), map(np.stack, zip(*rows)), strict=True))


def usable(inputs, background):
    """Those of the maps that a variant is for: with "used" those that have a background; with "none" all, less what
    tells of the background."""
    if background == "none":
        return inputs | {"map": inputs["map"][:, : -len(WAVELENGTHS)]}
    return {key: value[inputs["background"]] for key, value in inputs.items()}


def fit(inputs, background, members=MEMBERS):
    """Networks from scaled features to ln of the true resolution, which differ in their seeds alone; rounded to what
    the file keeps."""
    inputs = usable(inputs, background)
    scales = {part: _scale(inputs[part]) for part in ("points", "map")}
    points, of_map = (scaled(inputs[part], scale, CLIP[part]) for part, scale in scales.items())
    tilts = [_tilt(SETTINGS["tilt"], scale) for scale in scales.values()]
    settings = SETTINGS | {"tilts": tilts, "above": COARSE[background]}
    targets = np.log(inputs["truth"])
    networks = [train(points, of_map, targets, settings=settings, seed=SEED + member) for member in range(members)]
    return scales | {"members": [[[_rounded(part) for part in layer] for layer in layers] for layers in networks]}


def scaled(inputs, scale, most):
    """Inputs less their mean in units of their deviation, clipped."""
    return np.clip((inputs - scale["mean"]) / scale["deviation"], -most, most)


def _scale(inputs):
    rows = inputs.reshape(-1, inputs.shape[-1])
    return {"mean": _few(rows.mean(0, dtype=np.float64)), "deviation": _few(rows.std(0, dtype=np.float64) + 1e-2)}


def _tilt(b_factor, scale):
    """What a B-factor does to a scaled spectrum about its own mean."""
    squares = 1 / np.square(WAVELENGTHS)
    slope = -b_factor / 2 * (squares - squares.mean())
    return (slope / scale["deviation"][: len(slope)]).astype(np.float32)


def _few(values):
    """With four digits."""
    return np.array([float(f"{value:.4g}") for value in values], np.float32)


def _rounded(values):
    return (np.rint(values / UNIT) * UNIT).astype(np.float32)


def raw_estimates(method, points, of_map, least=LEAST):
    """Local resolutions (Å), maps x points, before smoothing. least: of the estimates, Å."""
    points, of_map = (
        scaled(values, method[part], CLIP[part]) for part, values in (("points", points), ("map", of_map))
    )
    logarithms = np.mean([evaluate(layers, points, of_map) for layers in method["members"]], axis=0)
    return np.clip(np.exp(logarithms), least, max(MOST, least))


def estimate(method, record, background, least=LEAST):
    """Local resolutions (Å) at all points of a record; least: of the estimates, Å."""
    points, of_map = measured(record)
    of_map = of_map if background == "used" else of_map[: -len(WAVELENGTHS)]
    raw = raw_estimates(method, points[None], of_map[None], least)[0]
    return smoothed(raw, record["index"], record["spacing"])
