"""What a CNN on images is worth: the same verdict as that of a network on a table."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.cnn.parts import ImageParts
from core.events import TaskProgress
from core.files import write_json
from core.job_sections.images import ImagePreparation
from core.reporting import Reporter
from core.run_folder import RunFolder
from core.verdict.held_out import HeldOut
from core.verdict.verdict import verdict_of
from datasets.messages import message

Rows = NDArray[np.int64]


def heard_on(parts: ImageParts, rows: Rows, probabilities: NDArray[np.float64]) -> HeldOut | None:
    """Return what was said of some images; None where there are none.

    Parameters
    ----------
    rows
        Labelled images, shape (N,).
    probabilities
        float64, shape (N, C).
    """
    if not len(rows):
        return None
    return HeldOut(
        np.asarray(parts.image_set.labels, np.int64)[rows],
        probabilities.argmax(axis=1),
        probabilities,
        np.arange(len(rows)),
        parts.class_names,
    )


def protocol_of(
    parts: ImageParts, preparation: ImagePreparation, judged: str, *, chose: bool
) -> dict[str, Any]:
    """Return how images were held out, as ``verdict.json`` names it.

    The test part judges, and without one the folds, or else the validation part. "of_source" says
    that nobody drew the test part: the source keeps it.

    Parameters
    ----------
    judged
        The part that judges, "test" or "validation".
    chose
        Whether it also chose the epoch that was kept.
    """
    of_source = judged == "test" and bool(parts.image_set.is_test[parts.test].any())
    by_folds = judged == "validation" and parts.is_cross_validated
    drawn = judged == "test" and not of_source
    return {
        "name": "folds" if by_folds else "hold_out" if judged == "test" else "validation",
        "folds": len(parts.folds) if by_folds else 0,
        "block_size": None,
        "buffer": None,
        "unit": "",
        "test_part": preparation.test_part if drawn else None,
        "of_source": of_source,
        "buffered": 0.0,
        "chose": chose,
    }


def write_image_verdict(
    folder: RunFolder,
    held_out: HeldOut | None,
    training: HeldOut | None,
    protocol: dict[str, Any],
    seed: int,
    report: Reporter,
) -> None:
    """Find what the networks are worth and write it as ``verdict.json``.

    Nothing is written where no image was held out: there is nothing to say of new ones.
    """
    if held_out is None:
        return
    report(TaskProgress(message("Finding what the result is worth"), 0, 1))
    verdict = verdict_of(held_out, training, None, protocol, "samples", seed=seed)
    write_json(folder.verdict_path, verdict)
