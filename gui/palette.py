"""The command palette: type a few letters, press Enter, and the command is carried out."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

ALSO = Qt.ItemDataRole.UserRole + 1


def plain(text: str) -> str:
    """Return the words of a menu without the letters that open it: “&File”, “文件(&F)”."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


class CommandPalette(QDialog):
    """A list of actions that narrows as one types.

    Parameters
    ----------
    actions
        Each with other words by which it is found too.
    """

    def __init__(self, actions: list[tuple[QAction, str]]) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = QLineEdit(placeholderText=self.tr("Find a command…"))
        self._field.setAccessibleName(self.tr("Find a command…"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Commands"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        for action, also in actions:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            text = plain(action.iconText() if action.isCheckable() else action.text())
            item = QListWidgetItem(f"{text}    {key}" if key else text)
            item.setData(Qt.ItemDataRole.UserRole, action)
            item.setData(ALSO, f"{item.text()} {plain(also)}".casefold())
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._choose)
        self._list.itemActivated.connect(lambda item: self._choose())
        self._list.itemClicked.connect(lambda item: self._choose())
        self._field.installEventFilter(self)

    def show_over(self, window: QWidget) -> None:
        """Open in the upper middle of the window."""
        self.setParent(window, self.windowFlags())
        self.resize(460, 340)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 80)
        self.show()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        first = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            hidden = not all(word in item.data(ALSO) for word in words)
            item.setHidden(hidden)
            if not hidden and first is None:
                first = row
        self._list.setCurrentRow(first if first is not None else -1)

    def _move(self, step: int) -> None:
        row = self._list.currentRow() + step
        while 0 <= row < self._list.count():
            if not self._list.item(row).isHidden():
                self._list.setCurrentRow(row)
                return
            row += step

    def _choose(self) -> None:
        item = self._list.currentItem()
        self.close()
        if item is not None and not item.isHidden():
            action: QAction = item.data(Qt.ItemDataRole.UserRole)
            # the popup must be gone before a dialog of the action opens
            QTimer.singleShot(0, action.trigger)
