"""Correlations against scipy, with gaps, and the order of a dendrogram."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import scipy.cluster.hierarchy as hierarchy
import scipy.stats as st
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays
from scipy.spatial.distance import squareform

from core import correlations
from core.correlations import (
    DOMAINS,
    METHODS,
    Correlations,
    clustered_order,
    correlate,
    in_domain,
    ranks,
)
from core.events import Failed, Finished, TaskProgress
from tests.core.small_runs import command, write_table

ORACLES = {"pearson": st.pearsonr, "spearman": st.spearmanr}


def elements(rows: int = 300, gaps: float = 0.0, seed: int = 5) -> np.ndarray:
    """Six elements in two families, lognormal, some equal values, some missing."""
    rng = np.random.default_rng(seed)
    families = rng.normal(size=(rows, 2))
    logs = np.repeat(families, 3, axis=1) + 0.7 * rng.normal(size=(rows, 6))
    values = np.round(np.exp(logs), 1) + 0.1
    values[rng.random(values.shape) < gaps] = np.nan
    return values


def found(values: np.ndarray, method: str = "pearson", domain: str = "raw") -> Correlations:
    names = tuple("ABCDEFGH"[: values.shape[1]])
    return correlate(names, values, method, domain)  # type: ignore[arg-type]


@pytest.mark.parametrize("gaps", [0.0, 0.2])
@pytest.mark.parametrize("domain", ["raw", "log"])
@pytest.mark.parametrize("method", METHODS)
def test_every_pair_is_scipy_s_over_the_samples_that_have_both(method, domain, gaps) -> None:
    values = elements(gaps=gaps)
    result = found(values, method, domain)
    taken = np.log10(values) if domain == "log" else values
    for one in range(6):
        for other in range(one):
            both = np.isfinite(taken[:, [one, other]]).all(axis=1)
            expected = ORACLES[method](taken[both, one], taken[both, other]).statistic
            assert result.r[one, other] == pytest.approx(expected, abs=1e-12)
            assert result.r[other, one] == result.r[one, other]
            assert result.number[one, other] == both.sum()
    assert (np.diagonal(result.r) == 1.0).all()


def test_blocks_of_rows_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    values = elements(gaps=0.1)
    whole = found(values)
    monkeypatch.setattr(correlations, "BLOCK", 37)
    assert found(values).r == pytest.approx(whole.r, abs=1e-13)


def test_numbers_far_from_zero_keep_their_digits() -> None:
    values = elements()[:, :2]
    expected = st.pearsonr(values[:, 0], values[:, 1]).statistic
    shifted = found(values + 1e7)
    assert shifted.r[0, 1] == pytest.approx(expected, abs=1e-7)


def test_log_ratios_leave_out_what_lacks_a_part_and_forget_units() -> None:
    values = elements()
    values[3, 1], values[9, 2] = np.nan, 0.0
    result = found(values, domain="clr")
    kept = np.delete(values, [3, 9], axis=0)
    ratios = np.log(kept / st.gmean(kept, axis=1)[:, None])
    assert result.r == pytest.approx(np.corrcoef(ratios.T), abs=1e-12)
    assert result.left_out == 2
    in_other_units = values * [1, 1000, 1e-4, 1, 1, 10]
    assert found(in_other_units, domain="clr").r == pytest.approx(result.r, abs=1e-11)


def test_constant_and_nearly_empty_elements_have_no_correlation() -> None:
    values = elements(50)
    values[:, 0] = 0.1
    values[2:, 1] = np.nan
    for method in METHODS:
        result = found(values, method)
        assert np.isnan(result.r[0]).all()
        assert np.isnan(result.r[1]).all()
        assert np.isfinite(result.r[2:, 2:]).all()
    assert np.isnan(found(np.full((5, 2), np.nan)).r).all()


def test_values_that_have_no_logarithm_count_as_missing() -> None:
    values = elements(40)[:, :2]
    values[:4, 0] = [0.0, -1.0, np.nan, 2.0]
    assert found(values, domain="log").number[0, 1] == 37
    assert in_domain(values, "raw")[0] is values


@given(arrays(np.float64, some.integers(1, 50), elements=some.integers(0, 8).map(float)))
def test_ranks_are_scipy_s(values: np.ndarray) -> None:
    assert ranks(values) == pytest.approx(st.rankdata(values))


@given(
    arrays(
        np.float64,
        some.tuples(some.integers(1, 30), some.integers(1, 5)),
        elements=some.one_of(some.just(np.nan), some.floats(-1e6, 1e6)),
    ),
    some.sampled_from(METHODS),
    some.sampled_from(DOMAINS),
)
def test_correlations_are_symmetric_and_within_one(values, method, domain) -> None:
    result = found(values, method, domain)
    known = result.r[np.isfinite(result.r)]
    assert (np.abs(known) <= 1).all()
    assert np.array_equal(result.r, result.r.T, equal_nan=True)


# --- order -----------------------------------------------------------------------------


def clusters_of(order: list[int], tree: np.ndarray) -> bool:
    """Whether every cluster of scipy's tree lies together in an order."""
    members = {number: {number} for number in range(len(order))}
    for step, (one, other, *_) in enumerate(tree):
        members[len(order) + step] = members[int(one)] | members[int(other)]
    places = {element: place for place, element in enumerate(order)}
    spans = [[places[element] for element in group] for group in members.values()]
    return all(max(span) - min(span) == len(span) - 1 for span in spans)


