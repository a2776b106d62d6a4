"""What stands on screen in Latin letters where everything should be Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QTabBar,
    QWidget,
)

LETTERS = re.compile(r"[A-Za-z]{3,}")
CHINESE = re.compile(r"[一-鿿]")
# rows of a table that are looked at: the others are made by the same code
ROWS = 12


def left_in_english(window: QWidget, names: set[str]) -> set[str]:
    """Return the visible texts that have words of Latin letters and no Chinese at all.

    Parameters
    ----------
    names
        Words that have no translation: columns, classes, files, methods of that name.
    """
    return {text for text in visible_texts(window) if _is_english(text, names)}


def visible_texts(window: QWidget) -> set[str]:
    """Return what labels, buttons, tabs, choices and tables say that are on screen."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    return {text for widget in shown for text in _texts(widget) if text.strip()}


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(number) for number in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), ROWS)):
            yield str(model.index(row, column).data() or "")


def _is_english(text: str, names: set[str]) -> bool:
    bare = re.sub(r"<[^>]*>", " ", text)
    words = {word for word in re.findall(r"[\w.+-]+", bare) if LETTERS.search(word)}
    return not CHINESE.search(bare) and bool(words - names)
