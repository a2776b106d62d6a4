"""Figures of a judgement against scipy and scikit-learn."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from core.cnn.scores import class_scores, scores

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
