"""Maps whose local resolution is known: resolution varies smoothly over the molecule.

kind "filtered": the model is low-passed region by region; the truth is the local cut-off.
kind "blurred": the model is blurred region by region and uniform noise is added; the truth is where the local SSNR
falls to 0.33, which is an FSC of 0.143 between half maps. Then follows what deposition does: sharpening (often none),
FSC weighting, a low-pass, a coarse voxel, a mask.
"""

from dataclasses import dataclass

import numpy as np
import scipy.ndimage
from numba import njit

from training.simulation.density import ATOM_VOLUME, PAD, level_set, model_map
from training.simulation.fourier import fall_off, fast_even, forward, inverse, inverse_within, low_pass, radial_power
from training.simulation.presentation import presented
from training.simulation.uniform import SSNR_AT_RESOLUTION, coloured, fsc_weight

LEVELS = 8
WORST = 13.0
FINEST_FILTER = 2.15
COARSEST_VOXEL = 2.5
# exp(-B s^2 / 4) is below 1e-7 beyond s = 8 / sqrt(B).
NOTHING = 8.0


@dataclass
class RegionalMap:
    """density, truth (Å), mask: z, y, x at 1 Å; the rest says how the map was made."""

    density: np.ndarray
    truth: np.ndarray
    mask: np.ndarray
    kind: str
    best: float
    worst: float
    sharpening: float
    presentation: str


def regional_map(structure, rng, *, kind=None, largest=118):
    """One simulated map; everything not given is drawn at random. largest: edge of the box in voxels."""
    kind = kind or ("filtered" if rng.random() < 0.45 else "blurred")
    model = _model(structure, rng, largest)
    best = rng.uniform(2.3, 7) if rng.random() < 0.88 else rng.uniform(7, 11)
    worst = min(WORST, best + (rng.uniform(0, 6) if rng.random() < 0.8 else 0.2))
    share = _varying_share(model, rng)
    limit = 1 / best + (1 / worst - 1 / best) * share
    make = _filtered if kind == "filtered" else _blurred
    spectrum, truth, sharpening = make(model, rng, best=best, worst=worst, limit=limit)
    if rng.random() < 0.5:
        voxel = rng.uniform(1.0, max(1.0, min(best / 2.05, COARSEST_VOXEL)))
        spectrum = coarsely_sampled(spectrum, model.shape, voxel)
    density = inverse(spectrum, model.shape).astype(np.float32)
    envelope = level_set(model.smooth, ATOM_VOLUME * model.atoms * rng.uniform(0.75, 1.35))
    density, mask, truth, how = presented(density, envelope, truth, positions=model.positions, rng=rng)
    return RegionalMap(density, truth.astype(np.float32), mask, kind, best, worst, sharpening, how)


def _model(structure, rng, largest):
    """The whole structure where it fits the box and chance says so, else a box cut out around a random atom."""
    if structure.extent.max() + PAD <= largest and rng.random() < 0.8:
        return model_map(structure, rng)
    about = structure.positions[rng.integers(len(structure.positions))]
    return model_map(structure, rng, edge=fast_even(rng.uniform(64, 0.85 * largest)), about=about)


def _varying_share(model, rng):
    """Values 0 to 1, evenly spread over the molecule: a smooth random field, often falling off with the radius."""
    grain = forward(rng.standard_normal(model.shape, dtype=np.float32))
    field = inverse(grain * fall_off(model.s, 8 * np.pi**2 * rng.uniform(8, 20) ** 2), model.shape)
    field = field / field.std()
    if rng.random() < 0.5:
        axis = np.arange(model.edge) - model.edge / 2
        radius = np.sqrt(axis[:, None, None] ** 2 + axis[None, :, None] ** 2 + axis[None, None, :] ** 2)
        field = field + rng.uniform(0, 2) * radius / radius[model.envelope].std()
    ordered = np.sort(field[model.envelope])
    return (_ranks(ordered, field.ravel()) / len(ordered)).reshape(field.shape).astype(np.float32)


@njit(cache=True)
def _ranks(ordered, values):
    """How many of `ordered` (ascending, not all equal) are less than each value: found from the start of one of as many
    even bins, which is several times as fast as bisection."""
    count = len(ordered)
    lowest, scale = ordered[0], (count - 1) / (ordered[-1] - ordered[0])
    starts = np.zeros(count + 1, np.int64)
    for value in ordered:
        starts[int((value - lowest) * scale) + 1] += 1
    starts = np.cumsum(starts)
    ranks = np.empty(len(values), np.int64)
    for i, value in enumerate(values):
        rank = starts[int(min(max((value - lowest) * scale, 0), count - 1))]
        while rank < count and ordered[rank] < value:
            rank += 1
        ranks[i] = rank
    return ranks


