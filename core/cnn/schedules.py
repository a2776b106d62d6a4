"""The learning rate of every step, as a function of nothing but the step."""

from __future__ import annotations

import math

from core.job_sections.cnn import CNNTraining

# one cycle begins at a 25th of its highest rate and ends at a 10,000th of where it began
# (fastai's figures, which torch.optim.lr_scheduler.OneCycleLR took over)
ONE_CYCLE_START = 25.0
ONE_CYCLE_END = 1e4


def learning_rate(training: CNNTraining, step: int, steps_per_epoch: int) -> float:
    """Return the learning rate of a step.

    Parameters
    ----------
    step
        Steps done before it: 0 … epochs × steps_per_epoch - 1.
    steps_per_epoch
        At least 1.

    Notes
    -----
    constant: η. step: η · factor^⌊epoch / step_epochs⌋. cosine: η/2 · (1 + cos(π t/T)), which
    reaches 0 after the last step T (Loshchilov & Hutter 2017, eq. 5, without restarts). one_cycle:
    up from η/25 to η and down to η/250,000, each along half a cosine (Smith & Topin 2019).
    """
    total = training.epochs * steps_per_epoch
    highest = training.learning_rate
    if training.schedule == "step":
        return highest * float(
            training.step_factor ** (step // steps_per_epoch // training.step_epochs)
        )
    if training.schedule == "cosine":
        return _along_cosine(highest, 0.0, step / total)
    if training.schedule == "one_cycle":
        return _one_cycle(highest, step, total, training.warm_up)
    return highest


def _one_cycle(highest: float, step: int, total: int, warm_up: float) -> float:
    first = highest / ONE_CYCLE_START
    # the highest rate is reached at this step, which need not be a whole number
    top = warm_up * total - 1
    if step <= top:
        return _along_cosine(first, highest, step / top) if top > 0 else highest
    part = (step - top) / (total - 1 - top) if total - 1 > top else 0.0
    return _along_cosine(highest, first / ONE_CYCLE_END, part)


def _along_cosine(start: float, end: float, part: float) -> float:
    """Return the value at `part` (0…1) of half a cosine from `start` to `end`."""
    return end + (start - end) / 2 * (1 + math.cos(math.pi * part))
