"""A learning rate that a network can hardly learn with, and the one its authors took."""

from __future__ import annotations

from dataclasses import dataclass

from core.job_sections.cnn import CNNTraining
from core.networks.cnn.planned import Plan
from datasets.messages import Message, message

# weights without batch normalisation from this many layers on; what their authors trained them at
# with momentum 0.9 (Krizhevsky et al. 2012, 5; Simonyan & Zisserman 2015, 3.1)
DEEP, DEEP_RATE = 8, 0.01
# the step of Adam (Kingma & Ba 2015, algorithm 1), and what is far from it
ADAM_RATE, ADAM_LARGE = 0.001, 0.01


@dataclass(frozen=True)
class RateAdvice:
    """A better rate, and why."""

    rate: float
    why: Message


def rate_advice(plan: Plan, training: CNNTraining) -> RateAdvice | None:
    """Return another learning rate where the one set is far from what suits; None where it is not.

    Nothing is changed by it: a person may know better.
    """
    rate = training.learning_rate
    if training.trainer in ("adam", "adamw") and rate > ADAM_LARGE:
        return RateAdvice(
            ADAM_RATE,
            message(
                "Adam's steps are as long as the rate itself: at {rate} it hardly learns. Its "
                "authors propose {better}.",
                rate=f"{rate:g}",
                better=f"{ADAM_RATE:g}",
            ),
        )
    if training.trainer == "sgd" and rate > 2 * DEEP_RATE and _is_deep_without_norm(plan):
        return RateAdvice(
            DEEP_RATE,
            message(
                "So many layers without batch normalisation hardly learn at a rate of {rate}. "
                "The authors of such networks took {better}.",
                rate=f"{rate:g}",
                better=f"{DEEP_RATE:g}",
            ),
        )
    return None


def _is_deep_without_norm(plan: Plan) -> bool:
    kinds = [planned.layer.kind for planned in plan.layers]
    weights = kinds.count("convolution") + kinds.count("fully_connected")
    return weights >= DEEP and "batch_norm" not in kinds
