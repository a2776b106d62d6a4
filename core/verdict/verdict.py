"""What a network is worth: figures with intervals and curves, as verdict.json has them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.evaluation import confusion
from core.verdict.curves import curves_of
from core.verdict.held_out import HeldOut
from core.verdict.intervals import (
    class_intervals,
    drawn,
    not_drawn,
    overall_intervals,
    resamples_of,
)
from core.verdict.measuring import Measure, Measured
from core.verdict.resampling import LEVEL

Array = NDArray[np.float64]

FORMAT = 1


def verdict_of(
    held_out: HeldOut,
    training: HeldOut | None,
    cells: Array | None,
    protocol: dict[str, Any],
    resampled: str,
    *,
    seed: int,
) -> dict[str, Any]:
    """Return a verdict of plain values, None where a figure is not defined.

    Parameters
    ----------
    held_out
        What was said of samples by members that had not seen them.
    training
        What was said of samples by members that were trained on them; these figures have no
        intervals. None where that is not known.
    cells
        As in `core.verdict.curves.curves_of`.
    protocol
        How it was judged; taken over as it is.
    resampled
        What the units of `held_out` are: "samples", "groups" or "blocks".
    seed
        Of the resamples.
    """
    measure = Measure(held_out)
    part = _part(held_out, measure, drawn(measure, seed))
    return {
        "format": FORMAT,
        "protocol": protocol,
        "classes": list(held_out.class_names),
        "level": LEVEL,
        "resamples": resamples_of(measure),
        "resampled": resampled,
        "units": measure.units,
        "held_out": {**part, "curves": curves_of(held_out, cells)},
        "training": None if training is None else _without_intervals(training),
    }


def _without_intervals(training: HeldOut) -> dict[str, Any]:
    measure = Measure(training)
    return _part(training, measure, not_drawn(measure))


def _part(held_out: HeldOut, measure: Measure, resampled: Measured) -> dict[str, Any]:
    counts = confusion(held_out.known, held_out.named, held_out.classes)
    value = measure.alone()
    by_class = zip(
        held_out.class_names,
        counts.sum(axis=1).tolist(),
        counts.sum(axis=0).tolist(),
        class_intervals(value, resampled),
        strict=True,
    )
    return {
        "samples": held_out.size,
        "correct": int(np.trace(counts)),
        "counts": counts.sum(axis=1).tolist(),
        "confusion": counts.tolist(),
        "figures": overall_intervals(value, resampled),
        "per_class": [
            {"name": name, "samples": samples, "predicted": predicted, **figures}
            for name, samples, predicted, figures in by_class
        ],
    }
