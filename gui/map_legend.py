"""The legends beside a map: classes with their counts, or a colour bar with its range."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.numbers import count, percent, three_digits
from gui import theme
from gui.class_colours import ClassColours


class ClassButton(QAbstractButton):
    """Swatch, symbol and name of a class; a click fades the class on the map."""

    def __init__(self, name: str, colour: str, symbol: str) -> None:
        super().__init__()
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._colour, self._symbol = QColor(colour), symbol
        self.with_symbol = False

    def sizeHint(self) -> QSize:
        return QSize(min(176, self.fontMetrics().horizontalAdvance(self.text()) + 30), 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.focus), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setOpacity(1.0 if self.isChecked() else 0.35)
        if self.with_symbol:
            painter.save()
            painter.translate(QPointF(13, self.height() / 2))
            painter.scale(12, 12)
            pen = QPen(QColor(scheme.text), 1.2)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(self._colour)
            painter.drawPath(Symbols[self._symbol])
            painter.restore()
        else:
            painter.setPen(QPen(QColor(scheme.outline), 0.8))
            painter.setBrush(self._colour)
            painter.drawRect(QRectF(7, self.height() / 2 - 6, 12, 12))
        painter.setPen(QColor(scheme.text))
        room = QRectF(26, 0, self.width() - 28, self.height())
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class ClassLegend(QWidget):
    """A row for each class: name, number of samples, share.

    Attributes
    ----------
    names_alone
        Leave the numbers out, where they would take the map's room; set it before there are rows.
    """

    toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names_alone = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._names: tuple[str, ...] = ()
        self.buttons: list[ClassButton] = []
        self._counts: list[QLabel] = []
        self._shares: list[QLabel] = []

    def show_classes(
        self, colours: ClassColours, counts: NDArray[np.int64] | Sequence[int]
    ) -> None:
        """Show the classes with their counts; only the numbers change while names stay."""
        if colours.names != self._names or len(self.buttons) != len(colours):
            self._make_rows(colours)
        total = max(1, int(np.sum(counts)))
        for code, (number, share) in enumerate(zip(self._counts, self._shares, strict=True)):
            amount = int(counts[code]) if code < len(counts) else 0
            number.setText(count(amount))
            share.setText(percent(amount / total))

    def show_symbols(self, shown: bool) -> None:
        """Show the symbol of each class instead of a swatch."""
        for button in self.buttons:
            button.with_symbol = shown
            button.update()

    def text_of(self, name: str) -> str:
        """Return the count written beside a class."""
        return self._counts[self._names.index(name)].text()

    def _make_rows(self, colours: ClassColours) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        with_symbols = bool(self.buttons and self.buttons[0].with_symbol)
        self._names = colours.names
        self.buttons, self._counts, self._shares = [], [], []
        for code, name in enumerate(colours.names):
            button = ClassButton(name, colours.colour(code), colours.symbol(code))
            button.with_symbol = with_symbols
            button.clicked.connect(lambda _=False, code=code: self.toggled.emit(code))
            self._grid.addWidget(button, code, 0)
            self.buttons.append(button)
            for column, kept in ((1, self._counts), (2, self._shares)):
                label = QLabel("")
                theme.set_role(label, "caption")
                label.setFont(theme.tabular(label.font()))
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                label.setHidden(self.names_alone)
                self._grid.addWidget(label, code, column)
                kept.append(label)


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
        self.setWidget(holder)
        self._legend = legend

    def fit_width(self) -> None:
        """Be as wide as the legend and the bar that scrolls it."""
        width = self._legend.sizeHint().width() + self.verticalScrollBar().sizeHint().width() + 4
        if width != self.width():
            self.setFixedWidth(width)


class _ColourBar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(16, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        table = pg.colormap.get("viridis").getLookupTable(nPts=self.height())
        for line, (red, green, blue) in enumerate(table[::-1].tolist()):
            painter.fillRect(0, line, self.width(), 1, QColor(red, green, blue))
        painter.end()


class ValueLegend(QWidget):
    """A colour bar with its title and range."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel("", wordWrap=True)
        self._high, self._low = QLabel(""), QLabel("")
        for label in (self._high, self._low):
            theme.set_role(label, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        for widget in (self._title, self._high, _ColourBar(), self._low):
            column.addWidget(widget)
        self._title.setFixedWidth(120)

    def show_range(self, title: str, unit: str, low: float, high: float) -> None:
        """Write the range that the colours span; what lies outside has the end's colour."""
        self._title.setText(f"{title} ({unit})" if unit else title)
        self._high.setText("≥ " + three_digits(high))
        self._low.setText("≤ " + three_digits(low))
