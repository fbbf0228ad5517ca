"""What the networks say of a map; the twin of src/core/hand/{network,read-helices,hand}.ts."""

import json

import numpy as np

from training.hand.neighbours import neighbour_features, neighbour_weights
from training.hand.networks import HandNetwork, HelixNetwork

CORRELATION_LENGTH = 6.0
LEAST_VARIANCE = 100.0
# Log-odds are cut off here, and divided, before a network reads them.
MOST_LOGIT, LOGIT_SCALE = 9.0, 3.0
# Evidence counts whole from this probability of a helix on.
WHOLE_FROM = 0.2


class Reader:
    """The scale of the features (`mean` and `even`, `odd` deviations) and three networks: `first` tells helices by their
    own features, `helix` by their neighbours too, and `hand` reads the hand."""

    def __init__(self, scale, first=None, helix=None, hand=None):
        self.scale, self.first, self.helix, self.hand = scale, first, helix, hand

    @classmethod
    def of_weights(cls, path):
        """The networks of a weights file."""
        stored = json.loads(path.read_text())
        even, odd = (stored[name] for name in ("even", "odd"))
        scale = {"mean": np.array(even["mean"]), "even": np.array(even["deviation"]), "odd": np.array(odd["deviation"])}
        first, helix = HelixNetwork.stored(stored["first"]), HelixNetwork.stored(stored["helix"])
        return cls(scale, first, helix, HandNetwork.stored(stored["hand"]))

    def scaled(self, even, odd):
        """Features as the networks read them."""
        return (even - self.scale["mean"]) / self.scale["even"], odd / self.scale["odd"]

    def among(self, even, weights, logit):
        """The scaled even features, a log-odds of helices, and the neighbours by it."""
        logit = np.clip(logit, -MOST_LOGIT, MOST_LOGIT)
        return np.concatenate([even, logit[:, None] / LOGIT_SCALE, neighbour_features(weights, logistic(logit))], 1)

    def read(self, even, odd, found):
        """t of a map, the number of helices expected, and the probability of the likeliest. found: centre, axis, normal."""
        scaled, ratios = self.scaled(even, odd)
        weights = neighbour_weights(found[:, 0], found[:, 1])
        logit = self.helix.answer(self.among(scaled, weights, self.first.answer(scaled)))
        probability = logistic(np.clip(logit, -MOST_LOGIT, MOST_LOGIT))
        single = self.hand.answer(self.among(scaled, weights, logit), ratios) * np.minimum(1, probability / WHOLE_FROM)
        return evidence_ratio(found[:, 0], single), float(probability.sum()), float(probability.max(initial=0))


def logistic(logit):
    """The probability of a log-odds."""
    return 1 / (1 + np.exp(-logit))


def evidence_ratio(centres, single):
    """The evidence of all candidates over its error; `evidenceRatio` in src/core/hand/hand.ts has the formula."""
    size = np.abs(single).sum()
    rest = single - np.abs(single) * (single.sum() / size if size > 0 else 0)
    apart = ((centres[:, None] - centres[None]) ** 2).sum(-1)
    variance = rest @ np.exp(-apart / (2 * CORRELATION_LENGTH**2)) @ rest
    return float(single.sum() / np.sqrt(LEAST_VARIANCE + max(0, variance)))


def outcome(reading, decision):
    """Of a reading: 1 "correct", -1 "mirrored", 0 "undetermined"."""
    t, expected, surest = reading
    enough = expected >= decision["leastHelices"] and surest >= decision["surestHelix"]
    return int(np.sign(t)) if enough and abs(t) >= decision["abstention"] else 0
