"""A small reader of atomic models: the first model of a PDB or mmCIF file, without water, hydrogen and second conformers."""

from dataclasses import dataclass

import numpy as np

# Electron scattering at zero angle, Å (neutral atoms, International Tables C 4.3.2).
SCATTERING = {
    "C": 2.51, "N": 2.21, "O": 1.98, "S": 5.16, "P": 5.49, "F": 1.80, "CL": 4.86, "MG": 5.21, "NA": 4.78,
    "ZN": 6.06, "CA": 9.91, "FE": 7.17, "MN": 7.51, "K": 8.98, "SE": 6.97,
}  # fmt: skip
WATER = {"HOH", "WAT", "DOD"}
ONE_LETTER = {
    "ALA": "A", "ARG": "R", "ASN": "N", "ASP": "D", "CYS": "C", "GLN": "Q", "GLU": "E", "GLY": "G", "HIS": "H",
    "ILE": "I", "LEU": "L", "LYS": "K", "MET": "M", "MSE": "M", "PHE": "F", "PRO": "P", "SER": "S", "THR": "T",
    "TRP": "W", "TYR": "Y", "VAL": "V",
}  # fmt: skip


@dataclass
class Model:
    """Atoms (positions in Å) and the chain trace: alpha carbons with the residue number that each belongs to."""

    positions: np.ndarray
    weights: np.ndarray
    b_factors: np.ndarray
    residue_of_atom: list
    alpha_carbons: np.ndarray
    residue_of_alpha_carbon: list
    sequences: list


def read_model(path):
    """Reads a .pdb, .ent or .cif file."""
    rows = _cif_atoms(path) if path.suffix == ".cif" else _pdb_atoms(path)
    return _model(rows)


def _pdb_atoms(path):
    with open(path, encoding="latin-1") as lines:
        for line in lines:
            if line.startswith("ENDMDL"):
                return
            if not line.startswith(("ATOM  ", "HETATM")):
                continue
            name = line[12:16].strip()
            element = line[76:78].strip().upper() or name.lstrip("0123456789")[:1]
            yield {
                "name": name,
                "residue": line[17:20].strip(),
                "chain": line[21] + line[72:76].strip(),
                "number": line[22:27],
                "position": (float(line[30:38]), float(line[38:46]), float(line[46:54])),
                "occupancy": float(line[54:60].strip() or 1),
                "b_factor": float(line[60:66].strip() or 30),
                "element": element,
            }


def _cif_atoms(path):
    columns, model = [], None
    with open(path, encoding="latin-1") as lines:
        for line in lines:
            if line.startswith("_atom_site."):
                columns.append(line.split(".")[1].split()[0])
            elif columns and line.startswith(("ATOM", "HETATM")):
                row = dict(zip(columns, _cif_values(line), strict=False))
                model = model or row.get("pdbx_PDB_model_num")
                if row.get("pdbx_PDB_model_num") != model:
                    return
                yield _cif_atom(row)


def _cif_values(line):
    """Words of a row; a quoted word (an atom name such as "O5'") may hold the other quote."""
    return [word.strip("\"'") if word[0] == word[-1] and word[0] in "\"'" else word for word in line.split()]


def _cif_atom(row):
    return {
        "name": row.get("auth_atom_id", row.get("label_atom_id")),
        "residue": row.get("auth_comp_id", row.get("label_comp_id")),
        "chain": row.get("auth_asym_id", row.get("label_asym_id")),
        "number": row.get("auth_seq_id", "") + row.get("pdbx_PDB_ins_code", ""),
        "position": (float(row["Cartn_x"]), float(row["Cartn_y"]), float(row["Cartn_z"])),
        "occupancy": float(row.get("occupancy", "1")),
        "b_factor": float(row.get("B_iso_or_equiv", "30")),
        "element": row["type_symbol"].upper(),
    }


def _model(rows):
    atoms, seen, residues, trace = [], set(), {}, []
    for row in rows:
        residue = (row["chain"], row["number"], row["residue"])
        key = (row["chain"], row["number"], row["name"])
        if row["residue"] in WATER or row["element"] in ("H", "D") or key in seen:
            continue
        seen.add(key)
        number = residues.setdefault(residue, len(residues))
        occupancy = row["occupancy"] if row["occupancy"] > 0 else 1.0
        weight = SCATTERING.get(row["element"], 6.0) * occupancy
        atoms.append((row["position"], weight, row["b_factor"], number))
        if row["name"] == "CA" and row["element"] == "C" and row["residue"] in ONE_LETTER:
            trace.append((row["position"], number, row["chain"], ONE_LETTER[row["residue"]]))
    chains = {}
    for _, _, chain, letter in trace:
        chains[chain] = chains.get(chain, "") + letter
    return Model(
        np.array([atom[0] for atom in atoms], np.float64).reshape(-1, 3),
        np.array([atom[1] for atom in atoms], np.float64),
        np.array([atom[2] for atom in atoms], np.float64),
        [atom[3] for atom in atoms],
        np.array([entry[0] for entry in trace], np.float64).reshape(-1, 3),
        [entry[1] for entry in trace],
        list(chains.values()),
    )
