"""Which network: one of the zoo in its original or its fitted form, or layers of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.job_sections.cnn import CNN
from core.networks.cnn.plan import CUSTOM
from core.networks.cnn.planned import ImageShape
from core.networks.cnn.zoo import ZOO, ZooEntry
from core.numbers import count
from gui import theme
from gui.controls import Segments
from gui.image_pages.graph_words import size_text
from gui.image_pages.network_sheet import NetworkSheet, sheet_of
from gui.image_pages.pattern_line import EXAMPLES
from gui.image_pages.zoo_groups import original_parameters
from gui.image_pages.zoo_list import ZooList
from gui.translating import core_message, counted


class NetworkChooser(QWidget):
    """The zoo, the form, and what is known of the network chosen.

    It stands by itself: `show_network` tells it what there is, `changed` what a person chose.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cnn = CNN()
        self._shape: ImageShape = (1, 28, 28)
        self._classes = 10
        self._sheet: NetworkSheet | None = None
        self.zoo = ZooList()
        self.zoo.chosen.connect(self._take_name)
        self.form = Segments(
            {"fitted": self.tr("Fitted to the data"), "original": self.tr("Original")},
            self.tr("Form"),
        )
        self.form.changed.connect(self._take_form)
        self.about = QLabel("", wordWrap=True)
        self.original = QLabel("", wordWrap=True)
        theme.set_role(self.original, "caption")
        self.notes = QLabel("", wordWrap=True)
        theme.set_role(self.notes, "caption")
        self.refused = QLabel("", wordWrap=True)
        theme.set_role(self.refused, "error")
        self.back = QPushButton(self.tr("Fit it to the data"))
        self.back.clicked.connect(lambda _=False: self._take_form("fitted"))
        self.start = QPushButton(self.tr("Start from this network"))
        self.start.setToolTip(self.tr("Takes its layers as your own, to change them"))
        self.start.clicked.connect(lambda _=False: self._start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.zoo, 1)
        for widget in (
            self.form,
            self.about,
            self.original,
            self.refused,
            self.back,
            self.notes,
            self.start,
        ):
            column.addWidget(widget)

    def show_network(self, cnn: CNN, shape: ImageShape, classes: int) -> None:
        """Show what is chosen, for images of `shape` (C, H, W) and so many classes."""
        self._cnn, self._shape, self._classes = cnn, shape, classes
        self._sheet = sheet_of(cnn, shape, classes)
        self.zoo.show_network(cnn.name, shape, classes)
        entry = ZOO.get(cnn.name)
        self.form.setVisible(entry is not None)
        if entry is not None:
            self.form.set_value(cnn.form)
        self._show_about(entry)
        self._show_refusal(entry)
        self._show_notes()
        self.start.setVisible(entry is not None)
        self.start.setEnabled(bool(self._sheet.text))

    def _show_about(self, entry: ZooEntry | None) -> None:
        self.about.setText(self._about(entry))
        self.original.setVisible(entry is not None)
        if entry is None:
            return
        self.original.setText(
            counted(
                self.tr("Original: image {size}, {classes} classes, {number} parameters"),
                size=size_text(entry.shape),
                classes=count(entry.classes),
                number=count(original_parameters(entry.name)),
            )
        )

    def _about(self, entry: ZooEntry | None) -> str:
        if entry is None:
            return self.tr("Layers of your own, as they stand in the line and the table.")
        note = core_message(entry.note)
        return f"{entry.year}. {note}" if entry.year else note

    def _show_refusal(self, entry: ZooEntry | None) -> None:
        """Say of a network of the zoo why it cannot take the images; text has its own place."""
        error = self._sheet.error if self._sheet is not None and entry is not None else None
        self.refused.setText(core_message(error) if error is not None else "")
        self.refused.setVisible(error is not None)
        self.back.setVisible(error is not None and self._cnn.form == "original")

    def _show_notes(self) -> None:
        plan = self._sheet.plan if self._sheet is not None else None
        notes = [core_message(note) for note in plan.notes] if plan is not None else []
        said = self.tr("Fitted: {notes}").format(notes=" ".join(notes)) if notes else ""
        self.notes.setText(said)
        self.notes.setVisible(bool(notes))

    def _take_name(self, name: str) -> None:
        if name == CUSTOM:
            self._start()
        else:
            self._tell(CNN(name=name, form=self._cnn.form))

    def _take_form(self, form: str) -> None:
        self._tell(CNN.model_validate({**dict(self._cnn), "form": form}))

    def _start(self) -> None:
        """Go on with layers of one's own: those on show where they can be written."""
        text = self._sheet.text if self._sheet is not None else ""
        self._tell(CNN(name=CUSTOM, layers=text or EXAMPLES[0]))

    def _tell(self, cnn: CNN) -> None:
        self.changed.emit(cnn)
