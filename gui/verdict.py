"""What a result is worth, in a sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from core.evaluation import held_out_part
from gui.image_verdict import image_sentence
from gui.translating import counted


def evaluation_sentence(evaluation: dict[str, Any]) -> str:
    """Say how many samples were classified right, on the held-out ones first."""
    if evaluation.get("kind") == "images":
        return image_sentence(evaluation)
    translate = QCoreApplication.translate
    training, validation = evaluation["training"], held_out_part(evaluation)
    if evaluation.get("folds", 0):
        return counted(
            translate(
                "verdict",
                "Each of {samples} labelled samples was held out once, in {folds} folds: {right} "
                "were classified right ({percent}) by networks that had not seen them; by those "
                "that had, {training_right}.",
            ),
            samples=f"{validation['samples']:,}",
            folds=evaluation["folds"],
            right=f"{validation['correct']:,}",
            percent=f"{100 * validation['correct'] / validation['samples']:.0f} %",
            training_right=f"{training['correct']:,}",
        )
    if validation["samples"]:
        held_out = counted(
            translate(
                "verdict",
                "Of {held_out} samples held out, {right} were classified right ({percent}); of "
                "{samples} in training, {training_right}.",
            ),
            held_out=f"{validation['samples']:,}",
            right=f"{validation['correct']:,}",
            percent=f"{100 * validation['correct'] / validation['samples']:.0f} %",
            samples=f"{training['samples']:,}",
            training_right=f"{training['correct']:,}",
        )
        if not evaluation.get("held_out_chose"):
            return held_out
        flattered = translate(
            "verdict",
            "The held-out samples also chose which weights were kept, so this flatters the "
            "network; cross-validation folds would not.",
        )
        return f"{held_out} {flattered}"
    return counted(
        translate(
            "verdict",
            "Of {samples} samples in training, {right} were classified right. No sample was held "
            "out, so this says nothing about new ones.",
        ),
        samples=f"{training['samples']:,}",
        right=f"{training['correct']:,}",
    )
