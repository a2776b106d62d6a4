"""Labels of a probability plot never touch, however small the plot is."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from gui.probability_axis import ProbabilityAxis, named_scores


@given(st.floats(-5, 0), st.floats(0, 5), st.floats(0, 4))
def test_named_scores_stand_apart(low: float, high: float, room: float) -> None:
    scores = named_scores(low, high, room)
    assert 0.0 in scores
    assert all(low <= score <= high for score in scores)
    assert all(np.diff(scores) >= room)


def test_labels_are_the_shares_below_a_score(qapp: object) -> None:
    axis = ProbabilityAxis("left")
    scores = named_scores(-4, 4, 0.0)
    shares = [100 * norm.cdf(score) for score in scores]
    texts = axis.tickStrings(scores, 1.0, 1.0)
    assert np.allclose([float(text.removesuffix(" %")) for text in texts], shares)
    assert len(texts) == 11
