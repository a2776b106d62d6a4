"""Editors inside the layer table, and bars behind its counts."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.networks.cnn.figures import BOUNDS
from core.networks.cnn.words import WORDS
from gui import theme
from gui.controls import ComboBox, SpinBox
from gui.image_pages.layer_columns import KIND, OPTIONS, word_text
from gui.image_pages.layer_model import SHARE
from gui.style_sheet import mix

Index = QModelIndex | QPersistentModelIndex

# a shorter bar looks like a stop behind the figure
SHORTEST = 3


class LayerDelegate(QStyledItemDelegate):
    """A list for the kind, a number for figures; both tell of each change at once."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        share = index.data(SHARE)
        super().paint(painter, option, index)
        rect = option.rect
        width = round((rect.width() - 8) * share) if share else 0
        if width >= SHORTEST:
            line = QRect(rect.right() - 4 - width, rect.bottom() - 3, width, 2)
            scheme = theme.current()
            painter.fillRect(line, QColor(mix(scheme.accent, scheme.panel, 0.75)))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == KIND:
            return self._list(parent)
        if index.column() in OPTIONS:
            return self._number(parent, OPTIONS[index.column()])
        return QLineEdit(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, ComboBox):
            if editor.currentIndex() != value:
                editor.setCurrentIndex(value)
        elif isinstance(editor, SpinBox):
            # writing what stands there would move the cursor of one who types
            if editor.value() != value:
                editor.setValue(value)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ComboBox):
            model.setData(index, editor.currentIndex())
        elif isinstance(editor, SpinBox):
            model.setData(index, editor.value())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let an editor reach over its cell where its words need the room."""
        rect = QRect(option.rect)
        rect.setWidth(max(rect.width(), editor.minimumSizeHint().width()))
        parent = editor.parentWidget()
        assert parent is not None
        rect.moveLeft(min(rect.left(), parent.width() - rect.width()))
        editor.setGeometry(rect)

    def _list(self, parent: QWidget) -> ComboBox:
        box = ComboBox(parent)
        box.setAccessibleName(self.tr("Kind of the layer"))
        for word in WORDS:
            box.addItem(word_text(word))
        box.setMaxVisibleItems(len(WORDS))
        box.activated.connect(lambda _: self.commitData.emit(box))
        return box

    def _number(self, parent: QWidget, option: str) -> SpinBox:
        spin = SpinBox(parent)
        spin.setRange(*BOUNDS[option])
        spin.setFrame(False)
        spin.valueChanged.connect(lambda _: self.commitData.emit(spin))
        return spin
