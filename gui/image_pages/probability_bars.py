"""The probabilities of all classes of one image, as bars with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.image_pages.judged_images import UNKNOWN
from gui.shares import share_text

TEXT_PX = 12
LINE_GAP, GAP = 4, 8
WIDEST_NAME = 110
# of more classes the most probable ones are shown
MOST = 12


class ProbabilityBars(QWidget):
    """A line a class: name, bar, probability; the known and the given class have a colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, float, str]] = []
        self._font = theme.tabular(QFont(self.font()))
        self._font.setPixelSize(round(TEXT_PX * theme.text_scale()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_probabilities(
        self, names: Sequence[str], shares: Sequence[float], known: int, given: int
    ) -> None:
        """Show the classes in their order; of many, the most probable ones."""
        codes = list(range(len(names)))
        if len(codes) > MOST:
            likely = sorted(codes, key=lambda code: -shares[code])[:MOST]
            codes = sorted({*likely, known} - {UNKNOWN})
        scheme = theme.current()
        wrong = known not in (UNKNOWN, given)
        colours = {given: scheme.error if wrong else scheme.accent}
        if known != UNKNOWN:
            colours[known] = scheme.success
        self._lines = [(names[c], shares[c], colours.get(c, scheme.outline)) for c in codes]
        said = ", ".join(f"{name} {share_text(share)}" for name, share, _ in self._lines)
        self.setAccessibleName(self.tr("Probabilities: {list}").format(list=said))
        self.updateGeometry()
        self.update()

    @property
    def _line(self) -> int:
        return QFontMetrics(self._font).height() + LINE_GAP

    def sizeHint(self) -> QSize:
        return QSize(120, self._line * len(self._lines))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme, metrics = theme.current(), QFontMetrics(self._font)
        painter = QPainter(self)
        painter.setFont(self._font)
        names = [metrics.horizontalAdvance(name) for name, _, _ in self._lines]
        wide = min(WIDEST_NAME, max(names, default=0))
        number = metrics.horizontalAdvance("100.0 %")
        room = max(8, self.width() - wide - number - 2 * GAP)
        for line, (name, share, colour) in enumerate(self._lines):
            top = line * self._line
            painter.setPen(QColor(scheme.text))
            place = QRect(0, top, wide, self._line)
            said = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)
            bar = QRect(wide + GAP, top + 4, room, self._line - 8)
            painter.fillRect(bar, QColor(scheme.border))
            painter.fillRect(QRect(bar.topLeft(), QSize(round(room * share), bar.height())), colour)
            place = QRect(self.width() - number, top, number, self._line)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(scheme.text if colour != scheme.outline else scheme.muted))
            painter.drawText(place, right, _bar_text(share))
        painter.end()


def _bar_text(share: float) -> str:
    return "<0.1 %" if share < 0.001 else share_text(share)
