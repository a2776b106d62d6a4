"""What a CNN on images is worth, in a sentence or two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.judging.names import method_name
from gui.shares import interval_text, share_text
from gui.translating import counted


def image_sentence(evaluation: Mapping[str, Any]) -> str:
    """Say how many images were classified right, of the part that may judge, with the interval.

    Parameters
    ----------
    evaluation
        What `core.cnn.judging` wrote; ``judged`` names the part.
    """
    part = evaluation.get("judged", "training")
    said = _of_part(part, evaluation)
    if part == "validation" and evaluation.get("held_out_chose"):
        return f"{said} {flattery()}"
    if part == "training":
        nothing = QCoreApplication.translate(
            "image verdict", "No image was held out, so this says nothing about new ones."
        )
        return f"{said} {nothing}"
    return said


def part_sentence(evaluation: Mapping[str, Any], part: str) -> str:
    """Say how many images of a part were classified right, and whether that flatters."""
    said = _of_part(part, evaluation)
    if part == "validation" and evaluation.get("held_out_chose"):
        return f"{said} {flattery()}"
    if part == "training":
        learned = QCoreApplication.translate(
            "image verdict", "The network learned from these images, so this flatters it."
        )
        return f"{said} {learned}"
    return said


def thinned_sentence(baselines: Mapping[str, Any]) -> str:
    """Say which methods learned from fewer images than there are; "" where none did.

    Parameters
    ----------
    baselines
        What `core.cnn.baselines` found.
    """
    words = QCoreApplication.translate(
        "image verdict", "{method} learned from {learned} of {offered} images."
    )
    said = [
        counted(
            words,
            method=method_name(row),
            learned=f"{row['learned']:,}",
            offered=f"{row['offered']:,}",
        )
        for row in baselines["of"]
        if "learned" in row
    ]
    why = QCoreApplication.translate(
        "image verdict",
        "They are the same share of each class, so that it takes no minutes; all of them would "
        "make a method better.",
    )
    return " ".join([*said, why]) if said else ""


def flattery() -> str:
    """Say why the figures of the validation part are too good."""
    return QCoreApplication.translate(
        "image verdict",
        "The validation part also chose the best epoch, so this flatters the network; a test part "
        "would not.",
    )


def _of_part(part: str, evaluation: Mapping[str, Any]) -> str:
    counts = evaluation[part]
    samples = counts["samples"]
    values: dict[str, str | int] = {
        "samples": f"{samples:,}",
        "right": f"{counts['correct']:,}",
        "percent": share_text(counts["correct"] / samples if samples else None, samples),
        "interval": interval_text(counts["interval"], samples) if counts.get("interval") else "–",
        "folds": evaluation.get("folds", 0),
    }
    return counted(_words(part, bool(evaluation.get("folds"))), **values)


def _words(part: str, in_folds: bool) -> str:
    translate = QCoreApplication.translate
    if part == "test":
        return translate(
            "image verdict",
            "Of {samples} test images, {right} were classified right: {percent} (95 % interval "
            "{interval}).",
        )
    if part == "validation" and in_folds:
        return translate(
            "image verdict",
            "Each of {samples} images was held out once, in {folds} folds: {right} were classified "
            "right ({percent}, 95 % interval {interval}) by networks that had not seen them.",
        )
    if part == "validation":
        return translate(
            "image verdict",
            "Of {samples} validation images, {right} were classified right: {percent} (95 % "
            "interval {interval}).",
        )
    return translate(
        "image verdict",
        "Of {samples} training images, {right} were classified right: {percent} (95 % interval "
        "{interval}).",
    )
