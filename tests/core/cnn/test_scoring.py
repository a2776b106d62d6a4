"""Several processes score a part together; of few rows some of them have none."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
import torch

from core.cnn.errors import batch_error
from core.cnn.ranks import Ranks
from core.cnn.scoring import score
from core.image_job import CNNTraining
from tests.core.cnn.small_loops import CPU, small_loop


@dataclass(frozen=True)
class Noting(Ranks):
    """Notes what this process has to add to the sums."""

    own: list[tuple[float, ...]] = field(default_factory=list)

    def added(self, *values: float) -> list[float]:
        self.own.append(values)
        return list(values)


@pytest.mark.parametrize("rows", [1, 2, 7])
def test_shares_add_up_to_the_whole_part(rows: int) -> None:
    loop = small_loop()
    material, error = loop._material, batch_error(CNNTraining(), "softmax")
    given = (loop.network, material.samples, material.labels, torch.arange(rows), error, CPU)
    whole = score(*given)
    ranks = [Noting(rank, 3) for rank in range(3)]
    for each in ranks:
        score(*given, each)
    loss, right = (sum(values) for values in zip(*(each.own[0] for each in ranks), strict=True))
    assert loss / rows == pytest.approx(whole.loss, rel=1e-6)
    assert right / rows == whole.accuracy
