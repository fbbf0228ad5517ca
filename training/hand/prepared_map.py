"""A map as the search for helices reads it; the twin of src/core/hand and workers/jobs/hand.ts. Arrays are z, y, x."""

from dataclasses import dataclass

import numpy as np
import scipy.fft
import scipy.ndimage

from training.hand.molecule import cut_molecule

# Å; Gaussian that turns a map into an envelope, and the one before ridges are looked for.
ENVELOPE_SIGMA = 2.0
RIDGE_SIGMA = 2.6
# Å from the envelope: the map is kept whole up to FLAT, and falls to 0 at END.
FLAT, END = 3.0, 9.0
# 1/Å: shells of the radial amplitude, the rise from the origin, and half the width of the edge at the resolution.
SHELL = 0.01
RISE = (1 / 80, 1 / 50)
EDGE = 0.015
# 1/Å: the band goes on beyond the resolution, where a 5 Å map still has some of the helix; the gain there has a limit,
# in terms of that at the resolution.
BEYOND = 0.02
MOST_GAIN = 4.0
FINEST = 2.2
FINEST_CUT = 0.47


@dataclass
class PreparedMap:
    """density: with the reference's radial amplitude, in rms deviations of the envelope; smooth: the same, blurred.
    origin: the place of voxel 0 in the map (x, y, z)."""

    density: np.ndarray
    smooth: np.ndarray
    envelope: np.ndarray
    origin: np.ndarray


def prepare(volume, *, level, resolution, reference):
    """volume: 1 Å voxels. level: the contour level. reference: amplitude by shell of width SHELL."""
    return prepare_cut(cut_molecule(volume, level), resolution=resolution, reference=reference)


def prepare_cut(cut, *, resolution, reference):
    """The map of a cut, which may be a whole box with room around the molecule."""
    volume = cut.volume
    spectrum = scipy.fft.rfftn(volume.astype(np.float64))
    s = frequencies(volume.shape)
    blurred = scipy.fft.irfftn(spectrum * gaussian(s, ENVELOPE_SIGMA), volume.shape)
    count = max(1, min(cut.enclosed, volume.size // 2))
    envelope = blurred >= np.partition(blurred.ravel(), -count)[-count]
    distance = scipy.ndimage.distance_transform_edt(~envelope)
    share = smooth_step(distance, END, FLAT)
    rim = (distance > FLAT) & (distance < END)
    spectrum = scipy.fft.rfftn((volume - volume[rim].mean()) * share)
    spectrum *= equalising(spectrum, s, resolution, reference)
    density = scipy.fft.irfftn(spectrum, volume.shape)
    scale = 1 / density[envelope].std()
    smooth = scipy.fft.irfftn(spectrum * gaussian(s, RIDGE_SIGMA), volume.shape)
    return PreparedMap((density * scale).astype(np.float32), (smooth * scale).astype(np.float32), envelope, cut.origin)


def equalising(spectrum, s, resolution, reference):
    """Factors that give the spectrum the reference's radial amplitude within the band."""
    amplitude = radial_amplitude(spectrum, s)
    shells = len(amplitude)
    gain = reference[:shells] / amplitude
    best = 1 / max(resolution, FINEST)
    gain = np.minimum(gain, MOST_GAIN * interpolated(gain, np.array(best)))
    factor = interpolated(gain, s)
    cut = min(best + BEYOND, FINEST_CUT)
    return factor * smooth_step(s, cut + EDGE, cut - EDGE) * smooth_step(s, *RISE)


def interpolated(gain, s):
    """A table by shell at spatial frequencies."""
    place = s / SHELL
    low = np.minimum(place.astype(int), len(gain) - 2)
    part = np.minimum(place - low, 1)
    return gain[low] * (1 - part) + gain[low + 1] * part


def smooth_step(value, start, end):
    """0 at start (and before) to 1 at end, level at both."""
    t = np.clip((value - start) / (end - start), 0, 1)
    return t * t * (3 - 2 * t)


def radial_amplitude(spectrum, s, shells=50):
    """Root of the mean power in overlapping triangular shells, smoothed by (1, 2, 1)/4 in its logarithm."""
    weight = np.full(s.shape, 2.0)
    weight[..., 0] = 1
    if s.shape[0] % 2 == 0:
        weight[..., -1] = 1
    place = s / SHELL
    inside = place < shells - 1
    low = place[inside].astype(int)
    part = place[inside] - low
    weight = weight[inside]
    power = weight * np.abs(spectrum[inside]) ** 2
    sums = np.bincount(low, power * (1 - part), shells) + np.bincount(low + 1, power * part, shells)
    counts = np.bincount(low, weight * (1 - part), shells) + np.bincount(low + 1, weight * part, shells)
    logs = 0.5 * np.log(sums / counts + 1e-20)
    padded = np.concatenate([logs[:1], logs, logs[-1:]])
    return np.exp((padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4)


def gaussian(s, sigma):
    """Fourier transform of a Gaussian of standard deviation sigma (Å)."""
    return np.exp(-2 * (np.pi * sigma * s) ** 2)


def frequencies(shape):
    """1/Å of each coefficient of the half spectrum, 1 Å voxels."""
    nz, ny, nx = shape
    z, y, x = np.fft.fftfreq(nz), np.fft.fftfreq(ny), np.fft.rfftfreq(nx)
    return np.sqrt(z[:, None, None] ** 2 + y[None, :, None] ** 2 + x[None, None, :] ** 2)
