"""Figures of a judgement against scipy and scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from core.cnn.scores import class_scores, scores, wilson_interval


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 70_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_that_of_scipy(counts: tuple[int, int]) -> None:
    correct, samples = counts
    wanted = binomtest(correct, samples).proportion_ci(0.95, method="wilson")
    assert wilson_interval(correct, samples) == pytest.approx(
        (wanted.low, wanted.high), rel=1e-9, abs=1e-12
    )


def test_the_interval_of_all_right_ends_at_1() -> None:
    assert wilson_interval(50, 50) == pytest.approx((0.92865, 1.0), abs=1e-5)
    assert wilson_interval(50, 50)[1] == 1.0  # type: ignore[index]
    assert wilson_interval(0, 50)[0] == 0.0  # type: ignore[index]
    assert wilson_interval(0, 0) is None


CODES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=60)


@settings(max_examples=60, deadline=None)
@given(CODES)
def test_class_figures_are_those_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    known, predicted = (np.array([p[k] for p in pairs], np.int64) for k in (0, 1))
    counted = scores(known, predicted, 4)
    assert counted["samples"] == len(pairs)
    assert counted["correct"] == int((known == predicted).sum())
    if not pairs:
        assert counted["accuracy"] is None
        assert counted["interval"] is None
        return
    assert counted["confusion"] == confusion_matrix(known, predicted, labels=range(4)).tolist()
    wanted = precision_recall_fscore_support(
        known, predicted, labels=range(4), zero_division=np.nan
    )
    found = class_scores(np.array(counted["confusion"]))
    for place, name in enumerate(("precision", "recall", "f1", "support")):
        values = [np.nan if row[name] is None else row[name] for row in found]
        np.testing.assert_allclose(values, wanted[place])
