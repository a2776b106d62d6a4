"""The network with the program's default settings beside the usual classifiers, on real sets.

    python -m benchmarks.honest [SET ...] [--rows 3000]

Each set is trained as `main.py run` does with the job that the program proposes, and judged by
five folds: spatial blocks where there are coordinates, whole groups where samples belong together,
stratified folds otherwise. The classifiers of `core.baselines` get the same folds and the same
preparation, and the validation samples besides. The table with 95 % intervals goes to stderr as
Markdown. Sets of more rows are drawn down to `--rows`; sets that are not there are named.

What is held against a bar is the mean macro-F1 of the network over the sets, less that of the
classifier with the highest mean, which may be better by 0.01; and the share of held-out samples
whose prediction set, by thresholds from other folds, holds their class: its exact 95 % interval
must reach the level.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.figures import Figure, at_least, note, show
from benchmarks.honest_sets import HonestSet, honest_sets
from core.baselines.estimators import BASELINES
from core.baselines.judging import baselines_of
from core.baselines.lessons import SurveyLessons
from core.baselines.table import table_of
from core.control import Control
from core.events import Event
from core.judging import judge
from core.model import load_model
from core.parts import load_parts
from core.run import run_job
from core.run_folder import RunFolder

ALLOWANCE = 0.01
SEED = 1
FIGURE = "macro_f1"
NAMES = ("network", *BASELINES)


@dataclass(frozen=True)
class Result:
    """Rows of `core.baselines.table.table_of`, by name, and what evaluation.json says of sets."""

    name: str
    rows: dict[str, dict[str, Any]]
    sets: dict[str, Any] | None = None

    def value(self, who: str) -> float:
        """Return the macro-F1 of the network or a classifier; 0 where it could not be fitted."""
        figures = self.rows[who]["figures"]
        return float(figures[FIGURE]["value"]) if figures else 0.0

    def text(self, who: str) -> str:
        """Return it with its interval."""
        figures = self.rows[who]["figures"]
        if not figures:
            return "–"
        figure = figures[FIGURE]
        if figure["low"] is None:
            return f"{figure['value']:.3f}"
        return f"{figure['value']:.3f} ({figure['low']:.3f}–{figure['high']:.3f})"


def judge_set(wanted: HonestSet, folder: Path) -> Result:
    """Train the proposed network in folds, fit the classifiers in the same, and compare."""
    job = wanted.job(folder)
    run = RunFolder(folder / f"run-{wanted.name}")
    begun = time.perf_counter()
    outcome = run_job(job, run, Control(), _silent)
    seconds = time.perf_counter() - begun
    assert outcome is not None
    parts = load_parts(job, _silent, run)
    network = judge(load_model(run.model_path), parts).held_out
    assert network is not None
    others = list(baselines_of(SurveyLessons(parts), BASELINES, SEED))
    for other in others:
        if other.failed is not None:
            note(f"<!-- {wanted.name}, {other.name}: {other.failed} -->")
        if other.unfinished:
            note(f"<!-- {wanted.name}, {other.name}: not converged in {other.unfinished} folds -->")
    table = table_of(network, others, folds=len(parts.folds), seed=SEED, seconds=seconds)
    told = parts.division.to_values()
    note(f"<!-- {wanted.name}: {told}, {table['units']} units, {seconds:.0f} s -->")
    evaluation = run.evaluation()
    assert evaluation is not None
    return Result(wanted.name, {row["name"]: row for row in table["of"]}, evaluation.get("sets"))


def _silent(event: Event) -> None:
    pass


def measure(names: list[str], rows: int) -> list[Figure]:
    """Go through the sets; note the table."""
    results = []
    note("| set | " + " | ".join(NAMES) + " |")
    note("|---" * (len(NAMES) + 1) + "|")
    with tempfile.TemporaryDirectory() as folder:
        for wanted in honest_sets(rows):
            if names and wanted.name not in names:
                continue
            if not wanted.source.is_file():
                note(f"<!-- {wanted.name} is left out: {wanted.source} is not there -->")
                continue
            found = judge_set(wanted, Path(folder))
            note(f"| {found.name} | " + " | ".join(found.text(who) for who in NAMES) + " |")
            results.append(found)
    return figures_of_results(results)


def figures_of_results(results: list[Result]) -> list[Figure]:
    """Return the means, and by how much the network's keeps its bar; none without a set."""
    if not results:
        return []
    means = {who: float(np.mean([each.value(who) for each in results])) for who in NAMES}
    note("| mean | " + " | ".join(f"{means[who]:.4f}" for who in NAMES) + " |")
    best = max(BASELINES, key=lambda who: means[who])
    figures = [Figure(f"honest.{each.name}", each.value("network"), FIGURE) for each in results]
    figures += [Figure(f"honest.mean.{who}", means[who], FIGURE) for who in NAMES]
    # harder to keep up with, as chance picks another one for each set: only told
    of_each = float(np.mean([max(map(each.value, BASELINES)) for each in results]))
    figures.append(Figure("honest.mean.best_of_each", of_each, FIGURE))
    figures += [_coverage(each.name, each.sets) for each in results if each.sets is not None]
    ahead = means["network"] - (means[best] - ALLOWANCE)
    return [*figures, at_least(f"honest.mean_above_{best}", ahead, FIGURE, 0.0)]


def _coverage(name: str, sets: dict[str, Any]) -> Figure:
    low, high, level = sets["low"], sets["high"], sets["level"]
    note(f"<!-- {name}: sets hold the class of {sets['coverage']:.3f} ({low:.3f}–{high:.3f}) -->")
    return Figure(
        f"honest.coverage.{name}",
        sets["coverage"],
        "share",
        f">= {level:g}, its interval",
        sets["holds"],
    )


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("sets", nargs="*")
    asked.add_argument("--rows", type=int, default=3000)
    given = asked.parse_args()
    sys.exit(show(measure(given.sets, given.rows)))