@given(some.integers(0, 10_000), some.integers(2, 9))
def test_the_clusters_of_scipy_lie_together(seed: int, k: int) -> None:
    r = np.asarray(np.corrcoef(np.random.default_rng(seed).normal(size=(k, 12))))
    tree = hierarchy.average(squareform(1 - r, checks=False))
    order = clustered_order(r)
    assert sorted(order) == list(range(k))
    assert clusters_of(order, tree)


def test_families_are_put_together() -> None:
    shuffled = elements()[:, [0, 3, 1, 4, 2, 5]]
    order = clustered_order(found(shuffled, domain="log").r)
    family = [place % 2 for place in order]
    assert family in ([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])


def test_unknown_correlations_still_give_an_order() -> None:
    assert sorted(clustered_order(np.full((4, 4), np.nan))) == [0, 1, 2, 3]
    assert clustered_order(np.ones((1, 1))) == [0]
    assert clustered_order(np.ones((0, 0))) == []


# --- events and verbs --------------------------------------------------------------------


def test_correlations_survive_json() -> None:
    values = elements(30)
    values[:, 2] = 1.0
    result = found(values)
    text = json.dumps(result.as_values(), allow_nan=False)
    again = Correlations.from_values(json.loads(text))
    assert np.array_equal(again.r, result.r, equal_nan=True)
    assert again.number.tolist() == result.number.tolist()


@pytest.mark.parametrize("method", METHODS)
def test_the_verb_writes_the_matrix(tmp_path: Path, method: str) -> None:
    table, out = write_table(tmp_path / "survey.csv"), tmp_path / "r.csv"
    words = ("--method", method, "--on", "log", "--out", out)
    code, _events = command("correlations", table, *words)
    assert code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [line.split(",") for line in table.read_text().splitlines()[1:]]
    values = np.log10(np.array(lines)[:, 2:5].astype(float))
    expected = ORACLES[method](values[:, 0], values[:, 2]).statistic
    assert [row["column"] for row in rows] == ["Cu", "Zn", "Pb"]
    assert float(rows[0]["Pb"]) == pytest.approx(expected)
    assert float(rows[2]["Cu"]) == float(rows[0]["Pb"])


def test_log_ratios_of_nothing_are_refused(tmp_path: Path) -> None:
    table = tmp_path / "gaps.csv"
    table.write_text("E,N,Cu,Zn\n1,2,3,\n2,3,,4\n3,1,5,\n4,4,,2\n")
    code, events = command("correlations", table, "--on", "clr", "--column", "Cu", "--column", "Zn")
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert "No sample" in str(events[-1].message)


def test_the_window_asks_by_number_of_column(tmp_path: Path) -> None:
    table = write_table(tmp_path / "survey.csv")
    described = command("columns", table, "--cache", tmp_path / "cache")[1][-1]
    assert isinstance(described, Finished)
    words = ("--arrow", described.values["arrow"], "--numbers", "2,4")
    code, events = command("correlations", table, "--method", "spearman", "--on", "raw", *words)
    assert code == 0
    assert isinstance(events[-1], Finished)
    assert any(isinstance(event, TaskProgress) for event in events)
    lines = [line.split(",") for line in table.read_text().splitlines()[1:]]
    values = np.array(lines)[:, [2, 4]].astype(float)
    expected = st.spearmanr(values[:, 0], values[:, 1]).statistic
    assert Correlations.from_values(events[-1].values).r[0, 1] == pytest.approx(expected)
    code, events = command("statistics", table, *words)
    assert code == 0
    assert isinstance(events[-1], Finished)
    medians = [each["plain"]["median"] for each in events[-1].values["statistics"]]
    assert medians == pytest.approx(np.median(values, axis=0))
