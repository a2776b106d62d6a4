"""The sets of the honest benchmark, and the figure that it ends in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from benchmarks.honest import NAMES, Result, figures_of_results
from benchmarks.honest_sets import PORPHYRY, honest_sets


def result(name: str, *values: float | None) -> Result:
    """Return macro-F1 of the network and of the classifiers; None for one that failed."""
    rows: dict[str, dict[str, Any]] = {}
    for who, value in zip(NAMES, values, strict=True):
        found = {"macro_f1": {"value": value, "low": None, "high": None}}
        rows[who] = {"figures": {} if value is None else found}
    return Result(name, rows)


def test_the_network_is_held_against_the_highest_mean() -> None:
    first = result("first", 0.80, 0.1, 0.5, 0.6, 0.90, 0.7, None)
    second = result("second", 0.60, 0.1, 0.5, 0.7, 0.52, 0.7, 0.65)
    figures = {figure.name: figure for figure in figures_of_results([first, second])}
    assert figures["honest.first"].value == 0.80
    assert figures["honest.mean.network"].value == pytest.approx(0.70)
    assert figures["honest.mean.mlp"].value == pytest.approx(0.325)
    assert figures["honest.mean.best_of_each"].value == pytest.approx(0.80)
    held = figures["honest.mean_above_forest"]
    assert held.value == pytest.approx(0.70 - (0.71 - 0.01), abs=1e-12)
    assert held.bar == ">= 0"


@pytest.mark.parametrize(("network", "holds"), [(0.695, True), (0.685, False)])
def test_a_hundredth_may_be_missing(network: float, holds: bool) -> None:
    figures = figures_of_results([result("only", network, 0.1, 0.1, 0.7, 0.1, 0.1, 0.1)])
    assert figures[-1].name == "honest.mean_above_logistic"
    assert figures[-1].holds is holds


def test_without_a_set_there_is_no_figure() -> None:
    assert figures_of_results([]) == []


def test_samples_of_a_deposit_stay_together(tmp_path: Path) -> None:
    if not PORPHYRY.is_file():
        pytest.skip(f"{PORPHYRY} is not there")
    wanted = next(each for each in honest_sets(3000) if each.name == "porphyry")
    job = wanted.job(tmp_path)
    assert job.data.group == "Deposit"
    assert job.judging.protocol == "groups"
    assert "Deposit" not in job.data.features
    assert len(job.data.features) == 34
    table = pd.read_csv(job.data.table)
    assert table["Metals"].value_counts().to_dict() == {
        "intermediate": 111,
        "Cu-Mo": 67,
        "Cu-Au": 56,
    }


def test_large_sets_are_drawn_down_alike_each_time(tmp_path: Path) -> None:
    wanted = next(each for each in honest_sets(50) if each.name == "cancer1")
    if not wanted.source.is_file():
        pytest.skip(f"{wanted.source} is not there")
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    drawn = wanted.table(first).read_bytes()
    assert drawn == wanted.table(second).read_bytes()
    assert drawn.count(b"\n") == 51
