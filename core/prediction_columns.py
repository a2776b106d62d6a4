"""What the columns of predictions are called, in tables and files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# before the name of a class: its probability, and the value of its output
CLASS_PREFIX, OUTPUT_PREFIX = "p ", "output "
# class as the map shows it, prediction set, and how unlike the training samples a row is
MAPPED, SET, UNLIKE = "mapped", "set", "unlike"
# between the classes of a set
BETWEEN = "; "
UNKNOWN = "unknown"


def class_names_of(columns: Iterable[str]) -> tuple[str, ...]:
    """Return the classes that columns have probabilities of, in their order."""
    return tuple(
        name.removeprefix(CLASS_PREFIX) for name in columns if name.startswith(CLASS_PREFIX)
    )


def unknown_name(
    class_names: Sequence[str], word: str = UNKNOWN, besides: str = " (unlike)"
) -> str:
    """Return what cells unlike the training samples are called beside the classes.

    Parameters
    ----------
    besides
        What is put behind the word where a class is called so already.
    """
    taken = {name.casefold() for name in class_names}
    while word.casefold() in taken:
        word += besides
    return word


def set_text(names: Iterable[str]) -> str:
    """Return a prediction set as it stands in a table; `set_size` counts its classes."""
    return BETWEEN.join(name.replace(";", ",") for name in names)


def set_size(text: str) -> int:
    """Return how many classes a text of `set_text` names, 0 for ""."""
    return text.count(BETWEEN) + 1 if text else 0
