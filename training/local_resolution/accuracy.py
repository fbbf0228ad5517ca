"""How near estimates come to the truth: over all points, within maps, and in the percentiles of a map."""

import numpy as np

PERCENTILES = (2.5, 25, 50, 75, 97.5)
# The rules of src/checks/local-resolution.ts: percent of points, Å.
VRS_PERCENT, MARGIN = 0.1, 2.0


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
        "falseWarnings": false_warnings(truth, estimate),
    }


def false_warnings(truth, estimate):
    """Maps whose true median, reported, would be doubted by the two rules; and the most by which the finest 2.5 % of a
    map lie above its true median, Å."""
    reported = np.median(truth, axis=1)
    finest = np.percentile(estimate, 2.5, axis=1)
    finer = 100 * (estimate < reported[:, None]).mean(1)
    return {
        "vrs": int((finer < VRS_PERCENT).sum()),
        "corrected": int((finest - MARGIN > reported).sum()),
        "worst": float((finest - reported).max()),
    }


def by_kind(records, estimate):
    """Accuracy of all maps and of each kind that the report speaks of, at the chosen points of their records."""
    truth = np.stack([record["truth"][record["chosen"]] for record in records])
    blurred = np.array([record["blurred"] for record in records])
    masked = np.array([not record["background"].any() for record in records])
    unsharpened = np.array([record["sharpening"] == 0 for record in records])
    groups = {
        "all": np.ones(len(records), bool),
        "filtered": ~blurred,
        "blurred": blurred,
        "blurred, with background": blurred & ~masked,
        "blurred, without background": blurred & masked,
        "unsharpened": blurred & unsharpened,
    }
    return {name: accuracy(truth[rows], estimate[rows]) for name, rows in groups.items() if rows.any()}
