"""Which samples belong together: those of a group column, or of one deposit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.job_sections.judging import OF_GROUPS
from core.job_sections.protocols import Protocol
from datasets.dataset import Dataset

if TYPE_CHECKING:
    from core.labels import Labels


def groups_of(
    dataset: Dataset, labels: Labels | None, protocol: Protocol
) -> NDArray[np.int64] | None:
    """Return the group of each sample, int64, shape (P,), -1 alone; None where there are none.

    Where no column says so, samples labelled by one deposit belong together, so that leaving one
    group out leaves one deposit out. A sample in reach of several is labelled by the nearest alone
    (`core.joining.Join`), so that nothing of a deposit that is left out stays in training.
    """
    if dataset.groups is not None or labels is None:
        return dataset.groups
    deposit_of = dict(zip(labels.pair_sample.tolist(), labels.pair_deposit.tolist(), strict=True))
    rows = (dataset.row_numbers - 1).tolist()
    groups = np.array([deposit_of.get(row, -1) for row in rows], np.int64)
    shared = np.bincount(groups[groups >= 0], minlength=1).max() > 1
    # deposits with one sample each are no groups to draw in, but can be left out by that name
    return groups if shared or protocol in OF_GROUPS else None
