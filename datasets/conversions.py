"""From one unit of concentration to another, and between an oxide and its element."""

from __future__ import annotations

import re
from functools import lru_cache

from datasets.messages import InputError

# Grams of a troy ounce and of a short ton of 2000 pounds, exact (NIST Special Publication 811,
# 2008, appendix B.8).
TROY_OUNCE, SHORT_TON = 31.1034768, 907184.74
# Share of mass that one of the unit is: SI prefixes and powers of ten, exact.
SHARES = {
    "%": 1e-2,
    "‰": 1e-3,
    "g/kg": 1e-3,
    "mg/g": 1e-3,
    "ppm": 1e-6,
    "g/t": 1e-6,
    "mg/kg": 1e-6,
    "µg/g": 1e-6,
    "ppb": 1e-9,
    "µg/kg": 1e-9,
    "ng/g": 1e-9,
    "ppt": 1e-12,
    "oz/t": TROY_OUNCE / 1e6,
    "oz/st": TROY_OUNCE / SHORT_TON,
}
# Of a volume; kept apart, since a density would be needed to come to a share of mass.
_PER_LITRE = {"mg/L": 1e-3, "µg/L": 1e-6}
_LENGTHS = {"mm": 1e-3, "cm": 1e-2, "m": 1.0, "km": 1e3, "ft": 0.3048}
_KINDS = (SHARES, _PER_LITRE, _LENGTHS)

# Abridged standard atomic weights (five digits), IUPAC Commission on Isotopic Abundances and
# Atomic Weights: Prohaska et al. 2022, Pure and Applied Chemistry 94, 573-600, table 2.
ATOMIC_WEIGHTS = {
    **{"H": 1.0080, "Li": 6.94, "Be": 9.0122, "B": 10.81, "C": 12.011, "N": 14.007, "O": 15.999},
    **{"F": 18.998, "Na": 22.990, "Mg": 24.305, "Al": 26.982, "Si": 28.085, "P": 30.974},
    **{"S": 32.06, "Cl": 35.45, "K": 39.098, "Ca": 40.078, "Sc": 44.956, "Ti": 47.867},
    **{"V": 50.942, "Cr": 51.996, "Mn": 54.938, "Fe": 55.845, "Co": 58.933, "Ni": 58.693},
    **{"Cu": 63.546, "Zn": 65.38, "Ga": 69.723, "Ge": 72.630, "As": 74.922, "Se": 78.971},
    **{"Br": 79.904, "Rb": 85.468, "Sr": 87.62, "Y": 88.906, "Zr": 91.224, "Nb": 92.906},
    **{"Mo": 95.95, "Ru": 101.07, "Rh": 102.91, "Pd": 106.42, "Ag": 107.87, "Cd": 112.41},
    **{"In": 114.82, "Sn": 118.71, "Sb": 121.76, "Te": 127.60, "I": 126.90, "Cs": 132.91},
    **{"Ba": 137.33, "La": 138.91, "Ce": 140.12, "Pr": 140.91, "Nd": 144.24, "Sm": 150.36},
    **{"Eu": 151.96, "Gd": 157.25, "Tb": 158.93, "Dy": 162.50, "Ho": 164.93, "Er": 167.26},
    **{"Tm": 168.93, "Yb": 173.05, "Lu": 174.97, "Hf": 178.49, "Ta": 180.95, "W": 183.84},
    **{"Re": 186.21, "Os": 190.23, "Ir": 192.22, "Pt": 195.08, "Au": 196.97, "Hg": 200.59},
    **{"Tl": 204.38, "Pb": 207.2, "Bi": 208.98, "Th": 232.04, "U": 238.03},
}
_PART = re.compile(r"([A-Z][a-z]?)(\d*)")


def unit_factor(unit: str, wanted: str) -> float:
    """Return what a value in `unit` is multiplied with to be in `wanted`.

    Raises
    ------
    InputError
        When one of them is unknown or they measure different things.
    """
    if unit == wanted:
        return 1.0
    for sizes in _KINDS:
        if unit in sizes and wanted in sizes:
            return _ratio(sizes[unit], sizes[wanted])
    raise InputError(
        "Values in {unit} cannot be converted to {wanted}; choose one of {units}.",
        unit=unit or "?",
        wanted=wanted,
        units=", ".join(convertible_units(unit)) or ", ".join(SHARES),
    )


def convertible_units(unit: str) -> tuple[str, ...]:
    """Return the units that values in `unit` can be converted to, itself among them."""
    return next((tuple(sizes) for sizes in _KINDS if unit in sizes), ())


def substance_factor(substance: str, wanted: str) -> float:
    """Return the mass of `wanted` that belongs to one mass of `substance`.

    The masses of the one element that both hold are set equal: for CuO → Cu, with atomic weights
    A, it is A(Cu) / (A(Cu) + A(O)).

    Parameters
    ----------
    substance, wanted
        An element or an oxide, ``Fe2O3`` and ``Fe``, say.

    Raises
    ------
    InputError
        When they hold different elements.
    """
    if substance == wanted:
        return 1.0
    core, other = cation(substance), cation(wanted)
    if not core or core != other:
        raise InputError(
            "{substance} cannot be converted to {wanted}: they hold different elements.",
            substance=substance or "?",
            wanted=wanted,
        )
    return _content(substance, core) / _content(wanted, core)


@lru_cache(maxsize=1024)
def cation(substance: str) -> str:
    """Return the element of an element or oxide: ``Fe`` of ``Fe2O3``; "" of anything else."""
    parts = _composition(substance)
    others = [symbol for symbol in parts if symbol != "O"]
    return others[0] if len(others) == 1 and others[0] in ATOMIC_WEIGHTS else ""


def _ratio(size: float, wanted: float) -> float:
    """Divide so that powers of ten stay exact: 1e-2 / 1e-6 is 10000.000000000002 otherwise."""
    ratio = size / wanted
    rounded = float(f"{ratio:.12g}")
    return rounded if abs(rounded - ratio) <= 4e-16 * ratio else ratio


def _content(substance: str, core: str) -> float:
    """Return the share of mass of `core` in a substance."""
    parts = _composition(substance)
    total = sum(ATOMIC_WEIGHTS[symbol] * count for symbol, count in parts.items())
    return ATOMIC_WEIGHTS[core] * parts[core] / total


def _composition(substance: str) -> dict[str, int]:
    """Return the atoms of a formula without brackets; {} when it is none."""
    found = _PART.findall(substance)
    if "".join(symbol + count for symbol, count in found) != substance:
        return {}
    if any(symbol not in ATOMIC_WEIGHTS for symbol, _ in found):
        return {}
    return {symbol: int(count or 1) for symbol, count in found}
