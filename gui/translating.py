"""Text that comes from core, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from datasets.messages import Message
from datasets.plurals import in_number
from gui.unbroken import unbroken


def core_text(text: str) -> str:
    """Translate a label, a help text or the name of a choice."""
    return QCoreApplication.translate("core", text) if text else ""


def core_message(message: Message) -> str:
    """Translate the sentence of a message and put its values in."""
    return counted(core_text(message.template), **message.values)


def counted(words: str, /, **values: str | int | float) -> str:
    """Put values into words that may be English, which tells one thing from several.

    No line will end between a number and its unit.
    """
    return unbroken(in_number(words, values).format(**values))
