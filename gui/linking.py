"""What links the views: picking rows in one marks them in all, through the session alone."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from gui.element_data import Rows
from gui.icons import icon
from gui.map_view import MapView
from gui.session import Session
from gui.throttle import Throttle

# tables of more rows are marked when a drag ends, not while it goes on
MOST_WHILE_DRAGGING = 100_000
FOLLOW_MS = 40
ESCAPE = QKeySequence(QKeyCombination(Qt.Key.Key_Escape))


class Picker(QObject):
    """Takes what the views pick and hands it to the session, a few times a second at most."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._before: Rows | None = None
        self._picked: Rows = np.empty(0, np.int64)
        self._follow = Throttle(lambda: session.select_rows(self._picked), FOLLOW_MS, self)

    def take(self, rows: Rows, add: bool, ended: bool) -> None:
        """Select rows; `add` keeps those that were selected when the drag began."""
        if self._before is None:
            self._before = self._session.selection
        self._picked = np.union1d(self._before, rows) if add else rows
        if ended:
            self._before = None
            self._follow.cancel()
            self._session.select_rows(self._picked)
        elif self._session.table is not None and self._session.table.rows <= MOST_WHILE_DRAGGING:
            self._follow.request()

    def one(self, row: int) -> None:
        """Select a single row."""
        self.take(np.array([row], np.int64), False, True)

    def many(self, rows: Rows) -> None:
        """Select rows that were picked at once."""
        self.take(rows, False, True)

    def clear(self) -> None:
        """Select nothing."""
        self.take(np.empty(0, np.int64), False, True)

    def listen_to_escape(self, widget: QWidget) -> None:
        """Empty the selection at Escape wherever the focus is in a widget."""
        shortcut = QShortcut(ESCAPE, widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.clear)


class SelectionButton(QPushButton):
    """Says how many rows are selected, and empties the selection; away while there is none."""

    def __init__(self, picker: Picker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon("selection-off"))
        self.setToolTip(self.tr("Select nothing (Esc)"))
        self.clicked.connect(picker.clear)
        # what stands below must not jump when it appears
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many rows are selected."""
        self.setVisible(count > 0)
        self.setText(self.tr("{count} selected").format(count=f"{count:,}"))


def mark_on_map(view: MapView, rows: Rows) -> None:
    """Mark the selected rows on a map; a single one is gone to and described."""
    if len(rows) == 1:
        view.set_selection(rows[:0])
        view.set_selected(int(rows[0]))
    else:
        view.set_selected(-1)
        view.set_selection(rows)
