"""What the tables of the verdict share: heads that explain themselves, rows of two lines."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui import theme

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# pixels at text size 1: a cell's sides, and above and below its lines
SIDE, ABOVE = 8, 4
CAPTION_PX = 12
# role of an item before whose text stands a square of this colour
SWATCH = Qt.ItemDataRole.UserRole + 2
SWATCH_PX = 10
# names longer than this are cut where there is no room for them
LONGEST_NAME = 220


class FiguresTable(QTableWidget):
    """A table to read, whose first column holds names and the others figures.

    A text of two lines has its second one written small and muted: the interval below the figure.

    Parameters
    ----------
    heads
        What the columns are called, each with what it means.
    name
        What the table is called for those who cannot see it.
    lines
        Lines of text in a row, 1 or 2.
    """

    def __init__(
        self, heads: Mapping[str, str], name: str, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(heads), parent)
        self.setHorizontalHeaderLabels(list(heads))
        for column, help_text in enumerate(heads.values()):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(help_text)
                head.setTextAlignment(RIGHT if column else LEFT)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFont(theme.tabular(self.font()))
        self.setItemDelegate(TwoLines(self))
        self._set_sizes(lines)

    def _set_sizes(self, lines: int) -> None:
        caption = QFontMetrics(caption_font(self.font())).height()
        height = self.fontMetrics().height() + (lines - 1) * caption
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(height + 2 * ABOVE)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        self.horizontalScrollBar().rangeChanged.connect(lambda *_: self.limit_height())

    def put(
        self, row: int, column: int, text: str, help_text: str = "", *, colour: str = ""
    ) -> QTableWidgetItem:
        """Write a cell, with what its tooltip says and in a colour of the scheme."""
        item = QTableWidgetItem(text)
        item.setToolTip(help_text)
        item.setTextAlignment(RIGHT if column else LEFT)
        if colour:
            item.setForeground(QColor(colour))
        self.setItem(row, column, item)
        return item

    def text_of(self, row: int, column: int) -> str:
        """Return what is written in a cell."""
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_names()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def fit_names(self) -> None:
        """Give the names what the figures leave, and no less than they need."""
        others = sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        longest = round(LONGEST_NAME * theme.text_scale())
        needed = min(longest, self.sizeHintForColumn(0))
        self.setColumnWidth(0, max(needed, self.viewport().width() - others))

    def limit_height(self) -> None:
        """Need no more height than the rows have, with a bar below where they are cut."""
        rows = self.verticalHeader().defaultSectionSize() * self.rowCount()
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        self.setMaximumHeight(rows + self.horizontalHeader().sizeHint().height() + 2 + below)


class TwoLines(QStyledItemDelegate):
    """Writes the second line of a cell small and muted; a single one as ever."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        first, _, second = text.partition("\n")
        # the ground, the mark of selection and the frame of the focus are drawn without words
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        bare.widget.style().drawControl(
            bare.widget.style().ControlElement.CE_ItemViewItem, bare, painter, bare.widget
        )
        painter.save()
        self._write(painter, option, index, first, second)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, first: str, second: str
    ) -> None:
        scheme = theme.current()
        font = index.data(Qt.ItemDataRole.FontRole) or option.font
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        cell = option.rect
        if index.data(SWATCH):
            cell = _after_swatch(painter, cell, index.data(SWATCH))
        upper, lower = lines(cell, font, bool(second))
        flags = index.data(Qt.ItemDataRole.TextAlignmentRole) or LEFT
        painter.setFont(font)
        painter.setPen(brush.color() if brush is not None else QColor(scheme.text))
        elided = painter.fontMetrics().elidedText(
            first, Qt.TextElideMode.ElideMiddle, upper.width()
        )
        painter.drawText(upper, flags, elided)
        if second:
            painter.setFont(caption_font(option.font))
            painter.setPen(QColor(scheme.muted))
            painter.drawText(lower, flags, second)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        first, _, second = (index.data(Qt.ItemDataRole.DisplayRole) or "").partition("\n")
        font = index.data(Qt.ItemDataRole.FontRole) or option.font
        upper, lower = QFontMetrics(font), QFontMetrics(caption_font(option.font))
        width = max(upper.horizontalAdvance(first), lower.horizontalAdvance(second))
        height = upper.height() + (lower.height() if second else 0)
        swatch = round(SWATCH_PX * theme.text_scale()) + SIDE if index.data(SWATCH) else 0
        return QSize(width + swatch + 2 * SIDE + 2, height + 2 * ABOVE)


def caption_font(font: QFont) -> QFont:
    """Return the font of captions, with the figures of another one."""
    small = QFont(font)
    small.setPixelSize(round(CAPTION_PX * theme.text_scale()))
    return small


def lines(cell: QRect, font: QFont, has_second: bool) -> tuple[QRect, QRect]:
    """Return where the lines of a cell stand; a single one stands in its middle."""
    room = cell.adjusted(SIDE, 0, -SIDE, 0)
    if not has_second:
        return room, QRect()
    upper, lower = QFontMetrics(font).height(), QFontMetrics(caption_font(font)).height()
    top = room.top() + (room.height() - upper - lower) // 2
    return (
        QRect(room.left(), top, room.width(), upper),
        QRect(room.left(), top + upper, room.width(), lower),
    )


def _after_swatch(painter: QPainter, cell: QRect, colour: str) -> QRect:
    """Draw a square of a colour at the left of a cell; return what is left of it."""
    side = round(SWATCH_PX * theme.text_scale())
    square = QRect(cell.left() + SIDE, cell.center().y() - side // 2, side, side)
    painter.fillRect(square, QColor(colour))
    painter.setPen(QColor(theme.current().outline))
    painter.drawRect(square)
    return cell.adjusted(side + SIDE, 0, 0, 0)
