"""What somebody may have meant by the name of a field that there is not."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from pydantic import BaseModel


def fields_of(kind: type[BaseModel], place: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the fields of a section, by its place in the whole; () for no section."""
    section: object = kind
    for name in place:
        section = _sections(section).get(name)
    return tuple(_sections(section))


def likely_names(kind: type[BaseModel], place: Sequence[str], name: str) -> tuple[str, ...]:
    """Return the fields that may be meant by an unknown `name`, joined by points; () for none.

    Parameters
    ----------
    kind
        What the whole is.
    place
        Names of the sections in which the name stands, outermost first.
    """
    here = difflib.get_close_matches(name.lower(), fields_of(kind, place), n=3)
    found = [".".join((*place, field)) for field in here]
    # a right name in a wrong section
    beside = [
        ".".join((*place[:-1], section, name))
        for section in fields_of(kind, place[:-1])
        if place and name in fields_of(kind, (*place[:-1], section))
    ]
    return tuple(beside + found)


def _sections(kind: object) -> dict[str, object]:
    """Return what the fields of a section hold, by name; nothing for what is no section."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {name: field.annotation for name, field in kind.model_fields.items()}
    return {}
