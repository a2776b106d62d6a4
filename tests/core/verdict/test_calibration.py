"""Losses and reliability against scikit-learn and scipy."""

from __future__ import annotations

import numpy as np
import pytest
import sklearn.metrics as oracle
from hypothesis import given, settings
from sklearn.calibration import calibration_curve

from core.verdict.calibration import logarithmic_losses, reliability, squared_losses
from tests.core.verdict.small_answers import answers, held_outs


@given(held_outs())
@settings(max_examples=50)
def test_losses_are_scikit_learn_s(held) -> None:
    codes = list(range(held.classes))
    brier = oracle.brier_score_loss(held.known, held.probability, labels=codes, scale_by_half=False)
    assert squared_losses(held.probability, held.known).mean() == pytest.approx(brier, abs=1e-12)
    loss = oracle.log_loss(held.known, held.probability, labels=codes)
    found = logarithmic_losses(held.probability, held.known).mean()
    assert found == pytest.approx(loss, rel=1e-12, abs=1e-12)


def test_losses_at_their_ends() -> None:
    sure = np.array([[1.0, 0.0], [1.0, 0.0]])
    known = np.array([0, 1])
    assert squared_losses(sure, known).tolist() == [0.0, 2.0]
    assert logarithmic_losses(sure, known) == pytest.approx([0.0, 36.04365338911715])


@pytest.mark.parametrize("decimals", [6, 1])
def test_bins_are_scikit_learn_s_of_equal_counts(decimals) -> None:
    highest = np.round(np.random.default_rng(3).beta(6, 2, 400), decimals)
    is_right = np.random.default_rng(4).random(400) < highest
    found = reliability(highest, is_right)
    right, probability = calibration_curve(is_right, highest, n_bins=10, strategy="quantile")
    assert [each["right"] for each in found["bins"]] == pytest.approx(right)
    assert [each["probability"] for each in found["bins"]] == pytest.approx(probability)
    assert sum(each["samples"] for each in found["bins"]) == 400


@pytest.mark.parametrize(("samples", "bins"), [(1, 1), (33, 3), (99, 9), (500, 10)])
def test_there_are_ten_samples_in_a_bin_or_more(samples, bins) -> None:
    held = answers(samples)
    found = reliability(held.probability.max(axis=1), held.is_right)
    assert len(found["bins"]) == bins
    assert samples < 10 or min(each["samples"] for each in found["bins"]) >= 10


def test_the_error_is_the_distance_weighted_by_samples() -> None:
    highest = np.array([0.6] * 10 + [0.9] * 10)
    is_right = np.array([True] * 8 + [False] * 2 + [True] * 6 + [False] * 4)
    assert reliability(highest, is_right)["error"] == pytest.approx((0.2 + 0.3) / 2)
    assert reliability(highest[:0], is_right[:0]) == {"bins": [], "error": None}
