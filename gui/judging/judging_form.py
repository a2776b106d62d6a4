"""How the network of the next run is judged: the protocol and what belongs to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from core.job import Judging
from datasets.suffixes import OPENED_SUFFIXES
from gui.forms import SectionForm
from gui.icons import icon
from gui.pages.page import label


class JudgingForm(QWidget):
    """The declared fields; the second file is chosen by a button."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judging = Judging()
        self.form = SectionForm(Judging, exclude=("test_table",))
        self.form.changed.connect(self._take)
        self.choose = QPushButton(icon("folder-open-outline"), self.tr("Choose the test file…"))
        self.choose.clicked.connect(lambda _=False: self._ask_file())
        self._file = label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.form, self.choose, self._file):
            column.addWidget(each)
        self.show_judging(self._judging)

    def show_judging(self, judging: Judging) -> None:
        """Show how it is judged, without a signal."""
        self._judging = judging
        self.form.set_value(judging)
        by_file = judging.protocol == "second_file"
        self.choose.setVisible(by_file)
        self._file.setVisible(by_file)
        self._file.setText(
            judging.test_table or self.tr("No file is chosen yet: it needs the same columns.")
        )

    def take_file(self, path: str) -> None:
        """Let a second file judge."""
        self._take(self._judging.model_copy(update={"test_table": path}))

    def _ask_file(self) -> None:
        place = str(Path(self._judging.test_table).parent) if self._judging.test_table else ""
        kinds = self.tr("Tables and points ({suffixes});;All files (*)").format(
            suffixes=" ".join(f"*{suffix}" for suffix in OPENED_SUFFIXES)
        )
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Test file"), place, kinds)
        if path:
            self.take_file(path)

    def _take(self, judging: Judging) -> None:
        self.show_judging(judging)
        self.changed.emit(judging)
