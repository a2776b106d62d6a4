"""Real sets on which honest judging is measured, as they lie beside the project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.proben1_data import FOLDER as PROBEN1
from benchmarks.proben1_data import read_problem
from core.job import Job, Judging
from core.proposing_job import propose_job

GEOCHEMISTRY = PROBEN1.parent / "geochemistry"
KOLA = GEOCHEMISTRY / "r_packages" / "StatDA" / "chorizon.csv"
JURA = GEOCHEMISTRY / "r_packages" / "compositions" / "juraset.csv"
ROCKS = GEOCHEMISTRY / "rocks" / "manual_python_geologia" / "rocas.csv"
PORPHYRY = GEOCHEMISTRY / "rocks" / "porphyry_whole_rock" / "DATA.xlsx"
FOLDS = 5
# its sheets, by the metals of their deposits
PORPHYRY_CLASSES = ("Cu-Au", "intermediate", "Cu-Mo")
PROBLEMS = ("cancer1", "diabetes1", "glass1", "heart1", "card1", "horse1", "soybean1", "thyroid1")


@dataclass(frozen=True)
class HonestSet:
    """A table with classes, and how it is judged.

    Attributes
    ----------
    source
        The file it comes from.
    table
        Returns the table to be read; may write it into the folder it is given.
    group
        Column of samples that belong together, "" for none.
    """

    name: str
    source: Path
    table: Callable[[Path], Path]
    target: str
    judging: Judging
    group: str = ""

    def job(self, folder: Path) -> Job:
        """Return the job that the program proposes for the table, judged as said here."""
        job = propose_job(str(self.table(folder)), target=self.target)
        if not self.group:
            return job.model_copy(update={"judging": self.judging})
        features = tuple(name for name in job.data.features if name != self.group)
        data = job.data.model_copy(update={"group": self.group, "features": features})
        return job.model_copy(update={"data": data, "judging": self.judging})


def honest_sets(most_rows: int) -> list[HonestSet]:
    """Return all sets, whether they are there or not; larger ones with so many rows at random."""
    blocks = Judging(protocol="blocks", folds=FOLDS)
    groups = Judging(protocol="groups", folds=FOLDS)
    folds = Judging(protocol="folds", folds=FOLDS)
    return [
        HonestSet("kola_lithology", KOLA, lambda folder: KOLA, "LITO", blocks),
        HonestSet("kola_country", KOLA, lambda folder: KOLA, "COUN", blocks),
        HonestSet("jura_rock", JURA, lambda folder: JURA, "Rock", blocks),
        HonestSet("jura_land", JURA, lambda folder: JURA, "Land", blocks),
        HonestSet("porphyry", PORPHYRY, _porphyry, "Metals", groups, group="Deposit"),
        HonestSet(
            "volcanic_rocks", ROCKS, lambda folder: _rocks(folder, most_rows), "Nombre", folds
        ),
        *(_proben1(name, folds, most_rows) for name in PROBLEMS),
    ]


def _proben1(name: str, judging: Judging, most_rows: int) -> HonestSet:
    source = PROBEN1 / name.rstrip("0123456789") / f"{name}.dt.gz"
    return HonestSet(name, source, lambda to: _problem(name, to, most_rows), "class", judging)


def _porphyry(folder: Path) -> Path:
    """Write the three sheets as one table, with the metals of the sheet as its class."""
    sheets = pd.read_excel(PORPHYRY, sheet_name=None, engine="openpyxl").values()
    tables = [
        sheet.assign(Metals=metals) for metals, sheet in zip(PORPHYRY_CLASSES, sheets, strict=True)
    ]
    return _written(pd.concat(tables), folder / "porphyry.csv")


def _rocks(folder: Path, most_rows: int) -> Path:
    return _written(_some(pd.read_csv(ROCKS), most_rows), folder / "volcanic_rocks.csv")


def _problem(name: str, folder: Path, most_rows: int) -> Path:
    """Write all three parts of a PROBEN1 problem as one table."""
    problem = read_problem(name)
    parts = (problem.training, problem.validation, problem.test)
    inputs = np.vstack([part.inputs for part in parts])
    codes = np.vstack([part.targets for part in parts]).argmax(axis=1)
    table = pd.DataFrame(inputs, columns=[f"input {n + 1}" for n in range(inputs.shape[1])])
    table["class"] = [f"class {code + 1}" for code in codes]
    return _written(_some(table, most_rows), folder / f"{name}.csv")


def _some(table: pd.DataFrame, most: int) -> pd.DataFrame:
    return table if len(table) <= most else table.sample(most, random_state=1).sort_index()


def _written(table: pd.DataFrame, path: Path) -> Path:
    table.to_csv(path, index=False)
    return path
