"""Small fully connected networks in numpy: a layer that sums up a map, layers for each of its points, one output.

Rectified units, Adam with a one-cycle rate, a Huber loss that weighs errors above 0. Layers are pairs of weights (inputs x
outputs) and biases.
"""

import numpy as np

from training.local_resolution.band_energies import WAVELENGTHS

NOISE_STORE = 1 << 22
MAPS_A_BATCH, POINTS_A_BATCH = 32, 16
BANDS = len(WAVELENGTHS)


def initial_layers(points, context, hidden, rng):
    """He-initialised weights and zero biases: first the layer from a map's inputs to its summary, `context` being their
    numbers; then those of the points, whose first also reads the summary."""
    sizes = [context, (points + context[1], hidden[0]), *zip(hidden, (*hidden[1:], 1), strict=True)]
    return [[rng.normal(0, np.sqrt(2 / a), (a, b)).astype(np.float32), np.zeros(b, np.float32)] for a, b in sizes]


def evaluate(layers, points, context):
    """Outputs, maps x points. points: maps x points x inputs; context: maps x inputs of a map."""
    return _forward(layers, points, context)[-1][..., 0]


def _forward(layers, points, context):
    """The summary, its part in the first layer's sums aside, and the values after each layer of the points."""
    (weights, biases), (first, first_biases), *others = layers
    summary = np.maximum(context @ weights + biases, 0)
    inputs = points.shape[-1]
    values = [summary, points]
    out = points @ first[:inputs] + (summary @ first[inputs:] + first_biases)[:, None]
    for weights, biases in others:
        values.append(np.maximum(out, 0))
        out = values[-1] @ weights + biases
    return [*values, out]


@np.errstate(under="ignore")
def train(points, context, targets, *, settings, seed):
    """Fits targets (maps x points). Inputs get Gaussian noise, so that no single feature is leant on; it is taken from
    a store of random numbers, at a random place for each batch. Each map is sharpened or blurred by a random B-factor,
    which says nothing of its resolution: `tilts` are what one of a standard deviation does to the first inputs."""
    rng = np.random.default_rng(seed)
    layers = initial_layers(points.shape[-1], (context.shape[-1], settings["summary"]), settings["hidden"], rng)
    moments = [[[np.zeros_like(p) for p in layer] for layer in layers] for _ in range(2)]
    store = settings["noise"] * rng.standard_normal(NOISE_STORE, dtype=np.float32)
    maps, rows = targets.shape
    steps = settings["epochs"] * (rows // POINTS_A_BATCH) * (maps // MAPS_A_BATCH)
    for step, (maps, rows) in enumerate(_batches(targets.shape, settings["epochs"], rng), 1):
        x, m = points[maps[:, None], rows], context[maps]
        for values in (x, m):
            place = rng.integers(NOISE_STORE - values.size)
            values += store[place : place + values.size].reshape(values.shape)
        amount = rng.standard_normal((len(maps), 1), dtype=np.float32)
        x[..., :BANDS] += (amount * settings["tilts"][0])[:, None]
        m[:, :BANDS] += amount * settings["tilts"][1]
        gradients = _gradients(layers, x, m, targets[maps[:, None], rows], settings)
        rate = _one_cycle(step / steps, settings["rate"])
        _adam(layers, gradients, moments, step=step, rate=rate, decay=settings["decay"])
    return layers


def _batches(shape, epochs, rng):
    """Numbers of maps, and of points in each: every point once an epoch, as far as whole batches go."""
    maps, points = shape
    for _ in range(epochs):
        order = np.argsort(rng.random(shape, dtype=np.float32), axis=1).astype(np.int32)
        for start in range(0, points - POINTS_A_BATCH + 1, POINTS_A_BATCH):
            shuffled = rng.permutation(maps)
            for first in range(0, maps - MAPS_A_BATCH + 1, MAPS_A_BATCH):
                rows = shuffled[first : first + MAPS_A_BATCH]
                yield rows, order[rows, start : start + POINTS_A_BATCH]


def _gradients(layers, points, context, targets, settings):
    summary, *values, out = _forward(layers, points, context)
    slope = _slope(out[..., 0] - targets, settings["delta"], settings["above"])[..., None]
    gradients = []
    for number in range(len(layers) - 1, 0, -1):
        before = values[number - 1].reshape(-1, values[number - 1].shape[-1])
        flat = slope.reshape(-1, slope.shape[-1])
        gradients.append([before.T @ flat, flat.sum(0)])
        if number > 1:
            slope = (slope @ layers[number][0].T) * (values[number - 1] > 0)
    inputs = points.shape[-1]
    of_map = slope.sum(1)
    gradients[-1][0] = np.concatenate([gradients[-1][0], summary.T @ of_map])
    back = (of_map @ layers[1][0][inputs:].T) * (summary > 0)
    gradients.append([context.T @ back, back.sum(0)])
    return gradients[::-1]


def _slope(error, delta, above):
    """Of the loss, over all points: errors up to delta count with their square, larger ones as they are, and those above 0
    so many times."""
    slope = np.clip(error, -delta, delta) / (delta * error.size)
    return np.where(error > 0, above * slope, slope).astype(np.float32)


def _adam(layers, gradients, moments, *, step, rate, decay):
    for layer, gradient, m, v in zip(layers, gradients, *moments, strict=True):
        for part in range(2):
            m[part] += 0.1 * (gradient[part] - m[part])
            v[part] += 0.001 * (gradient[part] ** 2 - v[part])
            corrected = m[part] / (1 - 0.9**step)
            scale = np.sqrt(v[part] / (1 - 0.999**step)) + 1e-8
            layer[part] -= np.float32(rate) * (corrected / scale + (decay * layer[part] if part == 0 else 0))


def _one_cycle(progress, rate):
    """Rises for the first 30 % from rate/25, then falls to near 0 along a cosine."""
    if progress < 0.3:
        return rate * (0.52 - 0.48 * np.cos(np.pi * progress / 0.3))
    return rate * (0.5 + 0.5 * np.cos(np.pi * (progress - 0.3) / 0.7)) + 1e-6
