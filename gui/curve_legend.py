"""The legend inside the loss plot: which line is which, and its value where the cursor is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from gui import theme


class CurveLegend(QFrame):
    """Rows of line sample, name and value; the mouse passes through it to the plot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 4, 8, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._rows: dict[str, tuple[QWidget, ...]] = {}

    def add(self, key: str, name: str, colour: str = "", dashed: bool = False) -> None:
        """Add a row; without a colour it has no line sample."""
        row = len(self._rows)
        sample = LineSample(colour, dashed, self) if colour else QWidget(self)
        label, value = QLabel(name, self), QLabel("", self)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setFont(theme.tabular(value.font()))
        for column, widget in enumerate((sample, label, value)):
            if isinstance(widget, QLabel):
                theme.set_role(widget, "caption")
            self._grid.addWidget(widget, row, column)
        self._rows[key] = (sample, label, value)

    def set_value(self, key: str, text: str) -> None:
        """Write the value of a row."""
        label = self._rows[key][2]
        if isinstance(label, QLabel) and label.text() != text:
            label.setText(text)

    def value(self, key: str) -> str:
        """Return what is written in a row."""
        label = self._rows[key][2]
        return label.text() if isinstance(label, QLabel) else ""

    def set_shown(self, key: str, shown: bool) -> None:
        """Show or hide a row."""
        for widget in self._rows[key]:
            widget.setVisible(shown)

    def is_shown(self, key: str) -> bool:
        """Whether a row is shown."""
        return not self._rows[key][1].isHidden()


class LineSample(QWidget):
    """A short piece of a line as it is drawn in the plot."""

    def __init__(self, colour: str, dashed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = QPen(QColor(colour), 2)
        if dashed:
            self._pen.setStyle(Qt.PenStyle.DashLine)
        self.setFixedWidth(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._pen)
        middle = self.height() // 2
        painter.drawLine(0, middle, self.width(), middle)
