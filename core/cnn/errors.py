"""What a CNN makes small: the error of a batch, summed over its samples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import torch
from torch import Tensor
from torch.nn import functional

from core.job_sections.cnn import CNNTraining

Outputs = Literal["softmax", "logistic", "rbf"]
BatchError = Callable[[Tensor, Tensor], Tensor]


def batch_error(training: CNNTraining, outputs: Outputs) -> BatchError:
    """Return the error of outputs (B, classes) before softmax, for labels int64 (B,); a scalar.

    Parameters
    ----------
    outputs
        What the last layer is: with "softmax" and "rbf" cross-entropy is that of the softmax (of
        minus the distances), with "logistic" the sum over units that each say yes or no.

    Notes
    -----
    Half the squared error is ½ Σ_k (d_k - y_k)² of one-hot targets d, as in DeepLearnToolbox
    (cnnbp.m: 1/2 · sum(e²) / batch). For RBF units it is the distance to the prototype of the
    right class (LeCun et al. 1998, eq. 8).
    """
    if training.loss == "cross_entropy":
        if outputs == "logistic":
            return _binary_cross_entropy(training.label_smoothing)
        return _cross_entropy(training.label_smoothing)
    return {"softmax": _squared_softmax, "logistic": _squared_logistic, "rbf": _distance}[outputs]


def _cross_entropy(smoothing: float) -> BatchError:
    def error(outputs: Tensor, labels: Tensor) -> Tensor:
        return functional.cross_entropy(outputs, labels, reduction="sum", label_smoothing=smoothing)

    return error


def _binary_cross_entropy(smoothing: float) -> BatchError:
    def error(outputs: Tensor, labels: Tensor) -> Tensor:
        targets = _one_hot(outputs, labels) * (1 - smoothing) + smoothing / outputs.shape[1]
        return functional.binary_cross_entropy_with_logits(outputs, targets, reduction="sum")

    return error


def _squared_softmax(outputs: Tensor, labels: Tensor) -> Tensor:
    return _half_squared(outputs.softmax(1), labels)


def _squared_logistic(outputs: Tensor, labels: Tensor) -> Tensor:
    return _half_squared(torch.sigmoid(outputs), labels)


def _half_squared(values: Tensor, labels: Tensor) -> Tensor:
    return 0.5 * (_one_hot(values, labels) - values).square().sum()


def _distance(outputs: Tensor, labels: Tensor) -> Tensor:
    return -outputs.gather(1, labels[:, None]).sum()


def _one_hot(outputs: Tensor, labels: Tensor) -> Tensor:
    # torch's one_hot looks for labels out of range first, which waits for a device
    return torch.zeros_like(outputs).scatter_(1, labels[:, None], 1.0)
