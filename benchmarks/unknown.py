"""How many cells of other surveys are marked unknown, and of files of the own one.

    python -m benchmarks.unknown [SURVEY ...]

Each survey with known classes is learned from as the program proposes, by the elements that it
shares with the other one: three or more, known in most samples of both. All rows of the other are
then a file to classify, marked by themselves and as a whole, as `main.py predict` does. No network
is trained, since none has a say in it.

Files of the own survey are five parts of it in turn, of whole groups or areas scattered over it;
the rest is learned from. Two divisions by chance.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.figures import Figure, at_least, at_most, note, show
from benchmarks.unknown_surveys import ELEMENTS, Survey, surveys
from core.events import Event
from core.loading import read_source
from core.parts import load_parts
from core.preparing.compiled import prepared_samples
from core.proposing_job import propose_job
from core.run_folder import RunFolder
from core.uncertainty.run_unlike import unlike_of_run
from core.uncertainty.survey import AsAWhole, areas_of
from datasets.assembling import feature_matrix

FEWEST_ELEMENTS = 3
PARTS = 5
DIVISIONS = 2
MOST_OF_THE_OWN = 0.05
LEAST_OF_ANOTHER = 0.9
SEED = 1


@dataclass(frozen=True)
class Marked:
    """How many rows of a file are marked.

    Attributes
    ----------
    rows
        In the file.
    alone
        Marked by themselves.
    whole
        The file as a whole; None where it could not be compared.
    """

    rows: int
    alone: int
    whole: AsAWhole | None

    @property
    def marked(self) -> int:
        return self.rows if self.whole is not None and self.whole.is_unlike else self.alone


def mark(own: pd.DataFrame, other: pd.DataFrame, folder: Path) -> Marked:
    """Learn from one table with known classes and mark the rows of another."""
    learned, file = folder / "own.csv", folder / "other.csv"
    own.to_csv(learned, index=False)
    other.to_csv(file, index=False)
    job = propose_job(str(learned), target="class")
    features = tuple(name for name in job.data.features if name in ELEMENTS)
    data = job.data.model_copy(update={"features": features})
    judging = job.judging
    if "group" in own:
        data = data.model_copy(update={"group": "group"})
        judging = judging.model_copy(update={"protocol": "groups", "folds": PARTS})
    job = job.model_copy(update={"data": data, "judging": judging})
    parts = load_parts(job, _silent, RunFolder(folder / "run"))
    found = unlike_of_run(parts, job.judging.unknown, SEED)
    assert found is not None
    values, censored, _ = feature_matrix(
        read_source(str(file), job.data.reading), features, parts.dataset.feature_units
    )
    inputs = prepared_samples(parts.folds[0].preparation, values, censored)
    scores = found.rule.scores(inputs)
    return Marked(len(inputs), int((scores > 1).sum()), found.rule.of_file(inputs))


def shared_elements(first: pd.DataFrame, second: pd.DataFrame) -> list[str]:
    """Return the elements that most samples of both tables have."""
    names = [name for name in ELEMENTS if name in first and name in second]
    return [
        name
        for name in names
        if min(
            pd.to_numeric(each[name], errors="coerce").notna().mean() for each in (first, second)
        )
        > 0.5
    ]


def measure(names: list[str]) -> list[Figure]:
    """Go through all pairs, and the surveys by themselves."""
    found = surveys()
    if not found:
        note("No survey is there beside the project.")
        return []
    chosen = [each for each in found if not names or each.name in names]
    with tempfile.TemporaryDirectory() as folder:
        own = _own_surveys(chosen, Path(folder))
        others = _others(chosen, found, Path(folder))
    return [*own, *others]


def _others(chosen: list[Survey], found: list[Survey], folder: Path) -> list[Figure]:
    """Return the share of each other survey that is marked, and of all together."""
    counts = {
        f"{own.name}.{other.name}": counted
        for own in chosen
        for other in found
        if own is not other and (counted := _pair(own, other, folder)) is not None
    }
    if not counts:
        return []
    together = tuple(map(sum, zip(*counts.values(), strict=True)))
    return [
        at_least(f"unknown.{name}", marked / rows, "share", LEAST_OF_ANOTHER)
        for name, (marked, rows) in {**counts, "all.other": together}.items()
    ]


def _pair(own: Survey, other: Survey, folder: Path) -> tuple[int, int] | None:
    """Return how many rows of another survey are marked, and how many there are; None where the
    two have too little in common.
    """
    first, second = own.table(), other.table()
    names = shared_elements(first, second)
    if "class" not in first or len(names) < FEWEST_ELEMENTS:
        return None
    kept = [name for name in ("class", "x", "y", "group") if name in first]
    found = mark(first[[*names, *kept]], second[names], folder)
    _tell(f"{own.name} → {other.name}, {len(names)} elements", found)
    return found.marked, found.rows


def _own_surveys(chosen: list[Survey], folder: Path) -> list[Figure]:
    """Return the share of each survey that is marked, and of all together."""
    counts = {each.name: _own(each, folder) for each in chosen if "class" in each.table()}
    if not counts:
        return []
    together = tuple(map(sum, zip(*counts.values(), strict=True)))
    return [
        at_most(f"unknown.{name}.own", marked / rows, "share", MOST_OF_THE_OWN)
        for name, (marked, rows) in {**counts, "all": together}.items()
    ]


def _own(survey: Survey, folder: Path) -> tuple[int, int]:
    """Return how many rows of parts of a survey are marked, and how many there are."""
    table = survey.table()
    rows = marked = 0
    for division in range(DIVISIONS):
        part = _scattered(table, division)
        for number in range(PARTS):
            held_out = table[part == number]
            found = mark(table[part != number], held_out, folder)
            _tell(f"{survey.name}, part {number + 1} of division {division + 1}", found)
            rows, marked = rows + found.rows, marked + found.marked
    return marked, rows


def _scattered(table: pd.DataFrame, seed: int) -> np.ndarray:
    """Return the part of each row: whole groups, whole areas, or rows."""
    units = np.arange(len(table))
    if "x" in table:
        units = areas_of(table[["x", "y"]].to_numpy(np.float64))
    elif "group" in table:
        units = pd.factorize(table["group"])[0]
    _, place = np.unique(units, return_inverse=True)
    order = np.random.default_rng([SEED, seed]).permutation(place.max() + 1)
    parts: np.ndarray = (order % PARTS)[place]
    return parts


def _tell(what: str, found: Marked) -> None:
    whole = "not compared"
    if found.whole is not None:
        whole = f"{found.whole.distance:.3g} / {found.whole.threshold:.3g}"
    note(f"{what}: {found.alone} of {found.rows} rows by themselves; as a whole {whole}")


def _silent(event: Event) -> None:
    pass


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("surveys", nargs="*")
    sys.exit(show(measure(asked.parse_args().surveys)))
