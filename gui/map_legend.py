"""The legend of classes beside a map: names with their counts, in an order of one's own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.numbers import count, percent
from gui import theme
from gui.class_colours import ClassColours
from gui.map_class_button import ClassButton

GIVEN, BY_COUNT, BY_NAME, OWN = "given", "count", "name", "own"


class ClassLegend(QWidget):
    """A row for each class: name, number of samples, share; rows can be dragged into an order.

    Attributes
    ----------
    names_alone
        Leave the numbers out, where they would take the map's room; set it before there are rows.
    """

    toggled = Signal(int)
    reordered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names_alone = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._names: tuple[str, ...] = ()
        self._look: tuple[str, ...] = ()
        self._sorted_by = GIVEN
        self._own: list[str] = []
        self._order: list[int] = []
        self._amounts: list[int] = []
        self.buttons: list[ClassButton] = []
        self._counts: list[QLabel] = []
        self._shares: list[QLabel] = []

    def show_classes(
        self,
        colours: ClassColours,
        counts: NDArray[np.int64] | Sequence[int],
        hatched: int = -1,
    ) -> None:
        """Show the classes with their counts; only the numbers change while classes stay.

        Parameters
        ----------
        hatched
            Code of the class that is hatched, -1 for none.
        """
        look = tuple(colours.colour(code) for code in range(len(colours)))
        if (colours.names, look) != (self._names, self._look):
            self._make_rows(colours)
            self._look = look
        for code, button in enumerate(self.buttons):
            button.hatched = code == hatched
        self._amounts = [int(n) for n in counts][: len(colours)]
        self._amounts += [0] * (len(colours) - len(self._amounts))
        total = max(1, sum(self._amounts))
        for amount, number, share in zip(self._amounts, self._counts, self._shares, strict=True):
            number.setText(count(amount))
            share.setText(percent(amount / total))
        self._place_rows()

    def show_symbols(self, shown: bool) -> None:
        """Show the symbol of each class instead of a swatch."""
        for button in self.buttons:
            button.with_symbol = shown
            button.update()

    def text_of(self, name: str) -> str:
        """Return the count written beside a class."""
        return self._counts[self._names.index(name)].text()

    @property
    def order(self) -> list[str]:
        """The names from top to bottom."""
        return [self._names[code] for code in self._order]

    def sort_by(self, way: str) -> None:
        """Order the rows: GIVEN, BY_COUNT (largest first), BY_NAME, or OWN, as dragged."""
        self._sorted_by = way
        self._place_rows()

    def drag(self, code: int, y: int) -> None:
        """Move the row of a class to a height, in pixels of the legend."""
        order = [other for other in self._order if other != code]
        above = sum(self.buttons[other].geometry().center().y() < y for other in order)
        order.insert(above, code)
        if order != self._order:
            self._own = [self._names[other] for other in order]
            self._sorted_by = OWN
            self._place_rows()
            self.reordered.emit()

    def _make_rows(self, colours: ClassColours) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        with_symbols = bool(self.buttons and self.buttons[0].with_symbol)
        faded = self._faded() if colours.names == self._names else set()
        self._names = colours.names
        self._order = []
        self.buttons, self._counts, self._shares = [], [], []
        for code, name in enumerate(colours.names):
            button = ClassButton(name, colours.colour(code), colours.symbol(code))
            button.with_symbol = with_symbols
            button.setChecked(code not in faded)
            button.clicked.connect(lambda _=False, code=code: self.toggled.emit(code))
            button.dragged.connect(lambda y, code=code: self.drag(code, y))
            self.buttons.append(button)
            for kept in (self._counts, self._shares):
                label = QLabel("")
                theme.set_role(label, "caption")
                label.setFont(theme.tabular(label.font()))
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                label.setHidden(self.names_alone)
                kept.append(label)

    def _faded(self) -> set[int]:
        return {code for code, button in enumerate(self.buttons) if not button.isChecked()}

    def _place_rows(self) -> None:
        order = self._wanted_order()
        if order == self._order:
            return
        self._order = order
        for row, code in enumerate(order):
            row_of = (self.buttons[code], self._counts[code], self._shares[code])
            for column, widget in enumerate(row_of):
                self._grid.addWidget(widget, row, column)

    def _wanted_order(self) -> list[int]:
        codes = range(len(self._names))
        if self._sorted_by == BY_COUNT:
            return sorted(codes, key=lambda code: -self._amounts[code])
        if self._sorted_by == BY_NAME:
            return sorted(codes, key=lambda code: self._names[code].casefold())
        if self._sorted_by == OWN:
            place = {name: row for row, name in enumerate(self._own)}
            return sorted(codes, key=lambda code: place.get(self._names[code], len(place)))
        return list(codes)


class LegendArea(QScrollArea):
    """Lets a legend of many classes scroll, so that it never makes the window taller."""

    def __init__(self, legend: ClassLegend) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(legend)
        column.addStretch(1)
        self._legend = legend
        self.setWidget(holder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # rows made while the legend is hidden have no width before they are laid out
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit_width()
        return super().eventFilter(watched, event)

    def fit_width(self) -> None:
        """Be as wide as the legend and the bar that scrolls it."""
        width = self._legend.sizeHint().width() + self.verticalScrollBar().sizeHint().width() + 4
        if width != self.width():
            self.setFixedWidth(width)
