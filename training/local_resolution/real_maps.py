"""Real maps of known reported resolution: paths, contour levels and resolutions of `real_maps.tsv`, in a folder of data."""

from pathlib import Path

import mrcfile
import numpy as np
import scipy.ndimage

from training.local_resolution.band_energies import map_energies
from training.local_resolution.samples import POINTS_A_MAP, sample_record

LIST = Path(__file__).with_name("real_maps.tsv")
DILATION = 2.0


def measure_real_maps(data):
    """Samples of all maps, as read_shards gives them, with `reported` (Å), `voxel` (Å) and `name`."""
    records = []
    for line in LIST.read_text().splitlines():
        path, level, reported = line.split("\t")
        density, voxel = read_map(Path(data) / path)
        energies = map_energies(density, hard_mask(density, float(level), voxel), voxel)
        points = np.linspace(0, len(energies.points) - 1, 16 * POINTS_A_MAP).astype(int)
        record = sample_record(energies, points)
        records.append(record | {"reported": float(reported), "voxel": max(voxel), "name": path})
    return {key: np.stack([record[key] for record in records]) for key in records[0]}


def read_map(path):
    """Density (z, y, x) and voxel size in the same order, Å."""
    with mrcfile.open(path, permissive=True) as file:
        header = file.header
        order = [int(header.maps) - 1, int(header.mapr) - 1, int(header.mapc) - 1]
        density = np.ascontiguousarray(file.data.astype(np.float32).transpose([order.index(axis) for axis in (2, 1, 0)]))
        cell = (header.cella.z / header.mz, header.cella.y / header.my, header.cella.x / header.mx)
    return density, tuple(float(size) for size in cell)


def hard_mask(density, level, voxel):
    """The largest piece at or above the level, grown by 2 Å in whole steps over faces and edges."""
    pieces, _ = scipy.ndimage.label(density >= level, np.ones((3, 3, 3)))
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    reach = scipy.ndimage.generate_binary_structure(3, 2)
    steps = int(np.ceil(DILATION / voxel[2]))
    return scipy.ndimage.binary_dilation(pieces == sizes.argmax(), reach, iterations=steps)
