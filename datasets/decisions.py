"""Decisions about a file, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from datasets.messages import Message, message

Chosen = TypeVar("Chosen")


@dataclass(frozen=True)
class Decision:
    """One decision.

    Attributes
    ----------
    name
        Field of `datasets.recipe.Recipe`, or of `ColumnRecipe` where a column is named.
    column
        Name of the column in the file, "" where the whole file is meant.
    value
        What was decided: text, a number, or a tuple of these.
    reason
        A sentence for the user.
    sure
        False where a person should look.
    """

    name: str
    column: str
    value: Any
    reason: Message
    sure: bool = True


@dataclass
class Decided:
    """The decisions made so far, and what was worked around."""

    decisions: list[Decision] = field(default_factory=list)
    notices: list[Message] = field(default_factory=list)

    def note(
        self, name: str, value: Chosen, reason: Message, *, sure: bool = True, column: str = ""
    ) -> Chosen:
        """Write down a decision and return its value."""
        self.decisions.append(Decision(name, column, value, reason, sure))
        return value

    def choose(
        self,
        name: str,
        given: Chosen | None,
        proposed: Chosen,
        reason: Message,
        *,
        sure: bool = True,
        column: str = "",
    ) -> Chosen:
        """Take what is given, else what is proposed."""
        if given is not None and given not in ("", ()):
            return self.note(name, given, message("Chosen."), column=column)
        return self.note(name, proposed, reason, sure=sure, column=column)
