"""A small fully connected network in numpy: ReLU layers, one output, Adam with a one-cycle rate, a Huber loss."""

import numpy as np

NOISE_STORE = 1 << 22


def initial_layers(sizes, rng):
    """He-initialised weights and zero biases for layer sizes such as (68, 48, 48, 1)."""
    return [
        [rng.normal(0, np.sqrt(2 / a), (a, b)).astype(np.float32), np.zeros(b, np.float32)]
        for a, b in zip(sizes[:-1], sizes[1:], strict=True)
    ]


def evaluate(layers, inputs):
    """Outputs, one per row of inputs."""
    values = inputs
    for number, (weights, biases) in enumerate(layers):
        values = values @ weights + biases
        if number < len(layers) - 1:
            values = np.maximum(values, 0)
    return values[:, 0]


def train(inputs, targets, *, hidden, seed, epochs=15, batch=512, rate=3e-3, noise=0.3, decay=1e-4, delta=0.1):
    """Fits targets (float32). Rows get Gaussian noise, so that no single feature is leant on; it is taken from a store
    of random numbers, at a random place for each batch."""
    rng = np.random.default_rng(seed)
    layers = initial_layers((inputs.shape[1], *hidden, 1), rng)
    first = [[np.zeros_like(p) for p in layer] for layer in layers]
    second = [[np.zeros_like(p) for p in layer] for layer in layers]
    steps = epochs * (len(inputs) // batch)
    store = noise * rng.standard_normal(NOISE_STORE, dtype=np.float32)
    step = 0
    for _ in range(epochs):
        order = rng.permutation(len(inputs))
        for start in range(0, len(inputs) - batch + 1, batch):
            rows = order[start : start + batch]
            x = inputs[rows]
            place = rng.integers(NOISE_STORE - x.size)
            x += store[place : place + x.size].reshape(x.shape)
            gradients = _gradients(layers, x, targets[rows], delta)
            step += 1
            _adam(layers, gradients, first, second, step=step, rate=_one_cycle(step / steps, rate), decay=decay)
    return layers


def _gradients(layers, x, target, delta):
    values = [x]
    for number, (matrix, bias) in enumerate(layers):
        out = values[-1] @ matrix + bias
        values.append(np.maximum(out, 0) if number < len(layers) - 1 else out)
    error = values[-1][:, 0] - target
    slope = (np.clip(error, -delta, delta) / delta / len(x)).astype(np.float32)[:, None]
    gradients = []
    for number in range(len(layers) - 1, -1, -1):
        gradients.append([values[number].T @ slope, slope.sum(0)])
        slope = (slope @ layers[number][0].T) * (values[number] > 0) if number else slope
    return gradients[::-1]


def _adam(layers, gradients, first, second, *, step, rate, decay):
    for layer, gradient, m, v in zip(layers, gradients, first, second, strict=True):
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
