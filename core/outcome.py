"""Why a run ended, as a value with its own sentence for the user."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from datasets.messages import Message, message

Reason = Literal["goal", "epochs", "validation", "stopped", "diverged", "failed"]


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes
    ----------
    epoch
        Epochs trained, counted from 1.
    training_loss, validation_loss
        Mean squared error of the weights that were kept; None where there is none.
    seconds
        Time spent training, over all sittings.
    detail
        What went wrong, for `failed`.
    """

    reason: Reason
    epoch: int = 0
    training_loss: float | None = None
    validation_loss: float | None = None
    seconds: float = 0.0
    error_goal: float = 0.0
    detail: Message | None = None

    @property
    def sentence(self) -> Message:
        """One sentence that says why training ended."""
        if self.reason == "failed" and self.detail is not None:
            return self.detail
        values = {
            "epoch": f"{self.epoch:,}",
            "loss": f"{self.training_loss:.3g}" if self.training_loss is not None else "–",
            "goal": f"{self.error_goal:g}",
        }
        return Message(_SENTENCES[self.reason].template, values)

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


_SENTENCES = {
    "goal": message(
        "The error goal was met at epoch {epoch}: training MSE {loss}, goal {goal}.",
    ),
    "epochs": message(
        "The epoch limit of {epoch} was reached before the goal: training MSE {loss}, goal {goal}.",
    ),
    "validation": message(
        "The validation loss stopped improving at epoch {epoch}; the best weights were kept "
        "(training MSE {loss}).",
    ),
    "stopped": message("Stopped by hand at epoch {epoch}: training MSE {loss}, goal {goal}."),
    "diverged": message(
        "The loss grew without bound at epoch {epoch}; try a smaller learning rate or largest "
        "step.",
    ),
    "failed": message("The run failed at epoch {epoch}."),
}
