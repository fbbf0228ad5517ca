"""Fourier helpers for boxes with 1 Å voxels. Arrays are indexed z, y, x; spectra are the half spectra of scipy's rfftn."""

import numpy as np
import scipy.fft


def forward(volume):
    """Unscaled half spectrum of a real volume, on one thread."""
    return scipy.fft.rfftn(volume, workers=1)


def inverse(spectrum, shape):
    """The real volume of a half spectrum; divides by the number of voxels."""
    return scipy.fft.irfftn(spectrum, s=shape, workers=1)


def inverse_within(spectrum, shape, reach, voxel=(1.0, 1.0, 1.0)):
    """`inverse` of a half spectrum that is 0 beyond `reach` (1/Å): rows and columns of zeros are not transformed."""
    nz, ny, nx = shape
    above, below = (min(int(reach * n * v) + 1, n // 2) for n, v in ((ny, voxel[1]), (nx, voxel[2])))
    columns = np.zeros((nz, ny, below + 1), spectrum.dtype)
    for rows in (slice(0, above + 1), slice(max(ny - above, above + 1), ny)):
        columns[:, rows] = scipy.fft.ifft(spectrum[:, rows, : below + 1], axis=0, workers=1)
    columns = scipy.fft.ifft(columns, axis=1, overwrite_x=True, workers=1)
    return scipy.fft.irfft(columns, nx, axis=2, workers=1)


def fast_even(least):
    """Smallest even number >= least whose only prime factors are 2, 3 and 5."""
    size = max(2, int(np.ceil(least)))
    while True:
        rest = size
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1 and size % 2 == 0:
            return size
        size += 1


def frequencies(shape, voxel=(1.0, 1.0, 1.0)):
    """Spatial frequency in 1/Å of each coefficient of the half spectrum of a box; `voxel` in Å, order z, y, x."""
    nz, ny, nx = shape
    z = np.fft.fftfreq(nz, voxel[0]).astype(np.float32)
    y = np.fft.fftfreq(ny, voxel[1]).astype(np.float32)
    x = np.fft.rfftfreq(nx, voxel[2]).astype(np.float32)
    return np.sqrt(z[:, None, None] ** 2 + y[None, :, None] ** 2 + x[None, None, :] ** 2)


def low_pass(s, resolution, half_width=0.02):
    """Raised-cosine low-pass, 1/2 at 1/resolution, from 1 to 0 over 2 * half_width (1/Å)."""
    t = np.clip((s - (1 / resolution - half_width)) / (2 * half_width), 0, 1)
    return (0.5 * (1 + np.cos(np.pi * t))).astype(np.float32)


def fall_off(s, b_factor):
    """exp(-B s^2 / 4): the amplitude fall-off of a B-factor (Å^2); B < 0 sharpens."""
    return np.exp(np.float32(-b_factor / 4) * s * s)


def radial_power(spectrum, s, edge):
    """Mean |F|^2 in shells of width 1/edge up to 1/2 (1/Å). Each stored coefficient counts once."""
    last = edge // 2
    shell = np.minimum(np.rint(s * edge).astype(np.int32), last).ravel()
    power = np.bincount(shell, weights=(spectrum.real**2 + spectrum.imag**2).ravel(), minlength=last + 1)
    return power / np.maximum(np.bincount(shell, minlength=last + 1), 1)
