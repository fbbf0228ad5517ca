"""Real maps of known resolution: paths, contour levels and reported resolutions of `real_maps.tsv`."""

from pathlib import Path

import mrcfile
import numpy as np
import scipy.ndimage
from scipy.stats import spearmanr

from training.local_resolution.band_energies import map_energies
from training.local_resolution.method import LEAST, SEED, estimate
from training.local_resolution.samples import map_record

LIST = Path(__file__).with_name("real_maps.tsv")
DILATION = 2.0
DRAWS = 2000


def measure_real_maps(data):
    """The records of all maps, at all points of their masks, with `reported` (Å), `voxel` (Å) and `name`."""
    records = []
    for line in LIST.read_text().splitlines():
        path, level, reported = line.split("\t")
        density, voxel = read_map(Path(data) / path)
        energies = map_energies(density, hard_mask(density, float(level), voxel), voxel)
        about = {"reported": float(reported), "voxel": max(voxel), "name": path}
        records.append(map_record(energies) | about)
    return records


def real_accuracy(methods, data):
    """Medians of real maps against their reported resolutions, with a bootstrap interval of the rank correlation."""
    records = measure_real_maps(data)
    medians = []
    for record in records:
        background = "used" if record["background"].any() else "none"
        values = estimate(methods[background], record, background, least=max(LEAST, 2 * record["voxel"]))
        medians.append(np.median(values))
        finest = np.percentile(values, 2.5)
        print(f"{record['name']:44} {background:5} {record['reported']:.2f} {medians[-1]:.2f} {finest:.2f}", flush=True)
    found = agreement(np.array([record["reported"] for record in records]), np.array(medians))
    print(found, flush=True)
    return found


def agreement(reported, medians):
    """Offsets and rank correlation of the medians (Å), with its 95 % bootstrap interval."""
    rng = np.random.default_rng(SEED)
    draws = [rng.choice(len(medians), len(medians)) for _ in range(DRAWS)]
    varied = [rows for rows in draws if np.ptp(reported[rows]) and np.ptp(medians[rows])]
    ranks = [spearmanr(reported[rows], medians[rows])[0] for rows in varied]
    return {
        "maps": len(medians),
        "medianAbsoluteOffset": float(np.median(np.abs(medians - reported))),
        "meanOffset": float((medians - reported).mean()),
        "rankCorrelation": float(spearmanr(reported, medians)[0]),
        "rankCorrelationInterval": [float(value) for value in np.percentile(ranks, [2.5, 97.5])],
    }


def read_map(path):
    """Density (z, y, x) and voxel size in the same order, Å."""
    with mrcfile.open(path, permissive=True) as file:
        header = file.header
        order = [int(header.maps) - 1, int(header.mapr) - 1, int(header.mapc) - 1]
        turned = file.data.astype(np.float32).transpose([order.index(axis) for axis in (2, 1, 0)])
        cell = (header.cella.z / header.mz, header.cella.y / header.my, header.cella.x / header.mx)
    return np.ascontiguousarray(turned), tuple(float(size) for size in cell)


def hard_mask(density, level, voxel):
    """The largest piece at or above the level, grown by 2 Å in whole steps over faces and edges; the faces of the box are
    never in it."""
    pieces, _ = scipy.ndimage.label(density >= level, np.ones((3, 3, 3)))
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    reach = scipy.ndimage.generate_binary_structure(3, 2)
    steps = int(np.ceil(DILATION / voxel[2]))
    grown = scipy.ndimage.binary_dilation(pieces == sizes.argmax(), reach, iterations=steps)
    mask = np.zeros_like(grown)
    within = (slice(1, -1),) * 3
    mask[within] = grown[within]
    return mask
