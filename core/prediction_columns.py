"""What the columns of predictions are called, in tables and files."""

from __future__ import annotations

from collections.abc import Iterable

# before the name of a class: its probability, and the value of its output
CLASS_PREFIX, OUTPUT_PREFIX = "p ", "output "


def class_names_of(columns: Iterable[str]) -> tuple[str, ...]:
    """Return the classes that columns have probabilities of, in their order."""
    return tuple(
        name.removeprefix(CLASS_PREFIX) for name in columns if name.startswith(CLASS_PREFIX)
    )
