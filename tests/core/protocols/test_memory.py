"""Folds that do not fit into memory are refused before anything is prepared, also by `divide`."""

from __future__ import annotations

import numpy as np
import pytest

from core.protocols import memory
from datasets.messages import InputError
from tests.core.protocols.small_divisions import dataset_of, divided


def test_folds_that_do_not_fit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = dataset_of(np.arange(20) % 2)
    # twenty rows of two features, for each of five folds
    monkeypatch.setattr(memory, "MOST_BYTES", 5 * 20 * 2 * 8)
    assert len(divided(dataset, protocol="folds", folds=5).splits) == 5
    with pytest.raises(InputError, match="Each of 6 folds prepares 20 rows for itself"):
        divided(dataset, protocol="folds", folds=6)
    assert divided(dataset, protocol="validation").splits == ()
