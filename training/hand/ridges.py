"""Where helix axes may run: ridges of the smoothed map. The twin of src/core/hand/ridges.ts."""

import numpy as np

# Å between neighbouring candidates, and how many are kept.
SPACING = 2.5
MOST = 500
# Tubeness is compared with 20 bits: voxels that only rounding tells apart count as equal.
GRAIN = 2.0**-20


def ridge_points(prepared, most=MOST):
    """Candidates, best first: positions (x, y, z in voxels), axes and normals (unit vectors x, y, z), tubeness."""
    places = np.argwhere(prepared.envelope)
    values, vectors = np.linalg.eigh(hessian(prepared.smooth.astype(np.float64), places))
    first, second, third = values.T
    tube = np.sqrt(np.maximum(first * second, 0)) - np.abs(third)
    ridge = (second < 0) & (tube > 0)
    places, vectors, tube, values = places[ridge], vectors[ridge], tube[ridge], values[ridge]
    kept = spread_out(places, coarse(tube), prepared.envelope.shape, most)
    return places[kept][:, ::-1].astype(np.float64), vectors[kept][:, :, 2], vectors[kept][:, :, 0], tube[kept]


def hessian(smooth, places):
    """Second central differences at the places (z, y, x), as matrices in x, y, z; the box is periodic."""
    shape = np.array(smooth.shape)

    def at(z, y, x):
        return smooth[tuple(((places + (z, y, x)) % shape).T)]

    centre = 2 * at(0, 0, 0)
    xx, yy, zz = (at(*step) + at(*(-np.array(step))) - centre for step in ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
    xy = (at(0, 1, 1) + at(0, -1, -1) - at(0, 1, -1) - at(0, -1, 1)) / 4
    xz = (at(1, 0, 1) + at(-1, 0, -1) - at(1, 0, -1) - at(-1, 0, 1)) / 4
    yz = (at(1, 1, 0) + at(-1, -1, 0) - at(1, -1, 0) - at(-1, 1, 0)) / 4
    return np.stack([np.stack(row, -1) for row in ((xx, xy, xz), (xy, yy, yz), (xz, yz, zz))], -2)


def coarse(values):
    """The values with 20 bits after the leading one."""
    mantissa, exponent = np.frexp(values)
    return np.ldexp(np.floor(mantissa / GRAIN + 0.5) * GRAIN, exponent)


def spread_out(places, tube, shape, most):
    """Best first, none within SPACING of a better one; equal ones stand or fall together."""
    order = np.argsort(-tube, kind="stable")
    reach = int(SPACING)
    ball = np.mgrid[-reach : reach + 1, -reach : reach + 1, -reach : reach + 1].reshape(3, -1).T
    ball = ball[(ball**2).sum(1) <= SPACING**2]
    taken = np.zeros(shape, bool)
    kept, start = [], 0
    while start < len(order) and len(kept) < most:
        end = start + 1
        while end < len(order) and tube[order[end]] == tube[order[start]]:
            end += 1
        free = [i for i in order[start:end] if not taken[tuple(places[i])]]
        if len(kept) + len(free) > most:
            break
        for i in free:
            taken[tuple(((places[i] + ball) % shape).T)] = True
        kept += free
        start = end
    return np.array(kept, int)
