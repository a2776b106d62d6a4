"""The settings of the training, beside the views of the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.job import Judging, Training
from core.job_sections.cnn import CNNTraining
from datasets.messages import Message
from gui.declared import declared_fields
from gui.forms import SectionForm
from gui.network_title import network_title
from gui.pages.page import label
from gui.session import Session
from gui.translating import core_message, counted


class TrainingSide(QWidget):
    """What is trained, how it is judged, the form of the chosen method, and what was worked round.

    Parameters
    ----------
    go
        Shows a page by its name.
    """

    def __init__(
        self, session: Session, go: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.network = label("", "muted")
        self.judged_by = QPushButton()
        self.judged_by.setFlat(True)
        self.judged_by.setProperty("role", "link")
        self.judged_by.clicked.connect(lambda _=False: go("judge"))
        self.form = SectionForm(Training)
        self.form.changed.connect(session.set_training)
        self.cnn_form = SectionForm(CNNTraining)
        self.cnn_form.changed.connect(self._take_cnn)
        self._notices_title = label(self.tr("Worked around in this run"), "heading")
        self._notices = label("", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(label(self.tr("Training"), "heading"))
        self._column.addWidget(self.network)
        self._column.addWidget(self.judged_by, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.form, self.cnn_form, self._notices_title, self._notices):
            self._column.addWidget(widget)

    def add_way(self, way: QWidget) -> None:
        """Put a way to something else above the settings, which are many."""
        self._column.insertWidget(self._column.indexOf(self.form), way)

    def show_settings(self) -> None:
        """Show the settings of the next run."""
        session = self._session
        is_cnn = session.method == "cnn"
        self.form.setVisible(not is_cnn)
        self.cnn_form.setVisible(is_cnn)
        self.form.set_value(session.training)
        self.cnn_form.set_value(session.windows.training)
        self.network.setVisible(session.network is not None)
        self.network.setText(self._network_words())
        self.judged_by.setText(self._judged_words())

    def show_notices(self, notices: Sequence[Message]) -> None:
        """Say what was worked around in the run on show."""
        self._notices_title.setVisible(bool(notices))
        self._notices.setVisible(bool(notices))
        self._notices.setText("\n".join("• " + core_message(notice) for notice in notices))

    def _network_words(self) -> str:
        session = self._session
        if session.network is None:
            return ""
        is_cnn = session.method == "cnn"
        name = session.windows.network.name
        return counted(
            self.tr("{layers} · {samples} labelled samples"),
            layers=network_title(name) if is_cnn else session.network.layers,
            samples=f"{session.labelled:,}",
        )

    def _judged_words(self) -> str:
        """Return how the next run is judged, in the words of the form that says so."""
        protocol = next(each for each in declared_fields(Judging) if each.name == "protocol")
        return f"{protocol.said(self._session.judging.protocol)}…"

    def _take_cnn(self, training: CNNTraining) -> None:
        windows = self._session.windows
        self._session.set_windows(windows.model_copy(update={"training": training}))
