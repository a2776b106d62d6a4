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
        Mean error of the weights that were kept, median of the members that vote; None where
        there is none.
    seconds
        Time spent training, over all sittings.
    detail
        What went wrong, for `failed`.
    members, met
        How many networks were trained, and how many of them met the goal.
    alike
        How many networks ended for the reason that the run has.
    tries, kept
        How often learning began, and which try was kept, counted from 1.
    is_cnn, kept_epoch
        Whether a CNN was trained, which has no error goal, and the epoch whose weights were kept
        (the first member's), counted from 1. Its training loss is the running mean of that epoch.
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
    alike: int = 0
    tries: int = 1
    kept: int = 1
    is_cnn: bool = False
    kept_epoch: int = 0

    @property
    def sentence(self) -> Message:
        """One sentence that says why training ended."""
        if self.reason == "failed" and self.detail is not None:
            return self.detail
        many, tries = self.members > 1, self.tries > 1
        kinds = [" of many of tries"] if many and tries else []
        kinds += [" of tries"] if tries else []
        kinds += [" of many"] if many else []
        if self.is_cnn:
            kinds = [" of CNNs", " of CNN"] if many else [" of CNN"]
        names = (self.reason + kind for kind in [*kinds, ""])
        values = {
            "members": f"{self.members:,}",
            "met": f"{self.met:,}",
            "alike": f"{self.alike:,}",
            "tries": f"{self.tries:,}",
            "kept": f"{self.kept:,}",
            "epoch": f"{self.epoch:,}",
            "kept_epoch": f"{self.kept_epoch:,}",
            "loss": three_digits(self.training_loss) if self.training_loss is not None else "–",
            "goal": three_digits(self.error_goal),
        }
        template = next(_SENTENCES[name] for name in names if name in _SENTENCES).template
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


def placeholders(template: str) -> list[str]:
    """Return the names in the braces of a template."""
    return [name for _, name, _, _ in Formatter().parse(template) if name]


_SENTENCES = {
    "goal": message(
        "The error goal was met at epoch {epoch}: training loss {loss}, goal {goal}.",
    ),
    "goal of tries": message(
        "The error goal was met at epoch {epoch} of try {kept}: training loss {loss}, goal {goal}.",
    ),
    "goal of many": message(
        "{met} of {members} networks met the error goal of {goal}, the last one at epoch {epoch}; "
        "median training loss {loss}.",
    ),
    "goal of many of tries": message(
        "{met} of {members} networks met the error goal of {goal} in try {kept}, the last one at "
        "epoch {epoch}; median training loss {loss}.",
    ),
    "epochs of many of tries": message(
        "In {tries} tries none of {members} networks met the goal {goal} within {epoch} epochs; "
        "the best try was kept, with a median training loss of {loss}.",
    ),
    "epochs": message(
        "The epoch limit of {epoch} was reached before the goal: training loss {loss}, goal "
        "{goal}.",
    ),
    "epochs of tries": message(
        "None of {tries} tries met the goal {goal} within {epoch} epochs; the best one was kept, "
        "with training loss {loss}.",
    ),
    "epochs of many": message(
        "None of {members} networks met the goal {goal} within {epoch} epochs; median training "
        "loss {loss}.",
    ),
    "validation of tries": message(
        "The validation loss stopped improving in the last of {tries} tries; the best weights of "
        "try {kept} were kept (training loss {loss}).",
    ),
    "time of tries": message(
        "The time limit was reached in try {tries}; try {kept} was kept, with training loss "
        "{loss}, goal {goal}.",
    ),
    "stopped of tries": message(
        "Stopped by hand in try {tries}; try {kept} was kept, with training loss {loss}, goal "
        "{goal}.",
    ),
    "validation": message(
        "The validation loss stopped improving at epoch {epoch}; the best weights were kept "
        "(training loss {loss}).",
    ),
    "validation of many": message(
        "The validation loss of {alike} of {members} networks stopped improving, of the last one "
        "at epoch {epoch}; their best weights were kept. Median training loss {loss}.",
    ),
    "time": message(
        "The time limit was reached at epoch {epoch}: training loss {loss}, goal {goal}.",
    ),
    "time of many": message(
        "The time limit was reached at epoch {epoch}: {met} of {members} networks met the goal "
        "{goal}; median training loss {loss}.",
    ),
    "stopped": message("Stopped by hand at epoch {epoch}: training loss {loss}, goal {goal}."),
    "stopped of many": message(
        "Stopped by hand at epoch {epoch}: {met} of {members} networks met the goal {goal}; "
        "median training loss {loss}.",
    ),
    "diverged": message(
        "The loss grew without bound at epoch {epoch}; try a smaller learning rate or largest "
        "step.",
    ),
    "failed": message("The run failed at epoch {epoch}."),
    "epochs of CNN": message(
        "All {epoch} epochs were trained; the weights of epoch {kept_epoch} were kept, with a "
        "training loss of {loss}.",
    ),
    "epochs of CNNs": message(
        "{members} networks were trained for up to {epoch} epochs each; their median training "
        "loss is {loss}.",
    ),
    "validation of CNN": message(
        "The validation loss stopped improving at epoch {epoch}; the weights of epoch {kept_epoch} "
        "were kept, with a training loss of {loss}.",
    ),
    "validation of CNNs": message(
        "The validation loss of {alike} of {members} networks stopped improving, at epoch {epoch} "
        "at the latest; their best weights were kept, with a median training loss of {loss}.",
    ),
    "time of CNN": message(
        "The time limit was reached after {epoch} whole epochs; training loss {loss}.",
    ),
    "time of CNNs": message(
        "The time limit was reached; {members} networks vote, with a median training loss of "
        "{loss}.",
    ),
    "stopped of CNN": message(
        "Stopped by hand after {epoch} whole epochs; training loss {loss}.",
    ),
    "stopped of CNNs": message(
        "Stopped by hand; {members} networks vote, with a median training loss of {loss}.",
    ),
}
