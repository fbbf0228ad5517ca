"""The networks of check 0.h, with one hidden layer of max(0, x) each, and how they are fitted (Adam, logistic loss)."""

import numpy as np

BATCH = 512
RATE = 3e-3
DECAY = 0.3


class HandNetwork:
    """f(even, odd) - f(even, -odd): the log-odds that a map is right-handed, odd by construction."""

    def __init__(self, evens, odds, width, rng):
        self.parameters = {
            "even": rng.normal(size=(width, evens)) / np.sqrt(evens),
            "odd": rng.normal(size=(width, odds)) / np.sqrt(4 * odds),
            "bias": np.zeros(width),
            "output": rng.normal(size=width) / np.sqrt(width),
        }

    @classmethod
    def stored(cls, parameters):
        """The network with the parameters of a weights file."""
        network = cls.__new__(cls)
        network.parameters = {name: np.array(value) for name, value in parameters.items()}
        return network

    def answer(self, even, odd):
        return self._forward(even, odd)[0]

    def _forward(self, even, odd):
        p = self.parameters
        common, turned = even @ p["even"].T + p["bias"], odd @ p["odd"].T
        plus, minus = common + turned, common - turned
        return (np.maximum(plus, 0) - np.maximum(minus, 0)) @ p["output"], plus, minus

    def gradient(self, even, odd, weight):
        """Of the mean of weight * ln(1 + exp(-answer)): every sample is turned so that the right hand is true. Where the
        weight is 0 both hands count as true, half each, and the answer is drawn to 0."""
        answer, plus, minus = self._forward(even, odd)
        slope = np.where(weight > 0, -weight / (1 + np.exp(answer)), 0.5 * np.tanh(0.5 * answer)) / len(answer)
        shared = slope[:, None] * self.parameters["output"]
        by_plus, by_minus = shared * (plus > 0), shared * (minus > 0)
        return {
            "output": (np.maximum(plus, 0) - np.maximum(minus, 0)).T @ slope,
            "even": (by_plus - by_minus).T @ even,
            "odd": (by_plus + by_minus).T @ odd,
            "bias": (by_plus - by_minus).sum(0),
        }


class HelixNetwork:
    """The log-odds that a candidate is a helix, from the even features."""

    def __init__(self, evens, width, rng):
        self.parameters = {
            "hidden": rng.normal(size=(width, evens)) / np.sqrt(evens),
            "bias": np.zeros(width),
            "output": rng.normal(size=width) / np.sqrt(width),
            "offset": np.zeros(1),
        }

    @classmethod
    def stored(cls, parameters):
        """The network with the parameters of a weights file."""
        network = cls.__new__(cls)
        network.parameters = {name: np.array(value) for name, value in parameters.items()}
        return network

    def answer(self, even):
        p = self.parameters
        return np.maximum(even @ p["hidden"].T + p["bias"], 0) @ p["output"] + p["offset"]

    def gradient(self, even, _, truth):
        p = self.parameters
        hidden = even @ p["hidden"].T + p["bias"]
        active = np.maximum(hidden, 0)
        slope = (1 / (1 + np.exp(-(active @ p["output"] + p["offset"]))) - truth) / len(truth)
        back = slope[:, None] * p["output"] * (hidden > 0)
        return {
            "output": active.T @ slope,
            "hidden": back.T @ even,
            "bias": back.sum(0),
            "offset": slope.sum(keepdims=True),
        }


def fit(network, even, odd, truth, *, epochs, rng):
    """Adam with decoupled weight decay and a cosine schedule; in place."""
    parameters = network.parameters
    first = {name: np.zeros_like(value) for name, value in parameters.items()}
    second = {name: np.zeros_like(value) for name, value in parameters.items()}
    batches = len(even) // BATCH
    step = 0
    for _ in range(epochs):
        order = rng.permutation(len(even))
        for batch in range(batches):
            rows = order[batch * BATCH : (batch + 1) * BATCH]
            gradient = network.gradient(even[rows], odd[rows], truth[rows])
            step += 1
            rate = RATE * min(1, step / 100) * 0.5 * (1 + np.cos(np.pi * step / (epochs * batches)))
            for name in parameters:
                first[name] = 0.9 * first[name] + 0.1 * gradient[name]
                second[name] = 0.999 * second[name] + 0.001 * gradient[name] ** 2
                move = first[name] / (1 - 0.9**step) / (np.sqrt(second[name] / (1 - 0.999**step)) + 1e-8)
                parameters[name] = parameters[name] * (1 - rate * DECAY) - rate * move
    return network
