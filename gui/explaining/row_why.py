"""Why a row has its class, from the question to the answer: at work, failed, cancelled, found."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.run_folder import RunFolder
from gui.explaining.cell_view import CellView
from gui.explaining.cell_work import Asked, CellWork
from gui.pages.page import label
from gui.services import Services
from gui.translating import core_message

# ms: an answer that comes sooner takes the place of the last one without a word between
PATIENCE = 200


class RowWhy(QWidget):
    """Asks about one row while somebody looks; another row takes the place of an unanswered one.

    Parameters
    ----------
    narrow
        Whether there is but the width of an inspector.
    """

    def __init__(
        self, services: Services, *, narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self.work = CellWork(services, self)
        self.work.changed.connect(self._show_state)
        self.view = CellView(narrow=narrow)
        self.state = label("", "muted")
        self.state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.button = QPushButton()
        self.button.clicked.connect(lambda _=False: self._press())
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show_working)
        self._lay_out()
        self._show_state()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.state, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        # the line stays above where there is no answer to fill the room
        column.addStretch(0)

    def show_row(self, run: RunFolder | None, row: int) -> None:
        """Explain a row, counted from 1, as soon as it is looked at; nothing without a run."""
        self._asked = Asked.of(run, row) if run is not None else None
        if self._asked is None or self.isVisible():
            self.work.want(self._asked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.work.want(self._asked)

    def _press(self) -> None:
        if self.work.busy:
            self.work.cancel()
        else:
            self.work.again()

    def _show_state(self) -> None:
        if self.work.busy:
            self._patience.start()
            return
        self._patience.stop()
        failure = self.work.failure
        said = core_message(failure) if failure is not None else ""
        if self.work.cancelled:
            said = self.tr("Cancelled.")
        self._say(said, self.tr("Try again"))
        self.view.show_cell(self.work.cell)

    def _show_working(self) -> None:
        """Take the last answer away: it is of another row."""
        self._say(self.tr("Working…"), self.tr("Cancel"))

    def _say(self, said: str, action: str) -> None:
        self.state.setText(said)
        self.button.setText(action)
        for widget in (self.state, self.button):
            widget.setVisible(bool(said))
        self.view.setVisible(not said)
