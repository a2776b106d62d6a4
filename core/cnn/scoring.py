"""Error and accuracy of a network on some samples, in batches."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from core.cnn.errors import BatchError
from core.cnn.place import Place
from core.cnn.ranks import ALONE, Ranks
from core.cnn.samples import Samples
from core.cnn.step import is_out_of_memory

AT_ONCE = 500


@dataclass(frozen=True)
class Score:
    """Mean error, and share of samples whose class is right; NaN without samples."""

    loss: float
    accuracy: float


NO_SCORE = Score(float("nan"), float("nan"))


@torch.inference_mode()
def score(
    network: nn.Module,
    samples: Samples,
    labels: Tensor,
    rows: Tensor,
    error: BatchError,
    place: Place,
    ranks: Ranks = ALONE,
) -> Score:
    """Return how a network does on some rows, without dropout and augmentation.

    Parameters
    ----------
    labels
        int64, class of every sample, on the device.
    rows
        int64, on the device.
    ranks
        Processes with the same network, each of which takes its share of the rows.
    """
    if not len(rows):
        return NO_SCORE
    was_training = network.training
    network.eval()
    try:
        first, last = ranks.bounds(len(rows))
        own = _summed(network, samples, labels, rows[first:last], error, place, AT_ONCE)
        loss, right = ranks.added(*own)
    finally:
        network.train(was_training)
    return Score(loss / len(rows), right / len(rows))


def _summed(
    network: nn.Module,
    samples: Samples,
    labels: Tensor,
    rows: Tensor,
    error: BatchError,
    place: Place,
    at_once: int,
) -> tuple[float, int]:
    """Return the sum of errors and the count of right samples; fewer at once if need be."""
    try:
        loss, right = 0.0, 0
        # of few rows some processes have none, and a network takes no empty batch
        for part in rows.split(at_once) if len(rows) else ():
            images = samples.batch(part).contiguous(memory_format=place.memory_format)
            with place.computing():
                outputs = network(images)
            outputs = outputs.float()
            loss += float(error(outputs, labels[part]))
            right += int((outputs.argmax(1) == labels[part]).sum())
        return loss, right
    except (RuntimeError, MemoryError) as short:
        if not is_out_of_memory(short) or at_once == 1:
            raise
    return _summed(network, samples, labels, rows, error, place, max(1, at_once // 4))
