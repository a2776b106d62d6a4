"""Figures of confusion matrices against scikit-learn, also weighted, also without a class."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import sklearn.metrics as oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from core.verdict.figures import class_figures, overall_figures
from tests.core.verdict.small_answers import held_outs

ORACLES = {
    "accuracy": oracle.accuracy_score,
    "balanced_accuracy": oracle.balanced_accuracy_score,
    "macro_f1": lambda *pair, **more: oracle.f1_score(*pair, average="macro", **more),
    "kappa": oracle.cohen_kappa_score,
    "mcc": oracle.matthews_corrcoef,
}


@given(held_outs(), st.integers(0, 100))
@settings(max_examples=50)
def test_every_figure_is_scikit_learn_s_under_weights(held, seed) -> None:
    weights = np.random.default_rng(seed).integers(1, 4, held.size)
    with warnings.catch_warnings():
        # it warns of what it cannot define
        warnings.simplefilter("ignore")
        wanted = {
            name: figure(held.known, held.named, sample_weight=weights)
            for name, figure in ORACLES.items()
        }
    confusion = np.zeros((held.classes, held.classes))
    np.add.at(confusion, (held.known, held.named), weights)
    assert overall_figures(confusion) == pytest.approx(wanted, abs=1e-12, nan_ok=True)


@given(held_outs())
@settings(max_examples=50)
def test_figures_of_a_class_are_scikit_learn_s_where_they_are_defined(held) -> None:
    codes = range(held.classes)
    wanted = oracle.precision_recall_fscore_support(
        held.known, held.named, labels=codes, zero_division=np.nan
    )
    confusion = oracle.confusion_matrix(held.known, held.named, labels=codes).astype(float)
    found = class_figures(confusion)
    for name, column in zip(("precision", "recall", "f1"), wanted, strict=False):
        assert np.allclose(found[name], column, atol=1e-12, equal_nan=True)


def test_many_matrices_at_once_are_each_alone() -> None:
    matrices = np.random.default_rng(1).integers(0, 9, (4, 5, 3, 3)).astype(float)
    together = overall_figures(matrices)
    for name, values in together.items():
        assert values.shape == (4, 5)
        assert values[2, 3] == overall_figures(matrices[2, 3])[name]


def test_the_example_of_cohen() -> None:
    # Cohen 1960, table 1: shares of 200 pairs of judgements, κ = 0.492 of the counts
    confusion = np.array([[88, 14, 18], [10, 40, 10], [2, 6, 12]], dtype=float)
    assert overall_figures(confusion)["kappa"] == pytest.approx(0.492, abs=5e-4)


def test_what_is_not_defined_is_no_number() -> None:
    one_class = overall_figures(np.array([[5.0, 0.0], [0.0, 0.0]]))
    assert np.isnan(one_class["kappa"])
    assert one_class["mcc"] == 0.0
    assert one_class["balanced_accuracy"] == one_class["macro_f1"] == 1.0
    assert all(np.isnan(value) for value in overall_figures(np.zeros((2, 2))).values())
    by_class = class_figures(np.array([[0.0, 3.0, 0.0], [0.0, 4.0, 0.0], [0.0, 0.0, 0.0]]))
    assert np.isnan(by_class["precision"][0])
    assert by_class["f1"][0] == 0.0
    assert np.isnan(by_class["f1"][2])
    assert np.isnan(by_class["recall"][2])
