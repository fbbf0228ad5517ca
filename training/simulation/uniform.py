"""A deposited-like map of one resolution everywhere: what the handedness of a map is learnt and tested on."""

from dataclasses import dataclass

import numpy as np

from training.simulation.density import model_map
from training.simulation.fourier import fall_off, forward, inverse, low_pass, radial_power

# SSNR at the resolution where the FSC between half maps is 0.143.
SSNR_AT_RESOLUTION = 0.33


@dataclass
class SimulatedMap:
    """density: z, y, x at 1 Å; envelope: the molecule; positions, helices: atoms and CA runs in voxels (x, y, z)."""

    density: np.ndarray
    envelope: np.ndarray
    positions: np.ndarray
    helices: list
    resolution: float


def uniform_map(structure, resolution, rng, *, noise="usual", hand="right"):
    """A map of the given resolution: periphery more mobile, coloured noise, sharpened, often FSC-weighted, low-passed.

    noise: "usual" puts an SSNR of 0.33 at 1/resolution inside the molecule, "none" leaves it out. hand: "mirrored"
    turns the x axis around.
    """
    periphery = rng.uniform(0, 120)

    def mobility(positions):
        radius = np.linalg.norm(positions, axis=1)
        return periphery * (radius / radius.max()) ** 2

    model = model_map(structure, rng, extra_b=mobility)
    s, edge = model.s, model.edge
    reconstruction_b = rng.uniform(10, 30) * resolution
    spectrum = model.spectrum * fall_off(s, reconstruction_b)
    power = radial_power(spectrum, s, edge)
    shells = np.arange(len(power)) / edge
    signal = np.exp(np.log(power[np.abs(shells - 1 / resolution) < 0.03] + 1e-20).mean())
    noise_power = signal / (model.envelope.mean() * SSNR_AT_RESOLUTION)
    excess = rng.uniform(0, 2)
    grain = forward(rng.standard_normal(model.shape, dtype=np.float32)) * coloured(s, excess)
    if noise == "usual":
        spectrum = spectrum + grain * np.float32(np.sqrt(noise_power / edge**3))
    sharpening = rng.uniform(0.3, 1.1) * (reconstruction_b + 25)
    spectrum = spectrum * fall_off(np.minimum(s, 1 / resolution), -sharpening)
    if rng.random() < 0.7:
        ssnr = power / (model.envelope.mean() * noise_power * coloured(shells, excess) ** 2)
        spectrum = spectrum * fsc_weight(s, shells, ssnr)
    limit = resolution * (1 if rng.random() < 0.75 else rng.uniform(0.8, 1.0))
    density = inverse(spectrum * low_pass(s, max(limit, 2.15)), model.shape).astype(np.float32)
    simulated = SimulatedMap(density, model.envelope, model.positions, model.helices, resolution)
    return mirrored(simulated) if hand == "mirrored" else simulated


def coloured(s, excess):
    """Amplitude of the noise over frequency: 1, and up to 1 + excess below 1/16 Å."""
    return (1 + excess * np.exp(-((s / 0.06) ** 2))).astype(np.float32)


def fsc_weight(s, shells, ssnr):
    """sqrt(2 FSC / (1 + FSC)) of the full map, written with the SSNR of a half map's shell."""
    return np.interp(s, shells, np.sqrt(2 * ssnr / (1 + 2 * ssnr))).astype(np.float32)


def mirrored(simulated):
    """The same map with its x axis turned around."""
    last = simulated.density.shape[2] - 1

    def turn(points):
        return np.column_stack([last - points[:, 0], points[:, 1:]])

    return SimulatedMap(
        simulated.density[:, :, ::-1].copy(),
        simulated.envelope[:, :, ::-1].copy(),
        turn(simulated.positions),
        [turn(run) for run in simulated.helices],
        simulated.resolution,
    )
