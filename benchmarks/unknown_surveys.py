"""Surveys beside the project, by the same names for the same elements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from benchmarks.honest_sets import GEOCHEMISTRY, JURA, PORPHYRY, PORPHYRY_CLASSES, ROCKS

PACKAGES = GEOCHEMISTRY / "r_packages"
KOLA = ("chorizon", "bhorizon", "topsoil", "ohorizon", "moss")
ELEMENTS = (
    *("Ag", "Al", "As", "B", "Ba", "Be", "Bi", "Ca", "Cd", "Ce", "Co", "Cr", "Cs", "Cu", "Fe"),
    *("Ga", "Hf", "Hg", "K", "La", "Li", "Mg", "Mn", "Mo", "Na", "Nb", "Ni", "P", "Pb", "Rb", "S"),
    *("Sb", "Sc", "Se", "Si", "Sn", "Sr", "Ta", "Th", "Ti", "Tl", "U", "V", "W", "Y", "Zn", "Zr"),
    *("SiO2", "TiO2", "Al2O3", "Fe2O3", "FeOT", "MnO", "MgO", "CaO", "Na2O", "K2O", "P2O5"),
)
# iron as FeO for iron as Fe2O3, by their molar masses
FEO_OF_FE2O3 = 0.8998
MOST_ROWS = 3000


@dataclass(frozen=True)
class Survey:
    """A table of elements.

    Attributes
    ----------
    source
        The file it comes from.
    read
        Returns the table; columns ``class``, ``x``, ``y`` and ``group`` where it has them.
    """

    name: str
    source: Path
    read: Callable[[], pd.DataFrame]

    def table(self) -> pd.DataFrame:
        """Return the table with the columns that are known here alone."""
        found = self.read()
        kept = [name for name in (*ELEMENTS, "class", "x", "y", "group") if name in found]
        return found[kept]


def surveys() -> list[Survey]:
    """Return those that are there."""
    found = [
        *(_survey(name, f"StatDA/{name}.csv", "COUN", "XCOO", "YCOO") for name in KOLA),
        _survey("trondelag_o", "robCompositions/trondelagO.csv", "LITHO", "E32wgs", "N32wgs"),
        _survey("trondelag_c", "robCompositions/trondelagC.csv", "", "E32wgs", "N32wgs"),
        _survey("baltic_top", "mvoutlier/bsstop.csv", "CNo", "XCOO", "YCOO", "_T"),
        _survey("baltic_bottom", "mvoutlier/bssbot.csv", "CNo", "XCOO", "YCOO", "_B"),
        _survey("ogrady", "rgr/ogrady.csv", "Lith", "E", "N"),
        Survey("jura", JURA, lambda: _named(pd.read_csv(JURA), "Rock", "X", "Y")),
        Survey("volcanic_rocks", ROCKS, _rocks),
        Survey("porphyry", PORPHYRY, _porphyry),
    ]
    return [each for each in found if each.source.is_file()]


def _survey(name: str, file: str, target: str, x: str, y: str, ending: str = "") -> Survey:
    path = PACKAGES / file

    def read() -> pd.DataFrame:
        table = pd.read_csv(path, encoding="latin1")
        table.columns = [column.removesuffix(ending) for column in table.columns]
        return _named(table, target, x, y)

    return Survey(name, path, read)


def _named(table: pd.DataFrame, target: str, x: str, y: str) -> pd.DataFrame:
    named = table.rename(columns={target: "class", x: "x", y: "y"})
    if "class" in named:
        named["class"] = "class " + named["class"].astype(str)
    return named


def _rocks() -> pd.DataFrame:
    table = pd.read_csv(ROCKS).rename(columns={"Nombre": "class"})
    return table.sample(MOST_ROWS, random_state=1).sort_index()


def _porphyry() -> pd.DataFrame:
    """Return its three sheets as one table, with the metals of the sheet as its class."""
    sheets = pd.read_excel(PORPHYRY, sheet_name=None, engine="openpyxl").values()
    named = zip(PORPHYRY_CLASSES, sheets, strict=True)
    table = pd.concat([sheet.assign(**{"class": metals}) for metals, sheet in named])
    table["FeOT"] = FEO_OF_FE2O3 * table["TFe2O3"]
    return table.rename(columns={"Deposit": "group"})
