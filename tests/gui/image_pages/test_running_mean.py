"""The running mean is that of the batches within a quarter of an epoch, each by its length."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gui.image_pages.running_mean import SPAN, running_mean

steps = st.lists(st.tuples(st.floats(0.001, 0.5), st.floats(0.0, 10.0)), min_size=1, max_size=60)


@given(steps)
def test_each_value_is_the_mean_of_those_shortly_before(rows: list[tuple[float, float]]) -> None:
    lengths, values = (np.array(column) for column in zip(*rows, strict=True))
    epochs = np.cumsum(lengths)
    found = running_mean(epochs, values)
    for at, epoch in enumerate(epochs):
        near = (epochs > epoch - SPAN) & (np.arange(len(epochs)) <= at)
        np.testing.assert_allclose(
            found[at], np.average(values[near], weights=lengths[near]), rtol=1e-6, atol=1e-9
        )


def test_batches_without_an_error_have_none() -> None:
    epochs = np.linspace(0.1, 3.0, 30)
    errors = np.where(epochs < 1, 3.7, 0.0)
    assert (running_mean(epochs, errors)[epochs > 1 + SPAN] == 0.0).all()


def test_nothing_gives_nothing() -> None:
    assert running_mean(np.zeros(0), np.zeros(0)).shape == (0,)
