"""Held-out answers for the tests of verdicts."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from core.verdict.held_out import HeldOut

NAMES = "abcdefgh"


def answers(
    samples: int, classes: int = 3, *, seed: int = 0, skill: float = 1.0, decimals: int = 3
) -> HeldOut:
    """Samples drawn at random, each a unit, with probabilities that know something of them.

    Parameters
    ----------
    decimals
        Digits that scores are rounded to: few give ties.
    """
    rng = np.random.default_rng(seed)
    known = rng.integers(0, classes, samples)
    scores = rng.normal(size=(samples, classes))
    scores[np.arange(samples), known] += skill
    grown = np.exp(np.round(scores, decimals))
    probability = grown / grown.sum(axis=1, keepdims=True)
    units = np.arange(samples)
    return HeldOut(known, probability.argmax(axis=1), probability, units, tuple(NAMES[:classes]))


@st.composite
def held_outs(draw: st.DrawFn, most: int = 25) -> HeldOut:
    """Any classes, some of them perhaps absent, coarse probabilities, some votes against them."""
    classes = draw(st.integers(2, 5))
    code = st.integers(0, classes - 1)
    rows = draw(st.lists(st.tuples(code, code, st.integers(0, 4)), min_size=1, max_size=most))
    known = np.array([row[0] for row in rows])
    seed = draw(st.integers(0, 1000))
    # tenths, so that scores are often the same
    parts = np.random.default_rng(seed).multinomial(10, np.full(classes, 1 / classes), len(rows))
    units = np.array([row[2] for row in rows])
    named = np.array([row[1] for row in rows])
    return HeldOut(known, named, parts / 10, units, tuple(NAMES[:classes]))
