"""The contact sheet: a line for each class, with its name, its number and some of its samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.class_colours import UNKNOWN, ClassColours
from gui.image_info import ImageInfo
from gui.image_pages.sample_area import GAP, MARGIN, NONE, THUMBNAIL, SampleArea
from gui.image_pages.sample_lists import NO_CLASS, SampleList
from gui.mouse_shape import show_clickable

PITCH = THUMBNAIL + GAP
HEAD = 124
BAR = 5


class ClassSheet(SampleArea):
    """A click on a sample chooses it; one on the head of a line asks for the whole class."""

    # place of a line
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Samples by class"))
        self._lists: tuple[SampleList, ...] = ()
        self._names: tuple[str, ...] = ()
        self._colours = ClassColours(())
        self._head = NONE
        self._hovered_head = NONE

    def show_lists(self, images: ImageInfo, lists: Sequence[SampleList]) -> None:
        """Show a line for each list."""
        self.set_images(images)
        self._lists = tuple(lists)
        self._names = images.class_names
        self._colours = ClassColours(images.class_names)
        self._head = self._hovered_head = NONE
        self._fit()
        self.viewport().update()

    @property
    def across(self) -> int:
        """Number of samples of a line that fit."""
        return max(1, (self.viewport().width() - HEAD - 2 * MARGIN + GAP) // PITCH)

    def name_of(self, line: int) -> str:
        """Return the name of the class of a line."""
        code = self._lists[line].code
        return self.tr("No class") if code == NO_CLASS else self._names[code]

    # --- where things lie ----------------------------------------------------------------

    def _top(self, line: int) -> int:
        return MARGIN + line * PITCH - self.verticalScrollBar().value()

    def _lines_in_sight(self) -> range:
        top = self.verticalScrollBar().value() - MARGIN
        last = (top + self.viewport().height()) // PITCH + 1
        return range(max(0, top // PITCH), min(last, len(self._lists)))

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        for line in self._lines_in_sight():
            for number, row in enumerate(self._lists[line].rows[: self.across]):
                left = MARGIN + HEAD + number * PITCH
                yield int(row), QRect(left, self._top(line), THUMBNAIL, THUMBNAIL)

    def _line_at(self, place: QPoint) -> int:
        line = (place.y() - MARGIN + self.verticalScrollBar().value()) // PITCH
        return line if 0 <= line < len(self._lists) else NONE

    def _head_at(self, place: QPoint) -> int:
        return self._line_at(place) if place.x() < MARGIN + HEAD - GAP else NONE

    def _row_at(self, place: QPoint) -> int:
        line, number = self._line_at(place), (place.x() - MARGIN - HEAD) // PITCH
        if line == NONE or not 0 <= number < min(self.across, len(self._lists[line].rows)):
            return NONE
        return int(self._lists[line].rows[number])

    def _extent(self) -> int:
        return 2 * MARGIN + len(self._lists) * PITCH - GAP

    def _spot_of(self, row: int) -> tuple[int, int] | None:
        """Return line and place in it of a sample that is shown."""
        for line, each in enumerate(self._lists):
            found = (each.rows[: self.across] == row).nonzero()[0]
            if len(found):
                return line, int(found[0])
        return None

    def _bring(self, row: int) -> None:
        spot = self._spot_of(row)
        if spot is not None:
            self._bring_line(spot[0])

    def _bring_line(self, line: int) -> None:
        self._bring_span(line * PITCH, 2 * MARGIN + (line + 1) * PITCH)

    # --- drawing -----------------------------------------------------------------------

    def _draw_beside(self, painter: QPainter) -> None:
        most = max((len(each.rows) for each in self._lists), default=0) or 1
        for line in self._lines_in_sight():
            self._draw_head(painter, line, len(self._lists[line].rows) / most)

    def _draw_head(self, painter: QPainter, line: int, share: float) -> None:
        scheme = theme.current()
        room = QRect(MARGIN, self._top(line), HEAD - GAP - MARGIN, THUMBNAIL)
        if line == self._hovered_head:
            painter.fillRect(room, QColor(scheme.hover))
        if line == self._head and self.hasFocus():
            self._frame(painter, room, scheme.focus, 2)
        words = room.adjusted(6, 6, -6, -6)
        painter.setFont(theme.bold(self.font()))
        name = painter.fontMetrics().elidedText(
            self.name_of(line), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.setPen(QColor(scheme.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(theme.tabular(self.font()))
        painter.setPen(QColor(scheme.muted))
        count = f"{len(self._lists[line].rows):,}"
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, count)
        bar = QRect(words.left(), words.bottom() - BAR, words.width(), BAR)
        painter.fillRect(bar, QColor(scheme.border))
        bar.setWidth(round(bar.width() * share))
        painter.fillRect(bar, QColor(self._colours.colour(self._code_drawn(line))))

    def _code_drawn(self, line: int) -> int:
        code = self._lists[line].code
        return UNKNOWN if code == NO_CLASS else code

    # --- mouse and keys ----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        head = self._head_at(event.position().toPoint())
        if head != NONE and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(head)
        else:
            self._head = NONE
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover_head(self._head_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_head(NONE)
        super().leaveEvent(event)

    def _hover_head(self, head: int) -> None:
        if head != self._hovered_head:
            self._hovered_head = head
            show_clickable(self.viewport(), head != NONE)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            line = self._present()[0]
            if line != NONE:
                self.opened.emit(line)
        else:
            super().keyPressEvent(event)

    def _present(self) -> tuple[int, int]:
        """Return line and place of the marked sample or head; a head's place is `NONE`."""
        if self._head != NONE:
            return self._head, NONE
        return self._spot_of(self.selected) or (NONE, NONE)

    def _moved(self, key: Qt.Key) -> int | None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if key not in steps or not self._lists:
            return None
        line, place = self._present()
        if line == NONE:
            return self._go(0, 0)
        down, right = steps[key]
        return self._go(line + down, place + right)

    def _go(self, line: int, place: int) -> int:
        """Go to a sample, or with place −1 to the head of a line; return the sample, or `NONE`."""
        line = min(max(line, 0), len(self._lists) - 1)
        place = min(place, self.across - 1, len(self._lists[line].rows) - 1)
        self._head = line if place < 0 else NONE
        if place >= 0:
            return int(self._lists[line].rows[place])
        self._bring_line(line)
        self.setAccessibleDescription(self.name_of(line))
        self.viewport().update()
        return NONE
