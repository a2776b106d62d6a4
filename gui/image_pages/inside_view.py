"""What the views of the Inside page have in common: a head, a picture, and words meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from datasets.messages import Message
from gui import theme
from gui.image_pages.asking import Asking
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import Looked
from gui.pages.page import label
from gui.translating import core_message


class InsideView(QWidget):
    """Asks while it is seen, keeps its last picture meanwhile, and says why it has none.

    Attributes
    ----------
    layer_view
        The view that a layer must have to be chosen here; "" where no layer is chosen.
    needs_image
        Whether there is nothing to see without an image.
    """

    layer_view = ""
    needs_image = False
    sample_wanted = Signal(int)
    layer_wanted = Signal(str)
    bug = Signal(object, str)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asking = asking
        self.asking.setParent(self)
        self.looked: Looked | None = None
        self.layer = ""
        self.shown: Answer | None = None
        # settings of the view, which the page puts into its inspector
        self.controls = QWidget()
        self.settings = QVBoxLayout(self.controls)
        self.settings.setContentsMargins(0, 0, 0, 0)
        self.settings.setSpacing(8)
        self._build()
        asking.changed.connect(self._show_state)
        asking.bug.connect(self.bug)

    def _build(self) -> None:
        self.readout = QLabel("")
        self.readout.setFont(theme.tabular(self.readout.font()))
        self.readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # what stands in the head and belongs to a picture
        self.beside: list[QWidget] = [self.readout]
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.readout, 1)
        self._state = label("", "muted")
        self._state.setWordWrap(False)
        self.head.addWidget(self._state)
        self._sentence = label("", "muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = QPushButton(self.tr("Compute again"))
        self.again.clicked.connect(lambda _=False: self.asking.again())
        instead = QWidget()
        middle = QVBoxLayout(instead)
        middle.addStretch(1)
        middle.addWidget(self._sentence)
        middle.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._holder = QWidget()
        self.content = QVBoxLayout(self._holder)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(6)
        self._stack = QStackedWidget()
        self._stack.addWidget(instead)
        self._stack.addWidget(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addWidget(self._stack, 1)

    # --- asking ------------------------------------------------------------------------

    def look(self, looked: Looked | None, layer: str) -> None:
        """Show something else; what is not seen asks when it is."""
        if looked is None or self.looked is None or looked.network != self.looked.network:
            self._forget()
        self.looked, self.layer = looked, layer
        if self.isVisible():
            self.ask()

    def ask(self) -> None:
        """Ask for what is to be seen now."""
        self.asking.want(self._question_now())
        self._show_state()

    def _question_now(self) -> Question | None:
        if self.looked is None or (self.needs_image and not self.looked.has_image):
            return None
        return self.question(self.looked)

    def question(self, looked: Looked) -> Question | None:
        """Return what this view asks."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def _forget(self) -> None:
        """Another network: its pictures are no longer those of the one before."""
        self.asking.want(None)
        self.shown = None

    # --- showing -----------------------------------------------------------------------

    def _show_state(self) -> None:
        answer, failure = self.asking.found, self.asking.failure
        if answer is not None and answer is not self.shown and failure is None:
            self.shown = answer
            self.draw(answer)
        self.set_old(self.asking.busy)
        has_picture = self.shown is not None and failure is None and not self.asking.cancelled
        self._stack.setCurrentIndex(1 if has_picture else 0)
        self._state.setText(self.tr("Computing…") if self.asking.busy and has_picture else "")
        self._sentence.setText(self._sentence_now(failure))
        self.again.setVisible(self.asking.cancelled or failure is not None)
        for each in self.beside:
            each.setVisible(has_picture)

    def _sentence_now(self, failure: Message | None) -> str:
        if failure is not None:
            return core_message(failure)
        if self.asking.cancelled:
            return self.tr("Cancelled.")
        if self.asking.busy:
            return self.tr("Computing…")
        return self.tr("Choose a sample to see what the network makes of it.")

    def draw(self, answer: Answer) -> None:
        """Draw an answer."""
        raise NotImplementedError

    def set_old(self, is_old: bool) -> None:
        """Show that another picture is on its way."""
