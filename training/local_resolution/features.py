"""Features of a point from the energies of its bands; `src/core/local-resolution/features.ts` in Python."""

import numpy as np

FLOOR = 1e-9
TINY = 1e-30


def features(samples, background):
    """maps x points x values: the narrow spectrum about its own mean, the narrow and the wide one against the mask's
    mean spectrum, that spectrum about its mean, and with background "used" against the background's. Logarithms,
    clipped."""
    largest = samples["narrow"].max(-1, keepdims=True)
    narrow, wide = _logs(samples["narrow"], largest), _logs(samples["wide"], largest)
    mean = samples["narrow_mean"][:, None, :]
    mean = _logs(mean, mean.max(-1, keepdims=True))
    blocks = [
        np.clip(narrow - narrow.mean(-1, keepdims=True), -12, 12),
        np.clip(narrow - mean, -8, 8),
        np.clip(wide - mean, -8, 8),
        np.clip(mean - mean.mean(-1, keepdims=True), -12, 12),
    ]
    if background == "used":
        blocks.append(np.clip(mean - np.log(samples["narrow_background"][:, None, :] + TINY), -3, 8))
    return np.concatenate([np.broadcast_to(block, narrow.shape) for block in blocks], -1).astype(np.float32)


def _logs(energies, largest):
    """ln; what lies below 1e-9 of `largest` counts as that."""
    return np.log(energies + (FLOOR * largest + TINY))
