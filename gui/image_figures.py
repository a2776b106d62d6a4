"""The figures of a CNN in training as words; the status bar and the page say the same."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from core.events import ImageProgress
from core.numbers import duration, rate, three_digits
from gui.shares import share_text


def image_figures(progress: ImageProgress, device: str) -> list[str]:
    """Return what is known of the training now, in the order to be read."""
    translate = QCoreApplication.translate
    parts = []
    if progress.members > 1:
        parts.append(
            translate("image figures", "network {n} of {members}").format(
                n=progress.member + 1, members=progress.members
            )
        )
    parts += [
        translate("image figures", "epoch {epoch} of {epochs}").format(
            epoch=f"{min(progress.epoch + 1, progress.epochs):,}", epochs=f"{progress.epochs:,}"
        ),
        translate("image figures", "step {step} of {steps}").format(
            step=f"{progress.step:,}", steps=f"{progress.steps:,}"
        ),
        translate("image figures", "loss {loss}").format(
            loss=three_digits(progress.training_loss, keep_zeros=True)
        ),
    ]
    if math.isfinite(progress.validation_accuracy):
        parts.append(
            translate("image figures", "validation {share}").format(
                share=share_text(progress.validation_accuracy)
            )
        )
    if math.isfinite(progress.samples_per_second):
        parts.append(rate(progress.samples_per_second, translate("image figures", "images")))
    if math.isfinite(progress.seconds_left):
        parts.append(
            translate("image figures", "about {time} left").format(
                time=duration(max(progress.seconds_left, 1.0))
            )
        )
    return [*parts, _device_text(device)] if device else parts


def steps_done(progress: ImageProgress) -> tuple[int, int]:
    """Return the steps done of those of all members."""
    return (
        progress.member * progress.steps + progress.step,
        progress.members * progress.steps,
    )


def _device_text(device: str) -> str:
    """Write ``cpu × 2, bf16`` as ``CPU × 2, bf16``."""
    name, gap, rest = device.partition(" ")
    return name.upper() + gap + rest
