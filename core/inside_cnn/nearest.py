"""The training samples that a CNN takes for most alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.events import Event
from core.inside_cnn.last_hidden import hidden_values, training_values
from core.inside_cnn.subject import Pictures, Subject

Metric = Literal["cosine", "euclidean"]


@dataclass(frozen=True)
class Nearest:
    """Training samples, the nearest first.

    Attributes
    ----------
    rows
        int64, shape (k,).
    distances
        float64, shape (k,): 1 - cosine of the angle, in 0…2, or Euclidean.
    searched
        How many training samples were compared.
    """

    rows: NDArray[np.int64]
    distances: NDArray[np.float64]
    searched: int


def nearest(
    subject: Subject,
    pictures: Pictures,
    pixels: NDArray[np.uint8],
    report: Callable[[Event], None],
    *,
    count: int = 12,
    metric: Metric = "cosine",
    leave_out: int = -1,
) -> Nearest:
    """Return the training samples whose values in the last hidden layer are nearest.

    The cosine compares which units answer and not how strongly they do, so that faint ink finds
    the same neighbours as bold ink.

    Parameters
    ----------
    pixels
        uint8, shape (C, H, W).
    leave_out
        A sample that is not compared, as it is the one that is asked about.
    """
    hidden = training_values(subject, pictures, report)
    asked = hidden_values(subject, pixels[np.newaxis])[0]
    away = distances(hidden.values, asked, metric)
    away[hidden.rows == leave_out] = np.inf
    # the lower number first where two are equally near, whatever the sorting does
    order = np.lexsort((hidden.rows, away))[:count]
    order = order[np.isfinite(away[order])]
    return Nearest(hidden.rows[order], away[order], len(hidden.rows))


def distances(
    values: NDArray[np.float32], asked: NDArray[np.float32], metric: Metric
) -> NDArray[np.float64]:
    """Return how far each row of values, shape (P, D), is from one, shape (D,): float64, (P,).

    A row of zeros has no direction; its cosine distance is 1.
    """
    found: NDArray[np.float64]
    if metric == "euclidean":
        apart = values - asked
        found = np.sqrt(np.einsum("pd,pd->p", apart, apart, dtype=np.float64))
        return found
    products = np.einsum("pd,d->p", values, asked, dtype=np.float64)
    lengths = np.sqrt(np.einsum("pd,pd->p", values, values, dtype=np.float64))
    lengths *= np.linalg.norm(asked.astype(np.float64))
    found = 1.0 - np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)
    return found