def blended(model, place, filters):
    """Sum of the filtered potentials, each weighted by how near `place` (0 ... len(filters)-1) is to its number.
    filters: pairs of a transfer function and the frequency (1/Å) beyond which it is nothing."""
    out = np.zeros(model.shape, np.float32)
    place = place.astype(np.float32)
    for number, (transfer, reach) in enumerate(filters):
        weight = np.maximum(1 - np.abs(place - np.float32(number)), 0)
        if weight.any():
            out += weight * inverse_within(model.spectrum * transfer, model.shape, reach)
    return out


def _filtered(model, rng, *, best, worst, limit):
    s, edge = model.s, model.edge
    model.spectrum *= fall_off(s, rng.uniform(-30, 150))
    grid = np.linspace(1 / worst, 1 / best, LEVELS)
    place = (limit - grid[0]) / max(grid[-1] - grid[0], 1e-9) * (LEVELS - 1)
    power = radial_power(model.spectrum, s, edge)
    signal = np.interp(1 / best, np.arange(len(power)) / edge, power)
    noise = signal / (3 * model.envelope.mean()) * rng.uniform(0.3, 2) ** 2 * rng.choice([0.0, 0.01, 0.1, 0.5])
    half_width = rng.uniform(0.01, 0.025)
    density = blended(model, place, [(low_pass(s, 1 / cut, half_width), cut + half_width) for cut in grid])
    grain = forward(rng.standard_normal(model.shape, dtype=np.float32)) * np.float32(np.sqrt(noise / edge**3))
    spectrum = forward(density) + grain * low_pass(s, max(best, FINEST_FILTER))
    return spectrum, 1 / limit, 0.0


def _blurred(model, rng, *, best, worst, limit):
    s, edge = model.s, model.edge
    share = model.envelope.mean()
    shells, log_power = _smooth_log_power(model)
    base = rng.uniform(10, 30) * best
    log_noise = np.interp(1 / best, shells, log_power) - base / best**2 / 2 - np.log(SSNR_AT_RESOLUTION * share)
    blur = 2 * (np.interp(limit, shells, log_power) - log_noise - np.log(SSNR_AT_RESOLUTION * share)) / limit**2
    blur = np.maximum(blur, base)
    grid = np.linspace(base, np.percentile(blur, 99.9) + 1e-3, 2 * LEVELS - 4)
    place = np.minimum((blur - grid[0]) / (grid[-1] - grid[0]) * (len(grid) - 1), len(grid) - 1)
    density = blended(model, place, [(fall_off(s, b), NOTHING / np.sqrt(b)) for b in grid])
    excess = rng.uniform(0, 2)
    grain = _uneven(rng.standard_normal(model.shape, dtype=np.float32), model.edge, rng)
    spectrum = forward(density)
    signal = radial_power(spectrum, s, edge)
    spectrum = spectrum + forward(grain) * (coloured(s, excess) * np.float32(np.exp(log_noise / 2) / edge**1.5))
    if rng.random() < 0.5:
        ssnr = signal / (share * np.exp(log_noise) * coloured(shells, excess) ** 2)
        spectrum = spectrum * fsc_weight(s, shells, ssnr)
    sharpening = 0.0 if rng.random() < 0.25 else rng.uniform(0.1, 1.2)
    spectrum = spectrum * fall_off(np.minimum(s, 1 / best), -sharpening * (base + 30))
    truth = 1 / limit
    if rng.random() < 0.75:
        typical = float(np.median(truth[model.envelope]))
        cut = best * rng.uniform(0.85, 1.0) if rng.random() < 0.6 else rng.uniform(best, typical)
        spectrum = spectrum * low_pass(s, max(cut, FINEST_FILTER), rng.uniform(0.005, 0.025))
        truth = np.maximum(truth, cut)
    return spectrum, truth, sharpening


def _smooth_log_power(model):
    """Shell frequencies and ln of the mean power of the potential, smoothed over 0.02 1/Å."""
    power = radial_power(model.spectrum, model.s, model.edge)
    shells = np.arange(len(power)) / model.edge
    usable = shells < 0.47
    log_power = scipy.ndimage.gaussian_filter1d(np.log(power[usable] + 1e-20), 0.02 * model.edge, mode="nearest")
    return shells, np.interp(shells, shells[usable], log_power)


def _uneven(grain, edge, rng):
    """In half of the maps the noise is up to 30 % stronger or weaker at the box's edge than in its middle."""
    if rng.random() < 0.5:
        return grain
    axis = ((np.arange(edge) - edge / 2) / (edge / 2)).astype(np.float32) ** 2
    radius = axis[:, None, None] + axis[None, :, None] + axis[None, None, :]
    return grain * (1 + np.float32(rng.uniform(-0.3, 0.3)) * np.minimum(radius, 1))


def coarsely_sampled(spectrum, shape, voxel):
    """Removes what a map with coarser voxels (Å) could not hold: frequencies beyond 1/(2 voxel) along each axis."""
    nyquist = 0.5 / voxel
    full = np.abs(np.fft.fftfreq(shape[0])) <= nyquist
    half = np.fft.rfftfreq(shape[2]) <= nyquist
    return spectrum * (full[:, None, None] & full[None, :, None] & half[None, None, :])
