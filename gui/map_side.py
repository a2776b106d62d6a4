"""The inspector of the Map page: how the layer is drawn, what lies over it, and one cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.numbers import NumberError, parse_number, percent, three_digits
from gui import theme
from gui.controls import ComboBox
from gui.map_facts import FactsTable
from gui.map_gridding import GriddingPanel
from gui.map_legend import BY_COUNT, BY_NAME, GIVEN, OWN
from gui.map_options import ValueOptions
from gui.map_outlines import OutlinesList
from gui.services import Services


class LayerSide(QWidget):
    """Settings of the layer on show; those that do not apply are away."""

    changed = Signal()
    order_changed = Signal(str)
    opacity_changed = Signal(float)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = ValueOptions()
        self.values.changed.connect(self.changed)
        self.gridding = GriddingPanel(services)
        self.threshold = QLineEdit()
        self.threshold.setAccessibleName(self.tr("Threshold"))
        self.threshold.editingFinished.connect(self.changed)
        self.threshold_row = _row(self.tr("Threshold"), self.threshold)
        self.order = ComboBox()
        self.order.setAccessibleName(self.tr("Order of the classes"))
        self.order.setMinimumWidth(60)
        for text, way in (
            (self.tr("as in the table"), GIVEN),
            (self.tr("most samples first"), BY_COUNT),
            (self.tr("by name"), BY_NAME),
            (self.tr("as dragged"), OWN),
        ):
            self.order.addItem(text, way)
        self.order.setToolTip(self.tr("Rows of the legend can also be dragged."))
        self.order.currentIndexChanged.connect(
            lambda _: self.order_changed.emit(self.order.currentData())
        )
        self.order_row = _row(self.tr("Order"), self.order)
        self.unknown = UnknownRow()
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setAccessibleName(self.tr("Opacity"))
        self.opacity.setRange(10, 100)
        self.opacity.setValue(100)
        self.opacity.valueChanged.connect(lambda value: self.opacity_changed.emit(value / 100))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (
            self.threshold_row, self.order_row, self.unknown, self.values, self.gridding,
            _row(self.tr("Opacity"), self.opacity),
        ):  # fmt: skip
            column.addWidget(widget)

    def typed_threshold(self) -> float | None:
        """Return the threshold that was typed, None for none; what is no number is marked."""
        text = self.threshold.text().strip()
        try:
            value = parse_number(text) if text else None
        except NumberError:
            value = None
        wrong = bool(text) and (value is None or value <= 0)
        self.threshold.setProperty("invalid", wrong)
        self.threshold.style().polish(self.threshold)
        self.threshold.setToolTip(self.tr("A number above 0, in the unit of the element"))
        return None if wrong else value

    def offer_threshold(self, kept: float | None) -> None:
        """Say which threshold counts while none is typed."""
        self.threshold.setPlaceholderText(
            self.tr("none kept: type one")
            if kept is None
            else self.tr("kept: {value}").format(value=three_digits(kept))
        )

    def was_dragged(self) -> None:
        """Show that the order of the classes is the user's own."""
        self.order.blockSignals(True)
        self.order.setCurrentIndex(self.order.findData(OWN))
        self.order.blockSignals(False)


class UnknownRow(QWidget):
    """Whether unknown cells are a class of the map, and how many of them there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = QCheckBox(self.tr("Show unknown"))
        self.shown.setChecked(True)
        self.shown.setToolTip(
            self.tr(
                "Cells unlike all training samples are hatched grey, whatever class the networks "
                "name. Off: their class is shown."
            )
        )
        self.said = QLabel("", wordWrap=True)
        theme.set_role(self.said, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.shown, self.said):
            column.addWidget(widget)

    def show_share(self, share: float | None) -> None:
        """Say which share of the cells is unknown, 0 to 1; be away where that is not told."""
        self.setVisible(share is not None)
        if share is not None:
            self.said.setText(
                self.tr("{share} of the cells are unlike the training samples").format(
                    share=percent(share)
                )
            )


class OverlaySide(QWidget):
    """What is drawn over the layer."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deposits = QCheckBox(self.tr("Training deposits"))
        self.deposits.setChecked(True)
        self.lines = QCheckBox(self.tr("Coordinate lines"))
        self.outlines = OutlinesList(services)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.deposits, self.lines, self.outlines):
            column.addWidget(widget)


class CellSide(QWidget):
    """The facts of one sample, or how to get at them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = QLabel(
            self.tr("Click a cell for its values. Drag with Shift to pick many."), wordWrap=True
        )
        theme.set_role(self.hint, "caption")
        self.facts = FactsTable()
        self.facts.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addWidget(self.facts)

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show the facts of a sample, or the hint where there are none."""
        self.facts.show_facts(facts)
        self.facts.setVisible(bool(facts))
        self.hint.setVisible(not facts)


def _row(word: str, widget: QWidget) -> QWidget:
    row = QWidget()
    inner = QHBoxLayout(row)
    inner.setContentsMargins(0, 0, 0, 0)
    label = QLabel(word)
    theme.set_role(label, "muted")
    label.setBuddy(widget)
    inner.addWidget(label)
    inner.addWidget(widget, 1)
    return row
