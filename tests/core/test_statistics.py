"""Statistics and plot figures of one element, against scipy."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
import scipy.stats as st
from hypothesis import assume, given
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays

from core.distributions import (
    MOST_BINS,
    MOST_POINTS,
    bin_edges,
    box_of,
    counts_in,
    cumulative,
    normal_scores,
    shares,
    thinned,
)
from core.events import Failed, Finished
from core.statistics import MAD_FACTOR, Figures, Statistics, counted, describe, figures
from tests.core.small_runs import command, on_terminal

amounts = arrays(
    np.float64,
    some.integers(3, 60),
    elements=some.floats(1e-6, 1e6, allow_nan=False),
)


def lognormal(number: int = 400, seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).lognormal(2.0, 0.9, number)


# --- figures ---------------------------------------------------------------------------


def check_figures(found: Figures, values: np.ndarray) -> None:
    expected = np.quantile(values, (0, 0.25, 0.5, 0.75, 1))
    quantiles = (found.minimum, found.lower, found.median, found.upper, found.maximum)
    assert quantiles == pytest.approx(expected, rel=1e-12)
    assert found.mean == pytest.approx(st.tmean(values), rel=1e-12)
    assert found.sd == pytest.approx(st.tstd(values), rel=1e-10)
    mad = st.median_abs_deviation(values, scale=1 / MAD_FACTOR)
    assert found.mad == pytest.approx(mad, rel=1e-12)
    assert found.skewness == pytest.approx(st.skew(values, bias=False), rel=1e-9)


def test_figures_of_values_and_of_their_logarithms_are_scipy_s() -> None:
    values = lognormal()
    found = describe(values)
    check_figures(found.plain, values)
    check_figures(found.log, np.log10(values))
    assert found.geometric_mean == pytest.approx(st.gmean(values), rel=1e-12)
    assert found.plain.variation == pytest.approx(st.variation(values, ddof=1), rel=1e-10)


def test_the_factor_makes_mad_a_standard_deviation() -> None:
    assert pytest.approx(1 / st.norm.ppf(0.75), rel=1e-5) == MAD_FACTOR


@given(amounts)
def test_skewness_and_sd_are_scipy_s_for_any_values(values: np.ndarray) -> None:
    # of values nearly equal scipy itself says that it cannot be sure
    assume(np.ptp(values) > 1e-6 * values.max())
    found = figures(values)
    assert found.sd == pytest.approx(st.tstd(values), rel=1e-6)
    assert found.skewness == pytest.approx(st.skew(values, bias=False), rel=1e-5, abs=1e-6)


def test_skewness_neither_overflows_nor_vanishes() -> None:
    shape = np.array([1.0, 2.0, 3.0, 10.0])
    expected = st.skew(shape, bias=False)
    for unit in (1e-130, 1.0, 1e130):
        assert figures(shape * unit).skewness == pytest.approx(expected, rel=1e-9)


def test_few_or_equal_values_have_no_skewness() -> None:
    assert math.isnan(figures(np.array([1.0, 2.0])).skewness)
    assert math.isnan(figures(np.full(9, 0.1)).skewness)
    assert math.isnan(figures(np.array([5.0])).sd)
    assert all(math.isnan(getattr(figures(np.empty(0)), each.name)) for each in fields(Figures))


# --- counting --------------------------------------------------------------------------


def test_cells_are_counted_by_what_is_known_of_them() -> None:
    values = np.array([5.0, 2.0, np.nan, 10.0, 100.0, 5.0, 0.0])
    below = np.array([True, True, False, False, False, True, False])
    above = np.array([False, False, False, False, True, False, False])
    found = describe(values, below, above)
    assert (found.rows, found.count, found.missing) == (7, 6, 1)
    assert (found.below, found.above, found.not_positive) == (3, 1, 1)
    assert (found.lowest_limit, found.highest_limit, found.limits) == (2.0, 5.0, 2)
    assert found.censored_share == pytest.approx(4 / 6)
    assert found.plain.minimum == 0.0
    assert found.log.minimum == pytest.approx(0.0)
    assert found.plain.maximum == 100.0


@pytest.mark.parametrize(("rule", "share"), [("half", 0.5), ("root2", 0.5**0.5), ("limit", 1.0)])
def test_a_value_below_its_limit_counts_as_the_rule_says(rule, share) -> None:
    values, below = np.array([4.0, 8.0]), np.array([True, False])
    assert counted(values, below, rule) == pytest.approx([4 * share, 8.0])
    assert describe(values, below, None, rule).plain.minimum == pytest.approx(4 * share)
    assert values[0] == 4.0


def test_a_column_without_values_is_described() -> None:
    found = describe(np.full(4, np.nan))
    assert (found.count, found.missing, found.censored_share) == (0, 4, 0.0)
    assert math.isnan(found.geometric_mean)


def test_statistics_survive_json() -> None:
    for values in (lognormal(), np.full(4, np.nan)):
        found = describe(values)
        text = json.dumps(found.as_values(), allow_nan=False)
        again = Statistics.from_values(json.loads(text))
        assert repr(again) == repr(found)


# --- what plots are drawn from ------------------------------------------------------------


def test_bins_are_those_of_freedman_and_diaconis() -> None:
    values = np.random.default_rng(1).normal(size=2000)
    assert bin_edges(values) == pytest.approx(np.histogram_bin_edges(values, "fd"))


@given(arrays(np.float64, some.integers(1, 80), elements=some.floats(-1e9, 1e9)))
def test_every_value_lies_in_a_bin(values: np.ndarray) -> None:
    edges = bin_edges(values)
    assert (np.diff(edges) > 0).all()
    assert len(edges) - 1 <= MOST_BINS
    assert (counts_in(np.sort(values), edges) == np.histogram(values, edges)[0]).all()
    assert counts_in(np.sort(values), edges).sum() == len(values)


def test_quartiles_that_hardly_differ_ask_for_the_most_bins() -> None:
    values = np.r_[-np.ones(11), -2e-313, np.zeros(33)]
    assert len(bin_edges(values)) - 1 == MOST_BINS


def test_half_equal_values_and_far_outliers_still_give_bins() -> None:
    equal = np.r_[np.full(90, 0.5), np.linspace(1, 2, 10)]
    assert len(bin_edges(equal)) - 1 == math.ceil(1 + math.log2(100))
    assert len(bin_edges(np.r_[lognormal(), 1e9])) - 1 == MOST_BINS


def test_the_box_is_tukey_s() -> None:
    box = box_of(np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 9, 30]))
    assert box is not None
    # quartiles 3.25 and 7.75, so fences at 3.25 - 6.75 and 7.75 + 6.75
    assert (box.lower, box.median, box.upper) == (3.25, 5.5, 7.75)
    assert (box.low_fence, box.high_fence) == (-3.5, 14.5)
    assert (box.low_whisker, box.high_whisker) == (1.0, 9.0)
    assert box_of(np.empty(0)) is None


@given(amounts)
def test_whiskers_are_values_within_the_fences_or_quartiles(values: np.ndarray) -> None:
    box = box_of(np.sort(values))
    assert box is not None
    assert box.low_fence <= box.low_whisker <= box.lower <= box.upper <= box.high_whisker
    assert box.high_whisker <= box.high_fence


def test_places_become_shares_and_normal_scores() -> None:
    places = np.arange(5)
    assert cumulative(places, 5) == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    expected = st.norm.ppf((np.arange(1, 6) - 0.5) / 5)
    assert normal_scores(shares(places, 5)) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("number", [0, 1, MOST_POINTS, MOST_POINTS + 1, 22_400, 1_000_000])
def test_thinned_places_keep_both_tails(number: int) -> None:
    places = thinned(number)
    assert len(places) <= MOST_POINTS
    assert (np.diff(places) > 0).all()
    assert set(range(min(100, number))) <= set(places.tolist())
    assert set(range(max(0, number - 100), number)) <= set(places.tolist())


# --- the verb --------------------------------------------------------------------------

TEXT = "E,N,Cu_ppm,Au_ppb,rock\n" + "".join(
    f"{500_000 + 10 * n},{4_000_000 + 10 * n % 70},{value:.3f},{'<1' if n % 4 == 0 else n},a\n"
    for n, value in enumerate(lognormal(60))
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_verb_writes_a_row_for_each_element(tmp_path: Path, table: Path) -> None:
    out = tmp_path / "statistics.csv"
    code, events = command("statistics", table, "--out", out, "--log")
    assert code == 0
    assert isinstance(events[-1], Finished)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["column"]: row for row in csv.DictReader(file)}
    assert list(rows) == ["Cu_ppm", "Au_ppb"]
    copper, gold = rows["Cu_ppm"], rows["Au_ppb"]
    values = np.round(lognormal(60), 3)
    assert float(copper["median"]) == pytest.approx(np.median(values))
    assert float(copper["log10_sd"]) == pytest.approx(np.log10(values).std(ddof=1))
    assert (copper["element"], copper["unit"], copper["count"]) == ("Cu", "ppm", "60")
    assert (gold["below"], gold["censored_as"], gold["minimum"]) == ("15", "limit/2", "0.5")


def test_the_verb_takes_named_columns_and_another_rule(table: Path) -> None:
    code, events = command("statistics", table, "--column", "Au_ppb", "--censored", "limit")
    assert code == 0
    assert isinstance(events[-1], Finished)
    (row,) = events[-1].values["statistics"]
    assert (row["column"], row["minimum"], row["censored_as"]) == ("Au_ppb", 1.0, "limit")
    assert "counts as limit" in str(events[-1].message)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--column", "rock"), "holds text"),
        (("--column", "Cu"), "no column “Cu”"),
        (("--out", "/proc/none/s.csv"), "cannot be written"),
    ],
)
def test_what_cannot_be_described_is_refused_in_a_sentence(table, words, sentence) -> None:
    code, events = command("statistics", table, *words)
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert sentence in str(events[-1].message)


def test_statistics_are_printed(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on_terminal("statistics", table, "--log") == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("Cu_ppm") and "60" in line for line in lines)
    assert "log10" in lines
    assert "limit/2" in lines[-1]
