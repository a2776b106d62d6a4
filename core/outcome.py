"""Why a run ended, as a value with its own sentence for the user."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Formatter
from typing import Any, Literal

from core.numbers import three_digits
from datasets.messages import Message, message

Reason = Literal["goal", "epochs", "validation", "time", "stopped", "diverged", "failed"]


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes
    ----------
    epoch
        Epochs trained, counted from 1.
    training_loss, validation_loss
        Mean error of the weights that were kept, median of the members; None where there is none.
    seconds
        Time spent training, over all sittings.
    detail
        What went wrong, for `failed`.
    members, met
        How many networks were trained, and how many of them met the goal.
    tries
        How often learning began; the best try was kept.
    """

    reason: Reason
    epoch: int = 0
    training_loss: float | None = None
    validation_loss: float | None = None
    seconds: float = 0.0
    error_goal: float = 0.0
    detail: Message | None = None
    members: int = 1
    met: int = 0
    tries: int = 1

    @property
    def sentence(self) -> Message:
        """One sentence that says why training ended."""
        if self.reason == "failed" and self.detail is not None:
            return self.detail
        reason: str = self.reason
        if self.members > 1 and reason in _OF_MANY:
            reason += " of many"
        values = {
            "members": f"{self.members:,}",
            "met": f"{self.met:,}",
            "tries": f"{self.tries:,}",
            "epoch": f"{self.epoch:,}",
            "loss": three_digits(self.training_loss) if self.training_loss is not None else "–",
            "goal": three_digits(self.error_goal),
        }
        if self.tries > 1:
            reason += " of tries"
        template = (_SENTENCES.get(reason) or _SENTENCES[self.reason]).template
        return Message(template, {name: values[name] for name in placeholders(template)})

    @property
    def resumable(self) -> bool:
        """Whether running the same command again goes on from the checkpoint."""
        return self.reason in ("stopped", "failed")

    def to_values(self) -> dict[str, Any]:
        """Return the outcome as plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Outcome:
        """Return the outcome of plain values."""
        detail = values.get("detail")
        return cls(**{**values, "detail": Message(**detail) if detail else None})


_OF_MANY = ("goal", "epochs", "validation", "time", "stopped")


def placeholders(template: str) -> list[str]:
    """Return the names in the braces of a template."""
    return [name for _, name, _, _ in Formatter().parse(template) if name]


_SENTENCES = {
    "goal": message(
        "The error goal was met at epoch {epoch}: training error {loss}, goal {goal}.",
    ),
    "goal of tries": message(
        "The error goal was met at epoch {epoch} of try {tries}: training error {loss}, goal "
        "{goal}.",
    ),
    "goal of many": message(
        "{met} of {members} networks met the error goal of {goal}, the last one at epoch {epoch}; "
        "median training error {loss}.",
    ),
    "epochs": message(
        "The epoch limit of {epoch} was reached before the goal: training error {loss}, goal "
        "{goal}.",
    ),
    "epochs of tries": message(
        "None of {tries} tries met the goal {goal} within {epoch} epochs; the best one was kept, "
        "with training error {loss}.",
    ),
    "epochs of many": message(
        "None of {members} networks met the goal {goal} within {epoch} epochs; median training "
        "error {loss}.",
    ),
    "validation": message(
        "The validation loss stopped improving at epoch {epoch}; the best weights were kept "
        "(training error {loss}).",
    ),
    "validation of many": message(
        "The validation loss of all {members} networks stopped improving, of the last one at "
        "epoch {epoch}; the best weights of each were kept (median training error {loss}).",
    ),
    "time": message(
        "The time limit was reached at epoch {epoch}: training error {loss}, goal {goal}.",
    ),
    "time of many": message(
        "The time limit was reached at epoch {epoch}: {met} of {members} networks met the goal "
        "{goal}; median training error {loss}.",
    ),
    "stopped": message("Stopped by hand at epoch {epoch}: training error {loss}, goal {goal}."),
    "stopped of many": message(
        "Stopped by hand at epoch {epoch}: {met} of {members} networks met the goal {goal}; "
        "median training error {loss}.",
    ),
    "diverged": message(
        "The loss grew without bound at epoch {epoch}; try a smaller learning rate or largest "
        "step.",
    ),
    "failed": message("The run failed at epoch {epoch}."),
}
