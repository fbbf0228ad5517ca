"""Writes the weights of check 0.h and their accuracy from a folder of structures.

python3 -m training.hand --structures FOLDER --work FOLDER [--out src/core/hand/weights.json]

Runs the programs of this folder one after the other. Each keeps what is in the folder of work already, so that the command
goes on where it was stopped.
"""

import argparse
import subprocess
import sys
from pathlib import Path


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--structures", type=Path, required=True, help="folder of .pdb and .cif files, or of arrays")
    options.add_argument("--work", type=Path, required=True, help="folder for samples, candidates and networks")
    options.add_argument("--out", type=Path, default=Path("src/core/hand/weights.json"))
    given = options.parse_args()
    samples, candidates, networks = (given.work / name for name in ("samples", "candidates", "networks"))
    run("make_samples", structures=given.structures, out=samples)
    run("fit_axes", samples=samples, out=networks)
    run("make_candidates", samples=samples, networks=networks, out=candidates)
    run("fit_cylinders", candidates=candidates, networks=networks)
    run("make_weights", samples=samples, candidates=candidates, networks=networks, out=given.out)


def run(program, **options):
    """One program of this folder with its options."""
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    subprocess.run([sys.executable, "-m", f"training.hand.{program}", *words], check=True)


if __name__ == "__main__":
    main()
