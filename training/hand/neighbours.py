"""How a candidate lies among others that are likely helices; the twin of src/core/hand/neighbours.ts."""

import numpy as np

# Å along the axis of a candidate: neighbours in these stretches count, if they lie near its axis and run along it.
STRETCHES = ((1.5, 5.0), (5.0, 10.0), (10.0, 16.0))
# Å from the axis (standard deviation), and |cosine| between axes from which and up to which the weight rises to 1.
BESIDE = 1.5
TURNED, ALIGNED = 0.7, 0.95
# Å: where packed helices lie, the standard deviation of that, and how far along the axis.
PACKED, PACKED_SPREAD, PACKED_ALONG = 9.0, 2.0, 6.0
FEWEST = 0.03
TOP = 20


def neighbour_weights(centres, axes):
    """kernel x candidate x neighbour: the stretches along the axis, and packed beside it. Even under mirroring."""
    apart = centres[None] - centres[:, None]
    squared = (apart**2).sum(-1)
    along = np.abs((apart * axes[:, None]).sum(-1))
    beside = np.maximum(squared - along**2, 0)
    aligned = np.clip((np.abs(axes @ axes.T) - TURNED) / (ALIGNED - TURNED), 0, 1)
    collinear = np.exp(-beside / (2 * BESIDE**2)) * aligned
    stretches = [collinear * ((along >= low) & (along < high)) for low, high in STRETCHES]
    packed = np.exp(-((np.sqrt(squared) - PACKED) ** 2) / (2 * PACKED_SPREAD**2)) * (along < PACKED_ALONG)
    return np.stack([*stretches, packed])


def neighbour_features(weights, probability):
    """Logarithms of the expected helices in each kernel, of those of the map, and of the mean of the likeliest."""
    count = len(probability)
    around = np.log(FEWEST + weights @ probability).T
    whole = (np.log(1 + probability.sum()), np.log(np.sort(probability)[-TOP:].mean()) if count else 0)
    return np.concatenate([around, np.tile(whole, (count, 1))], 1)
