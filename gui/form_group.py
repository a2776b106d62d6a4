"""A group of rows in a form under a quiet heading that folds them away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon

ARROW_PX = 16


class FormGroup(QWidget):
    """Rows under a heading; folded, the heading says what in them is not as usual."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = GroupHeading(title, self)
        self._body = QWidget(self)
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 8, 0, 8)
        self._rows.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._body)
        self.heading.setChecked(is_open)
        self._body.setVisible(is_open)
        self.heading.toggled.connect(self._fold)

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        self._rows.addWidget(row)

    @property
    def is_open(self) -> bool:
        """Whether the rows can be seen."""
        return self.heading.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold the rows."""
        self.heading.setChecked(is_open)

    def _fold(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self.toggled.emit(is_open)


class GroupHeading(QAbstractButton):
    """An arrow, the title and, while folded, a summary; Space, Enter and arrows work it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._summary = ""
        self._is_wrong = False

    @property
    def summary(self) -> str:
        """What is written beside the title while the group is folded."""
        return self._summary

    def set_summary(self, text: str, *, is_wrong: bool = False) -> None:
        """Say what in the group differs from the default, or what cannot be used."""
        self._summary, self._is_wrong = text, is_wrong
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(self._bold())
        return QSize(ARROW_PX + 8 + bold.horizontalAdvance(self.text()), bold.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            Qt.Key.Key_Return: not self.isChecked(),
            Qt.Key.Key_Enter: not self.isChecked(),
            Qt.Key.Key_Right: True,
            Qt.Key.Key_Left: False,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.setChecked(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.hover))
            painter.drawRoundedRect(frame, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 4, 4)
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        icon(arrow, scheme.muted).paint(painter, QRect(2, 0, ARROW_PX, self.height()))
        painter.setFont(self._bold())
        painter.setPen(QColor(scheme.text))
        left = ARROW_PX + 6
        room = self.rect().adjusted(left, 0, -4, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self.isChecked():
            self._write_summary(painter, room)

    def _write_summary(self, painter: QPainter, room: QRect) -> None:
        scheme = theme.current()
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(self.text()) + 10, 0, 0, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(scheme.error if self._is_wrong else scheme.muted))
        text = painter.fontMetrics().elidedText(
            self._summary, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
