"""How many images each class has, as a row of small bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.class_colours import ClassColours

HEIGHT = 46
WIDEST = 40


class ClassBalance(QWidget):
    """A bar for each class in its colour, with its name below where all names fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Images in each class"))

    def show_counts(self, names: Sequence[str], counts: Sequence[int]) -> None:
        """Show the classes of another set."""
        self._names, self._counts = tuple(names), tuple(counts)
        self.setVisible(bool(counts))
        self._fit()
        said = (f"{name}: {count:,}" for name, count in zip(names, counts, strict=True))
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def _fit(self) -> None:
        """Take room for names where all of them fit."""
        below = self.fontMetrics().height() + 4 if self._names_fit() else 0
        self.setFixedHeight(HEIGHT + below)

    def _names_fit(self) -> bool:
        metrics = self.fontMetrics()
        return all(
            metrics.horizontalAdvance(name) <= self._bar(number).width()
            for number, name in enumerate(self._names)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _bar(self, number: int) -> QRect:
        """Return the column of a class, of which its bar is the lower part."""
        pitch = min(WIDEST, self.width() / max(1, len(self._counts)))
        left, right = round(number * pitch), round((number + 1) * pitch)
        gap = 2 if pitch >= 8 else 1 if pitch >= 3 else 0
        return QRect(left, 0, max(1, right - left - gap), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = ClassColours(self._names)
        most = max(self._counts, default=0) or 1
        for number, count in enumerate(self._counts):
            bar = self._bar(number)
            painter.fillRect(
                bar.adjusted(0, HEIGHT - max(1, round(HEIGHT * count / most)), 0, 0),
                QColor(colours.colour(number)),
            )
        self._write_names(painter)
        painter.end()

    def _write_names(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        if not self._names_fit():
            return
        painter.setPen(QColor(theme.current().muted))
        for number, name in enumerate(self._names):
            room = self._bar(number)
            below = QRect(room.left(), HEIGHT + 2, room.width(), metrics.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            for number, (name, count) in enumerate(zip(self._names, self._counts, strict=True)):
                bar = self._bar(number)
                if bar.left() <= event.pos().x() <= bar.right():
                    QToolTip.showText(event.globalPos(), f"{name}: {count:,}")
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)
