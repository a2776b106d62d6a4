"""Sentences for the user, kept apart from their values so that the window can translate them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from datasets.plurals import in_number


@dataclass(frozen=True)
class Message:
    """A sentence for the user.

    Parameters
    ----------
    template
        English sentence in `str.format` syntax. It is the key under which translations are kept.
    values
        What the fields of the template stand for. Numbers and strings only.
    """

    template: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    def __str__(self) -> str:
        return in_number(self.template, self.values).format(**self.values)


def message(template: str, /, **values: str | int | float) -> Message:
    """Make a `Message`; the template must be a literal so that `gui.translations` finds it."""
    return Message(template, values)


class InputError(Exception):
    """Something the user gave cannot be used. Its one sentence says what, where and what to do.

    Anything else that is raised is a bug of ours.
    """

    def __init__(self, template: str, /, **values: str | int | float) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))

    def __reduce__(self):  # type: ignore[no-untyped-def]
        return (input_error, (self.message,))


def input_error(said: Message) -> InputError:
    """Return the error whose sentence was told elsewhere, by another process say."""
    return InputError(said.template, **said.values)
