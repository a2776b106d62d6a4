"""Concentration–area: power laws are found again, and the search is as good as trying all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.thresholds.concentration_area import FEWEST_POINTS, area_points, fit_segments
from core.thresholds.finding import threshold_of
from core.thresholds.settings import ThresholdSettings
from datasets.messages import InputError


def power_law(breaks: list[float], slopes: list[float], most: int = 50_000) -> np.ndarray:
    """Values of which N(≥ ν) falls as ν^slope piece by piece, from ν = 1 and N = `most` on."""
    levels = np.geomspace(1, 1000, 4000)
    logs = np.zeros(len(levels))
    for low, high, slope in zip([1.0, *breaks], [*breaks, 1000.0], slopes, strict=True):
        logs += slope * (np.log10(np.clip(levels, low, high)) - np.log10(low))
    counts = np.ceil(most * 10**logs).astype(int)
    return np.repeat(levels, np.append(counts[:-1] - counts[1:], counts[-1]))


def test_points_count_values_as_high_or_higher() -> None:
    values, counts = area_points(np.array([1.0, 1, 2, 4, 4, 8]))
    assert values.tolist() == [1, 2, 4, 8]
    assert counts.tolist() == [6, 4, 3, 1]


@given(st.lists(st.floats(1e-3, 1e5), min_size=1, max_size=300))
def test_points_lie_on_the_staircase(values: list[float]) -> None:
    ordered = np.sort(values)
    levels, counts = area_points(ordered)
    assert (np.diff(levels) > 0).all()
    assert levels[0] == ordered[0]
    assert levels[-1] == ordered[-1]
    assert counts.tolist() == [np.count_nonzero(ordered >= level) for level in levels]


@pytest.mark.parametrize(
    ("breaks", "slopes"),
    [([20.0], [-0.3, -2.0]), ([8.0, 90.0], [-0.2, -1.1, -3.0])],
)
def test_a_power_law_is_found_again(breaks: list[float], slopes: list[float]) -> None:
    ordered = power_law(breaks, slopes)
    curve = fit_segments(*area_points(ordered), len(slopes))
    assert curve.breaks == pytest.approx(breaks, rel=0.1)
    assert [line.slope for line in curve.lines] == pytest.approx(slopes, rel=0.1)
    settings = ThresholdSettings(method="ca", pieces=str(len(slopes)), boundary=len(breaks))  # type: ignore[arg-type]
    assert threshold_of(ordered, settings).value == curve.breaks[-1]


@pytest.mark.parametrize("pieces", [2, 3, 4])
def test_the_search_is_as_good_as_trying_all(pieces: int) -> None:
    ordered = np.sort(np.random.default_rng(pieces).lognormal(2, 1, 22))
    values, counts = area_points(ordered)
    x, y = np.log10(values), np.log10(counts)

    def squares(first: int, last: int) -> float:
        design = np.column_stack((np.ones(last - first), x[first:last]))
        fitted = np.linalg.lstsq(design, y[first:last], rcond=None)[0]
        return float(np.sum((design @ fitted - y[first:last]) ** 2))

    best = min(
        sum(squares(first, last) for first, last in pairwise((0, *ends, len(x))))
        for ends in product(range(len(x)), repeat=pieces - 1)
        if min(np.diff((0, *ends, len(x)))) >= FEWEST_POINTS
    )
    assert fit_segments(values, counts, pieces).error == pytest.approx(best, rel=1e-6, abs=1e-12)


def test_breaks_that_a_person_chose_stay_and_the_lines_are_fitted_anew() -> None:
    values, counts = area_points(np.sort(np.random.default_rng(1).lognormal(2, 1, 3000)))
    curve = fit_segments(values, counts, 4, (5.0, 30.0))
    assert curve.breaks == (5.0, 30.0)
    inner = (values >= 5) & (values < 30)
    slope, intercept = np.polyfit(np.log10(values[inner]), np.log10(counts[inner]), 1)
    assert curve.lines[1].slope == pytest.approx(slope)
    assert curve.lines[1].intercept == pytest.approx(intercept)
    assert (curve.lines[1].low, curve.lines[1].high) == (5.0, 30.0)
    assert curve.error > fit_segments(values, counts, 3).error


def test_breaks_without_points_beside_them_are_refused() -> None:
    values, counts = area_points(np.arange(1.0, 40.0))
    with pytest.raises(InputError, match="leaves fewer than 2 points beside it"):
        fit_segments(values, counts, 3, (10.0, 10.5))


def test_too_few_values_for_so_many_pieces() -> None:
    with pytest.raises(InputError, match="with 4 pieces; choose fewer pieces"):
        fit_segments(*area_points(np.arange(1.0, 12.0)), 4)


def test_another_unit_moves_the_breaks_with_it() -> None:
    ordered = power_law([20.0], [-0.3, -2.0])
    one, other = (fit_segments(*area_points(v), 2) for v in (ordered, ordered * 1000))
    assert other.breaks[0] == pytest.approx(one.breaks[0] * 1000)
    assert other.lines[1].slope == pytest.approx(one.lines[1].slope)
