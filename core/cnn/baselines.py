"""Usual classifiers beside a CNN on images, on the same parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.baselines.estimators import BASELINES
from core.baselines.image_lessons import ImageLessons
from core.baselines.judging import Compared, baselines_of
from core.baselines.table import table_of
from core.cnn.parts import ImageParts, load_image_parts
from core.comparing_held_out import heard_by
from core.events import Notice
from core.image_job import ImageJob
from core.reporting import Reporter, only_progress
from core.run_folder import RunFolder
from core.verdict_text import BASELINES as NAMES
from datasets.messages import InputError, Message, message


def image_baselines(
    run: RunFolder, job: ImageJob, report: Reporter, cancelled: Callable[[], bool]
) -> dict[str, Any]:
    """Fit the usual classifiers on the pixels of a run and hold them against its networks.

    Returns
    -------
    dict
        As ``baselines.json`` holds it. A row of a classifier that learned from fewer images than
        there are has their number as "learned" and the number there are as "offered".

    Raises
    ------
    InputError
        When no image was held out, the images are no longer those of the run, or it was cancelled.
    """
    evaluation = run.evaluation() or {}
    heard = heard_by(run)
    if heard is None or evaluation.get("judged") not in ("test", "validation"):
        raise InputError("No image is held out, so there is nothing to compare classifiers by.")
    parts = load_image_parts(job, only_progress(report))
    _check(parts, job, evaluation)
    lessons = ImageLessons(parts, evaluation["judged"], job.training.seed)
    found = list(baselines_of(lessons, BASELINES, job.training.seed, report, cancelled))
    outcome = run.outcome()
    table = table_of(
        heard.alone(),
        found,
        folds=lessons.folds,
        seed=job.training.seed,
        seconds=outcome.seconds if outcome is not None else 0.0,
    )
    for row, each in zip(table["of"][1:], found, strict=True):
        if each.learned < each.offered:
            row |= {"learned": each.learned, "offered": each.offered}
            report(Notice(_told_thinned(each)))
    return table


def _told_thinned(each: Compared) -> Message:
    return message(
        "{method} learned from {learned} of {offered} images, the same share of each class, so "
        "that it takes no minutes; all of them would make it better.",
        method=NAMES[each.name],
        learned=f"{each.learned:,}",
        offered=f"{each.offered:,}",
    )


def _check(parts: ImageParts, job: ImageJob, evaluation: dict[str, Any]) -> None:
    if evaluation.get("fingerprint") != parts.image_set.fingerprint:
        raise InputError(
            "The images {source} have changed since the run, so nothing can be held against it; "
            "train again.",
            source=job.images.source,
        )
