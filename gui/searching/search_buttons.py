"""Start or go on, pause and stop; above the trials of a search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui import theme
from gui.icons import icon
from gui.searching.searcher import Searcher


class SearchButtons(QWidget):
    """Pause and stop are for the search that goes on, whichever one is on show."""

    start_wanted = Signal()

    def __init__(self, searcher: Searcher, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searcher = searcher
        self.start = QPushButton(icon("play", theme.current().on_accent), "")
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(lambda _=False: self.start_wanted.emit())
        self.pause = QPushButton(icon("pause"), self.tr("Pause"))
        self.pause.setToolTip(self.tr("No further trial begins; those under way are carried out."))
        self.pause.clicked.connect(lambda _=False: self._pause_or_resume())
        self.stop = QPushButton(icon("stop"), self.tr("Stop"))
        self.stop.clicked.connect(lambda _=False: searcher.stop())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.start, self.pause, self.stop):
            row.addWidget(button)

    def show_state(self, obstacle: str, *, is_new: bool) -> None:
        """Enable what can be done now; `obstacle` says why the search on show cannot begin."""
        state = self._searcher.state
        active, paused = self._searcher.active, state == "paused"
        self.start.setText(self.tr("Start") if is_new else self.tr("Go on"))
        self.start.setEnabled(not active and not obstacle)
        self.start.setToolTip(self.tr("A search goes on already.") if active else obstacle)
        self.pause.setEnabled(state in ("searching", "paused"))
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause.setIcon(icon("play" if paused else "pause"))
        self.stop.setEnabled(active)
        self.stop.setText(self.tr("Leave at once") if state == "stopping" else self.tr("Stop"))
        self.stop.setToolTip(
            self.tr("Trials under way are lost; “Go on” carries them out again.")
            if state == "stopping"
            else self.tr("The trials under way are carried out, then the best is judged.")
        )

    def _pause_or_resume(self) -> None:
        if self._searcher.state == "paused":
            self._searcher.resume()
        else:
            self._searcher.pause()
