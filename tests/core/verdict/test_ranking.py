"""Areas and average precision against scikit-learn, with ties and weights; points of the curves."""

from __future__ import annotations

import numpy as np
import pytest
import sklearn.metrics as oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from core.verdict.ranking import area_and_precision, precision_recall_points, ranked, roc_points


@st.composite
def scored(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores with ties, both kinds of samples, and weights of three resamples, some of them 0."""
    size = draw(st.integers(2, 30))
    score = np.array(draw(st.lists(st.integers(0, 8), min_size=size, max_size=size))) / 8
    flags = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    is_of_class = np.array(flags)
    is_of_class[:2] = True, False
    seed = draw(st.integers(0, 1000))
    weights = np.random.default_rng(seed).integers(0, 4, (3, size)).astype(float)
    weights[:, :2] += 1
    return score, is_of_class, weights


@given(scored())
@settings(max_examples=50)
def test_both_figures_are_scikit_learn_s_under_weights(drawn) -> None:
    score, is_of_class, weights = drawn
    ranking = ranked(score, is_of_class)
    areas, precisions = area_and_precision(ranking, weights[:, ranking.order])
    for row, area, precision in zip(weights, areas, precisions, strict=True):
        assert area == pytest.approx(
            oracle.roc_auc_score(is_of_class, score, sample_weight=row), abs=1e-12
        )
        assert precision == pytest.approx(
            oracle.average_precision_score(is_of_class, score, sample_weight=row), abs=1e-12
        )


@given(scored())
@settings(max_examples=50)
def test_points_are_scikit_learn_s(drawn) -> None:
    score, is_of_class, _ = drawn
    wrong, right, _ = oracle.roc_curve(is_of_class, score, drop_intermediate=False)
    assert np.allclose(roc_points(score, is_of_class), (wrong, right), atol=1e-12)
    precision, recall, _ = oracle.precision_recall_curve(is_of_class, score)
    found = precision_recall_points(score, is_of_class)
    assert np.allclose(found, (recall[::-1], precision[::-1]), atol=1e-12)


def test_a_class_that_weighs_nothing_has_no_figures() -> None:
    ranking = ranked(np.array([0.1, 0.4, 0.4]), np.array([True, False, False]))
    weights = np.array([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]])[:, ranking.order]
    areas, precisions = area_and_precision(ranking, weights)
    assert np.isnan(areas).all()
    assert np.isnan(precisions[0])
    assert precisions[1] == 1.0


def test_a_class_without_a_sample_has_no_figures() -> None:
    ranking = ranked(np.array([0.1, 0.4]), np.array([False, False]))
    assert np.isnan(area_and_precision(ranking, np.ones((2, 2)))).all()
