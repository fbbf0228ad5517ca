#!/usr/bin/env python3
"""Writes files.json: what the Python package mrcfile reads from every map in the test data.

usage: python3 tests/data/files.py DATA > tests/data/files.json; npx biome format --write tests/data/files.json
       (needs python3-mrcfile; DATA holds maps, odd, pairs)

Values are taken after the axes are put in the order x, y, z, with statistics in float64; `moments` are the means of
value times index along x, y, z, which tell the axes apart. `error` is the code that MapAssay has to refuse a file with:
those few are judged by hand below, with the reason. With a voxel size given, the image is read all the same.
"""
import bz2
import gzip
import json
import os
import sys
import tempfile
import warnings

import mrcfile
import numpy as np

REFUSED = {
    "odd/emd_1155.brix": "map.notAMap",  # BRIX, another format
    "odd/sfftk_corrupt_header_truncated.map": "map.truncated",  # 84 bytes of voxels
}
NEEDS_VOXEL_SIZE = {"odd/float16_mode12.mrc"}  # one image, with a cell of 0 along z
SUFFIXES = (".map", ".mrc", ".ccp4", ".gz", ".bz2", ".brix")


def unpacked(path):
    raw = open(path, "rb").read()
    if raw[:2] == b"\x1f\x8b":
        return gzip.decompress(raw)
    return bz2.decompress(raw) if raw[:3] == b"BZh" else raw


def describe(path):
    with tempfile.NamedTemporaryFile() as plain, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain.write(unpacked(path))
        plain.flush()
        with mrcfile.open(plain.name, permissive=True) as mrc:
            return facts(mrc)


def facts(mrc):
    header, data = mrc.header, mrc.data
    axes = [int(header[name]) for name in ("mapc", "mapr", "maps")]
    # numpy's axes are sections, rows, columns; those wanted are z, y, x.
    data = data.reshape(int(header.nz), int(header.ny), int(header.nx))
    values = np.transpose(data, [2 - axes.index(axis) for axis in (3, 2, 1)]).astype(np.float64)
    cell = [float(header.cella[axis]) for axis in "xyz"]
    sampling = [int(header[name]) for name in ("mx", "my", "mz")]
    middle = [side // 2 for side in values.shape]
    return {
        "mode": int(header.mode),
        "axes": axes,
        "box": list(values.shape[::-1]),
        "voxelSize": [length / m for length, m in zip(cell, sampling)],
        "min": values.min(),
        "max": values.max(),
        "mean": values.mean(),
        "std": values.std(),
        "middle": values[tuple(middle)],
        "moments": [moment(values, axis) for axis in (2, 1, 0)],
    }


def moment(values, axis):
    others = tuple(other for other in range(3) if other != axis)
    return float(values.mean(axis=others) @ np.arange(values.shape[axis])) / values.shape[axis]


def main(root):
    table = {}
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            key = os.path.relpath(path, root)
            if key.startswith("structures") or not name.endswith(SUFFIXES):
                continue
            table[key] = {"error": REFUSED[key]} if key in REFUSED else describe(path)
            if key in NEEDS_VOXEL_SIZE:
                table[key].update(error="map.needsVoxelSize", voxelSize=[2.0, 2.0, 2.0])
    json.dump(table, sys.stdout, indent=1)
    print()


main(sys.argv[1])
