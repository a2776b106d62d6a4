"""Above the trials of a search: what is in the way, how far it is, and what it came to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.events import TaskProgress
from gui import theme
from gui.icons import icon
from gui.obstacle_notice import ObstacleNotice
from gui.pages.page import label
from gui.searching.shown_search import ShownSearch
from gui.searching.verdict_words import search_sentence


class SearchHead(QWidget):
    """Sentences, the progress, and the ways on from a search that has its verdict.

    Parameters
    ----------
    go
        Shows a page by its name.
    """

    use_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, go: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ways = {"data": self.tr("Go to Data"), "network": self.tr("Go to Network")}
        ways["judge"] = self.tr("Go to Judge")
        self.obstacle = ObstacleNotice(ways, go)
        self.words = label("", "muted")
        self.bar = QProgressBar(textVisible=False)
        self.verdict = label("")
        self.use = QPushButton(
            icon("check", theme.current().on_accent), self.tr("Use the winner as the job")
        )
        self.use.setProperty("role", "primary")
        self.use.clicked.connect(lambda _=False: self.use_wanted.emit())
        self.save = QPushButton(icon("content-save-outline"), self.tr("Save job…"))
        self.save.clicked.connect(lambda _=False: self.save_wanted.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        self._ways_on = QWidget()
        row = QHBoxLayout(self._ways_on)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.use, self.save):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.obstacle, self.words, self.bar, self.verdict, self._ways_on):
            column.addWidget(widget)

    def show_words(self, words: str) -> None:
        """Say how the search stands."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def show_progress(self, progress: TaskProgress | None, *, is_live: bool) -> None:
        """Show how far the search is that goes on; without a progress nobody knows."""
        self.bar.setVisible(is_live)
        self.bar.setRange(0, progress.total if progress is not None else 0)
        if progress is not None:
            self.bar.setValue(progress.done)

    def show_verdict(self, shown: ShownSearch, *, is_live: bool) -> None:
        """Say what a search came to that has ended, and let its winner be taken."""
        ended = shown.verdict is not None and shown.chosen is not None and not is_live
        self.verdict.setVisible(ended)
        self._ways_on.setVisible(ended)
        if shown.verdict is not None and shown.chosen is not None:
            self.verdict.setText(search_sentence(shown.verdict, shown.chosen))
