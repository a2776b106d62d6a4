"""The networks that one can choose from, by name, with their parameters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.networks.cnn.plan import CUSTOM
from core.networks.cnn.planned import ImageShape
from core.networks.cnn.zoo import ZOO, ZooEntry
from core.numbers import count
from datasets.messages import Message
from gui import theme
from gui.image_pages.zoo_groups import fitted_parameters, groups, original_parameters
from gui.network_title import network_title
from gui.translating import core_message

Role = Qt.ItemDataRole
NAME, LOOKED_FOR, BELOW, IS_HEAD = (Role.UserRole + number for number in range(1, 5))
Index = QModelIndex | QPersistentModelIndex


class ZooList(QWidget):
    """A field that narrows, and a list under headings; choosing tells the name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape: ImageShape | None = None
        self._classes = 0
        self._name = ""
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search networks"))
        self.field.setAccessibleName(self.tr("Search networks"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.list = _Choices()
        self.list.setAccessibleName(self.tr("Networks"))
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(round(190 * theme.text_scale()))
        self.list.currentItemChanged.connect(self._tell)
        self.nothing = QLabel(self.tr("No network is called that."), wordWrap=True)
        theme.set_role(self.nothing, "caption")
        self.nothing.hide()
        self._fill()
        # counting all networks takes a tenth of a second: one at a time, between frames
        self._counting = QTimer(self)
        self._counting.timeout.connect(self._count_one)
        self._uncounted: list[QListWidgetItem] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.field, self.list, self.nothing):
            column.addWidget(widget)
        column.setStretch(1, 1)

    def show_network(self, name: str, shape: ImageShape, classes: int) -> None:
        """Mark a network; the counts are those for images of `shape` and so many classes."""
        if (shape, classes) != (self._shape, self._classes):
            self._shape, self._classes = shape, classes
            self._uncounted = self._choices()
            self._counting.start(0)
        self._name = name
        item = self._item(name)
        if item is not None and item is not self.list.currentItem():
            self.list.blockSignals(True)
            self.list.setCurrentItem(item)
            self.list.blockSignals(False)
            if item.isHidden():
                self.field.clear()
            self.list.scrollToItem(item)

    def _fill(self) -> None:
        titles = {
            "own": self.tr("The program's own"),
            "digits": self.tr("Small networks for digits"),
            "cifar": self.tr("Forms for CIFAR, 32 × 32 pixels"),
            "imagenet": self.tr("Networks for ImageNet"),
        }
        self._add_head(self.tr("Your own"))
        own = self._add(CUSTOM, network_title(CUSTOM))
        own.setData(BELOW, self.tr("typed as a pattern, or edited in the table"))
        for name, entries in groups().items():
            self._add_head(titles[name])
            for entry in entries:
                self._add_entry(entry)

    def _add_head(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(IS_HEAD, True)
        self.list.addItem(item)

    def _add_entry(self, entry: ZooEntry) -> None:
        item = self._add(entry.name, entry.title)
        year = str(entry.year) if entry.year else ""
        item.setData(LOOKED_FOR, f"{entry.title} {entry.name} {year}".casefold())
        item.setToolTip(core_message(entry.note))

    def _add(self, name: str, title: str) -> QListWidgetItem:
        item = QListWidgetItem(title)
        item.setData(NAME, name)
        item.setData(LOOKED_FOR, title.casefold())
        self.list.addItem(item)
        return item

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _choices(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.data(NAME) in ZOO]

    def _item(self, name: str) -> QListWidgetItem | None:
        return next((item for item in self._items() if item.data(NAME) == name), None)

    def _count_one(self) -> None:
        if not self._uncounted or self._shape is None:
            self._counting.stop()
            return
        item = self._uncounted.pop(0)
        name = item.data(NAME)
        fitted = fitted_parameters(name, self._shape, self._classes)
        original = count(original_parameters(name))
        if isinstance(fitted, Message):
            item.setData(
                BELOW, self.tr("{original} · not for these images").format(original=original)
            )
            item.setToolTip(core_message(fitted))
        else:
            item.setData(
                BELOW,
                self.tr("{original} · fitted {fitted}").format(
                    original=original, fitted=count(fitted)
                ),
            )
            item.setToolTip(core_message(ZOO[name].note))

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        shown = 0
        head: QListWidgetItem | None = None
        for item in self._items():
            if item.data(IS_HEAD):
                head = item
                head.setHidden(True)
                continue
            hidden = not all(word in item.data(LOOKED_FOR) for word in words)
            item.setHidden(hidden)
            shown += not hidden
            if head is not None and not hidden:
                head.setHidden(False)
        self.nothing.setVisible(not shown)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(NAME) and item.data(NAME) != self._name:
            self._name = item.data(NAME)
            self.chosen.emit(self._name)


class _Choices(QListWidget):
    """Keeps the network chosen in sight, also one that was chosen while nobody looked."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scrollToItem(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        # what is said of the network below the list takes room from it
        super().resizeEvent(event)
        self.scrollToItem(self.currentItem())


class _TwoLines(QStyledItemDelegate):
    """A name, and below it small what is known of it; headings stand alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        scale = theme.text_scale()
        return QSize(100, round((26 if index.data(IS_HEAD) else 40) * scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        scheme = theme.current()
        painter.save()
        rect = option.rect.adjusted(8, 2, -8, -2)
        font = QFont(option.font)
        if index.data(IS_HEAD):
            font.setPixelSize(round(12 * theme.text_scale()))
            font.setWeight(QFont.Weight.DemiBold)
            _write(painter, font, scheme.muted, rect, str(index.data()), bottom=True)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(scheme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(scheme.hover))
        half = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
        _write(painter, font, scheme.text, half, str(index.data()))
        font = theme.tabular(font)
        font.setPixelSize(round(12 * theme.text_scale()))
        _write(
            painter,
            font,
            scheme.muted,
            half.translated(0, half.height()),
            str(index.data(BELOW) or ""),
        )
        painter.restore()


def _write(
    painter: QPainter, font: QFont, colour: str, rect: QRect, text: str, *, bottom: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    place = Qt.AlignmentFlag.AlignBottom if bottom else Qt.AlignmentFlag.AlignVCenter
    elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, place | Qt.AlignmentFlag.AlignLeft, elided)
