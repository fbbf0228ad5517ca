"""How near estimates come to the truth: over all points, within maps, and in the percentiles of a map."""

import numpy as np

PERCENTILES = (2.5, 25, 50, 75, 97.5)


def accuracy(truth, estimate):
    """truth, estimate: maps x points, Å. Within-map correlation over maps whose truth varies by more than 0.3 Å."""
    within = [
        np.corrcoef(t, e)[0, 1] for t, e in zip(truth, estimate, strict=True) if t.std() > 0.3 and e.std() > 0
    ]
    errors = np.abs(np.percentile(truth, PERCENTILES, axis=1) - np.percentile(estimate, PERCENTILES, axis=1))
    return {
        "maps": len(truth),
        "r": float(np.corrcoef(truth.ravel(), estimate.ravel())[0, 1]),
        "meanError": float(np.abs(truth - estimate).mean()),
        "bias": float((estimate - truth).mean()),
        "withinMap": float(np.mean(within)) if within else None,
        "percentileErrors": [float(value) for value in errors.mean(1)],
    }


def by_kind(samples, estimate):
    """Accuracy of all maps and of each kind that the report speaks of."""
    blurred, masked = samples["blurred"], ~samples["background"]
    groups = {
        "all": np.ones(len(blurred), bool),
        "filtered": ~blurred,
        "blurred": blurred,
        "blurred, with background": blurred & ~masked,
        "blurred, without background": blurred & masked,
        "unsharpened": blurred & (samples["sharpening"] == 0),
    }
    return {name: accuracy(samples["truth"][rows], estimate[rows]) for name, rows in groups.items() if rows.any()}
