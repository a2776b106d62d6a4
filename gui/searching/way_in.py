"""The way from the settings of a training to a search for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.pages.page import label
from gui.services import Services


class WayIn(QWidget):
    """A button for jobs that can be searched, and how far the search is that goes on.

    What searches is loaded when there is a search: most windows show no more of it than this.
    """

    wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.button = QPushButton(icon("magnify"), "")
        self.button.clicked.connect(lambda _=False: self.wanted.emit())
        self._about = label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self._about)
        self.show_state()

    def show_state(self) -> None:
        """Show whether the job can be searched, and whether a search goes on."""
        active = self._services.search is not None
        self.setVisible(self._services.session.method == "bp" or active)
        self.button.setText(self.tr("A search goes on…") if active else self.tr("Search settings…"))
        self._about.setText(
            self._progress()
            if active
            else self.tr(
                "Tries layers, trainers and preparations, and says what the best is worth."
            )
        )

    def _progress(self) -> str:
        from gui.searching.searcher import searcher_of
        from gui.searching.state_words import progress_words

        return progress_words(searcher_of(self._services))
