"""What the networks say of a map; the twin of src/core/hand/{read-helices,hand}.ts."""

import json

import numpy as np

from training.hand.candidates import candidates
from training.hand.convolution import AxisNetwork, CylinderNetwork, band
from training.hand.cylinders import cylinders
from training.hand.neighbours import neighbour_features, neighbour_weights
from training.hand.networks import HandNetwork, HelixNetwork

CORRELATION_LENGTH = 6.0
LEAST_VARIANCE = 100.0
# Log-odds are cut off here, and divided, before a network reads them.
MOST_LOGIT, LOGIT_SCALE = 9.0, 3.0
# Candidates share their evidence with others this near (standard deviation, Å) that run along them.
SAME_PLACE = 2.0
# A candidate counts whole from this probability of a helix on.
WHOLE_FROM = 0.2


class Reader:
    """`helix` tells helices by what the cylinder network says of a candidate and of its neighbours, `hand` reads the hand."""

    def __init__(self, helix=None, hand=None):
        self.helix, self.hand = helix, hand

    @classmethod
    def of_weights(cls, stored):
        """The networks of a weights file."""
        return cls(HelixNetwork.stored(stored["helix"]), HandNetwork.stored(stored["hand"]))

    def read(self, found, answers, resolution):
        """t of a map, the number of helices expected, and the probability of the likeliest. found: centre, axis, normal;
        answers: what the cylinder network says of each, helix and hand."""
        logit, evidence = self.single(found, answers, resolution)
        probability = logistic(logit)
        return evidence_ratio(found[:, 0], evidence), float(probability.sum()), float(probability.max(initial=0))

    def single(self, found, answers, resolution):
        """Per candidate the log-odds of a helix, and its share of the evidence."""
        own, hand = (limited(answer) for answer in answers)
        weights = neighbour_weights(found[:, 0], found[:, 1])
        inputs = first_inputs(own, weights, resolution)
        logit = limited(self.helix.answer(inputs))
        evidence = self.hand.answer(second_inputs(inputs, logit, weights), hand[:, None])
        return logit, evidence * share_of_place(found, logistic(logit))


def first_inputs(logit, weights, resolution):
    """What the helix network reads."""
    return np.concatenate([logit[:, None] / LOGIT_SCALE, np.full((len(logit), 1), band(resolution)), around(logit, weights)], 1)


def second_inputs(inputs, logit, weights):
    """What the hand network reads beside the hand."""
    return np.concatenate([inputs, logit[:, None] / LOGIT_SCALE, around(logit, weights)], 1)


def around(logit, weights):
    """The neighbours by their log-odds."""
    return neighbour_features(weights, logistic(logit))


def share_of_place(found, probability):
    """What each candidate counts for, so that those at one place count as one: w_i / sum of k_ij w_j, where w = min(1, p / 0.2)
    and k = exp(-d^2 / 2 l^2) cos^2 of the distance of two and the angle between them."""
    centres, axes = found[:, 0], found[:, 1]
    apart = ((centres[:, None] - centres[None]) ** 2).sum(-1)
    same = np.exp(-apart / (2 * SAME_PLACE**2)) * (axes @ axes.T) ** 2
    counted = np.minimum(1, probability / WHOLE_FROM)
    return counted / (same @ counted)


def limited(logit):
    """Log-odds within what a network reads."""
    return np.clip(logit, -MOST_LOGIT, MOST_LOGIT)


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


class MapReader:
    """All networks of a weights file: from a prepared map to its reading."""

    def __init__(self, path):
        stored = json.loads(path.read_text())
        self.reference, self.decision = np.array(stored["referenceAmplitude"]), stored["decision"]
        self.axis, self.cylinder = AxisNetwork(stored["axis"]), CylinderNetwork(stored["cylinder"])
        self.reader = Reader.of_weights(stored)

    def read(self, volume, ridges, resolution):
        """volume: prepared; ridges: centre, axis and normal of each."""
        found = candidates(volume, ridges, self.axis)
        return self.reader.read(found, self.cylinder.answer(cylinders(volume, found), resolution), resolution)
