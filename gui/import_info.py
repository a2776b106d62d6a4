"""How a table was read: the decisions, the raw head of the file, and what was not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from datasets.columns import CheckSample, UnreadCell
from datasets.messages import Message
from datasets.recipe import Recipe, recipe_from_values


@dataclass(frozen=True)
class DecisionInfo:
    """One decision, its value in words, and why it was taken.

    Attributes
    ----------
    name
        Field of the recipe; `column` says of which column, "" of the whole file.
    sure
        False where a person should look.
    """

    name: str
    column: str
    value: str
    reason: Message
    sure: bool


@dataclass(frozen=True)
class ImportInfo:
    """What the command ``columns`` tells of the way from the file to the table.

    Attributes
    ----------
    recipe
        Every decision, those that were found and those that a person made.
    lines, cells
        Lines of the file, counted from 1, and the cells of its head as they stand there.
    unread, unread_count
        The first cells that could not be read, and how many there are in all.
    checks, check_count
        The first standards, blanks and duplicates, and how many there are in all.
    """

    recipe: Recipe
    decisions: tuple[DecisionInfo, ...]
    lines: tuple[int, ...]
    cells: tuple[tuple[str, ...], ...]
    unread: tuple[UnreadCell, ...]
    unread_count: int
    sheet: str
    sheets: tuple[str, ...]
    checks: tuple[CheckSample, ...] = ()
    check_count: int = 0

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> ImportInfo:
        """Build it from the values of the Finished event."""
        return cls(
            recipe=recipe_from_values(values["recipe"], values["source"]),
            decisions=tuple(
                DecisionInfo(**{**decision, "reason": Message(**decision["reason"])})
                for decision in values["decisions"]
            ),
            lines=tuple(values["head"]["lines"]),
            cells=tuple(tuple(row) for row in values["head"]["cells"]),
            unread=tuple(UnreadCell(**cell) for cell in values["unread"]["cells"]),
            unread_count=values["unread"]["count"],
            sheet=values["sheet"],
            sheets=tuple(values["sheets"]),
            checks=tuple(CheckSample(**check) for check in values["checks"]["samples"]),
            check_count=values["checks"]["count"],
        )

    @property
    def doubts(self) -> tuple[DecisionInfo, ...]:
        """Decisions that a person should look at."""
        return tuple(decision for decision in self.decisions if not decision.sure)

    def reason(self, name: str, column: str = "") -> Message | None:
        """Return why a field of the recipe has its value, None when nothing is said of it."""
        for decision in self.decisions:
            if decision.name == name and decision.column == column:
                return decision.reason
        return None

    @property
    def across(self) -> bool:
        """Whether samples stand beside each other: then lines of the recipe are columns."""
        return self.recipe.layout == "across"

    def part_of_line(self, line: int) -> str:
        """Return "names", "units", "methods", "samples", "above" or "below" for a line."""
        recipe = self.recipe
        if line in (recipe.names or ()):
            return "names"
        if line == recipe.units:
            return "units"
        if line == recipe.methods:
            return "methods"
        if recipe.first is not None and line < recipe.first:
            return "above"
        if recipe.last is not None and line > recipe.last:
            return "below"
        return "samples"
