"""The legend over the loss plot: which line is which, and its value where the cursor is.

It stands above the plot and not inside: a curve may run anywhere, and must not be covered.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui import theme

BAND_ALPHA = 45
GAP, LINE_GAP, MARGIN = 12, 2, 4


@dataclass(frozen=True)
class Sample:
    """How a line looks: a colour, a pen style, a width in pixels, and a band behind it."""

    colour: str
    style: Qt.PenStyle = Qt.PenStyle.SolidLine
    width: float = 2
    band: bool = False

    def pen(self) -> QPen:
        """Return the pen that draws such a line in a plot, or no pen."""
        pen = QPen(QColor(self.colour), self.width, self.style)
        pen.setCosmetic(True)
        return pen


class CurveLegend(QFrame):
    """Entries of line sample, name and value, side by side, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, _Entry] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, key: str, name: str, sample: Sample | None = None) -> None:
        """Add an entry; without a sample it has no line."""
        self._entries[key] = _Entry(name, sample, self)
        self.place()

    def set_help(self, key: str, text: str) -> None:
        """Explain an entry in its tooltip."""
        self._entries[key].setToolTip(text)

    def set_name(self, key: str, name: str) -> None:
        """Call an entry something else."""
        self._entries[key].set_name(name)

    def set_value(self, key: str, text: str) -> None:
        """Write the value of an entry."""
        self._entries[key].set_value(text)

    def value(self, key: str) -> str:
        """Return the value of an entry."""
        return self._entries[key].value.text()

    def name(self, key: str) -> str:
        """Return what an entry is called."""
        return self._entries[key].name.text()

    def set_shown(self, key: str, shown: bool) -> None:
        """Show or hide an entry."""
        self._entries[key].setVisible(shown)

    def is_shown(self, key: str) -> bool:
        """Whether an entry is shown."""
        return not self._entries[key].isHidden()

    def place(self) -> None:
        """Put the entries into lines, and be as high as these; due when entries have changed."""
        x = y = line = 0
        for entry in self._entries.values():
            if entry.isHidden():
                continue
            size = entry.sizeHint()
            if x and x + size.width() > self.width() - 2 * MARGIN:
                x, y, line = 0, y + line + LINE_GAP, 0
            entry.setGeometry(MARGIN + x, y, size.width(), size.height())
            x += size.width() + GAP
            line = max(line, size.height())
        self.setFixedHeight(y + line + LINE_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()


class _Entry(QWidget):
    def __init__(self, name: str, sample: Sample | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.value = QLabel(name, self), QLabel("", self)
        theme.set_role(self.name, "caption")
        theme.set_role(self.value, "caption")
        self.value.setFont(theme.tabular(self.value.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        if sample is not None:
            row.addWidget(LineSample(sample, self))
        row.addWidget(self.name)
        row.addWidget(self.value)

    def set_name(self, name: str) -> None:
        if self.name.text() != name:
            self.name.setText(name)

    def set_value(self, text: str) -> None:
        if self.value.text() != text:
            self.value.setText(text)
            # a number that changes must not push the others about
            self.value.setMinimumWidth(
                max(self.value.minimumWidth(), self.value.sizeHint().width())
            )


class LineSample(QWidget):
    """A short piece of a line as it is drawn in the plot."""

    def __init__(self, sample: Sample, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = sample
        self.setFixedSize(18, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._sample.band:
            colour = QColor(self._sample.colour)
            colour.setAlpha(BAND_ALPHA)
            painter.fillRect(QRect(0, 0, self.width(), self.height()), colour)
        if self._sample.width:
            painter.setPen(self._sample.pen())
            middle = self.height() // 2
            painter.drawLine(0, middle, self.width(), middle)
