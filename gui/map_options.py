"""How the values of a layer are drawn: colours, scale, and the range that the colours span."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QWidget

from core.numbers import NumberError, parse_number
from gui import theme
from gui.controls import ComboBox, Segments
from gui.map_colours import CIVIDIS, DIVERGING, INFERNO, VIRIDIS, Look

STRETCHES = ((2.0, 98.0), (0.0, 100.0), (5.0, 95.0), (0.5, 99.5))
LINEAR, LOGARITHM = "linear", "log"
TYPED = "typed"


class ValueOptions(QWidget):
    """Choices that make a `Look`; those of a layer's own range are hidden."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scheme = self._combo(
            self.tr("Colours"),
            (
                (self.tr("Viridis"), VIRIDIS),
                (self.tr("Cividis"), CIVIDIS),
                (self.tr("Inferno"), INFERNO),
                (self.tr("Diverging"), DIVERGING),
            ),
        )
        self.is_reversed = QCheckBox(self.tr("Reversed"))
        self.is_reversed.toggled.connect(lambda _: self.changed.emit())
        self.scale = Segments(
            {LINEAR: self.tr("Linear"), LOGARITHM: self.tr("Logarithmic")}, self.tr("Scale")
        )
        self.scale.changed.connect(lambda _: self.changed.emit())
        choices = [
            (self.tr("{low}–{high} % of the samples").format(low=f"{low:g}", high=f"{high:g}"), at)
            for at, (low, high) in enumerate(STRETCHES)
        ]
        self.stretch = self._combo(self.tr("Range"), [*choices, (self.tr("typed limits"), TYPED)])
        self.low, self.high = self._field(self.tr("lowest")), self._field(self.tr("highest"))
        self._lay_out()
        self.changed.connect(self._show_fields)
        self._show_fields()

    def _combo(self, name: str, choices: object) -> ComboBox:
        box = ComboBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(60)
        for text, value in choices:  # type: ignore[attr-defined]
            box.addItem(text, value)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.setMinimumWidth(40)
        field.editingFinished.connect(self.changed.emit)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._words = [
            QLabel(self.tr("Colours")),
            QLabel(self.tr("Scale")),
            QLabel(self.tr("Range")),
        ]
        for row, word in enumerate(self._words):
            theme.set_role(word, "muted")
            grid.addWidget(word, row, 0)
        grid.addWidget(self.scheme, 0, 1)
        grid.addWidget(self.is_reversed, 0, 2)
        grid.addWidget(self.scale, 1, 1, 1, 2)
        grid.addWidget(self.stretch, 2, 1, 1, 2)
        grid.addWidget(self.low, 3, 1)
        grid.addWidget(self.high, 3, 2)

    def suit(self, scheme: str, *, has_range: bool, centred: bool) -> None:
        """Propose the colours of another layer, and offer what makes sense for it."""
        self.blockSignals(True)
        self.scheme.setCurrentIndex(self.scheme.findData(scheme))
        self.is_reversed.setChecked(False)
        self.blockSignals(False)
        for part in (self._words[1], self.scale):
            part.setVisible(not has_range and not centred)
        for control in (self._words[2], self.stretch):
            control.setVisible(not has_range)
        self._has_range, self._centred = has_range, centred
        self._show_fields()

    _has_range = False
    _centred = False

    def look(self, limits: tuple[float, float] | None) -> Look:
        """Return how to draw a layer that may have limits of its own."""
        typed = self._typed() if not self._has_range else None
        stretch = self.stretch.currentData()
        return Look(
            scheme=self.scheme.currentData(),
            is_reversed=self.is_reversed.isChecked(),
            logarithm=self.scale.value() == LOGARITHM and not self._has_range and not self._centred,
            percentiles=STRETCHES[stretch] if isinstance(stretch, int) else STRETCHES[0],
            limits=limits if limits is not None else typed,
            centred=self._centred,
            is_whole=limits is not None,
        )

    def _typed(self) -> tuple[float, float] | None:
        """Return the typed limits, None while they are no range; the fields say so."""
        if self.stretch.currentData() != TYPED:
            return None
        numbers = [_number(field.text()) for field in (self.low, self.high)]
        low, high = numbers
        is_wrong = low is None or high is None or not low < high
        if self.scale.value() == LOGARITHM and low is not None and low <= 0:
            is_wrong = True
        for field in (self.low, self.high):
            field.setProperty("invalid", is_wrong and bool(field.text()))
            field.style().polish(field)
            field.setToolTip(
                self.tr("Two numbers, the smaller first; on a logarithmic scale above 0.")
            )
        if is_wrong or low is None or high is None:
            return None
        return low, high

    def _show_fields(self) -> None:
        is_typed = self.stretch.currentData() == TYPED and not self._has_range
        self.low.setVisible(is_typed)
        self.high.setVisible(is_typed)


def _number(text: str) -> float | None:
    try:
        return parse_number(text)
    except NumberError:
        return None
