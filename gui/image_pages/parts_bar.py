"""How many samples train, choose the best epoch and judge, as a bar and in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.numbers import percent
from datasets.messages import Message
from gui import theme
from gui.image_pages.divided import Divided
from gui.pages.page import label
from gui.theme import set_role
from gui.translating import core_message, counted

HEIGHT = 12


class PartsBar(QWidget):
    """A bar of the parts, each in a colour of its own, above a sentence that counts them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ShareBar()
        self.words = label("")
        self._notices = label("", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.bar, self.words, self._notices):
            column.addWidget(each)

    def show_divided(self, found: Divided | Message) -> None:
        """Show numbers, or the reason why there are none."""
        failed = isinstance(found, Message)
        set_role(self.words, "warning" if failed else "")
        self.bar.setVisible(not failed)
        if isinstance(found, Message):
            self.words.setText(core_message(found))
            self._notices.hide()
            return
        self.bar.show_shares(self._shares(found))
        self.words.setText(self._said(found))
        notices = " ".join(core_message(each) for each in found.notices)
        self._notices.setText(notices)
        self._notices.setVisible(bool(notices))
        self.setAccessibleName(self.words.text())

    def _shares(self, found: Divided) -> list[tuple[str, int]]:
        scheme = theme.current()
        return [
            (scheme.training, found.training),
            (scheme.validation, found.validation),
            (scheme.success, found.held_out + found.test),
            (scheme.border, found.left + found.unlabelled),
        ]

    def _said(self, found: Divided) -> str:
        scheme = theme.current()
        parts = [
            _coloured(scheme.training, self.tr("{n} train"), found.training),
            _coloured(scheme.validation, self.tr("{n} choose the best epoch"), found.validation),
            _coloured(scheme.success, self.tr("{n} are held out to judge"), found.held_out),
            _coloured(scheme.success, self.tr("{n} test"), found.test),
            _coloured(scheme.outline, self.tr("{n} are left out"), found.left),
            _coloured(scheme.outline, self.tr("{n} have no class"), found.unlabelled),
        ]
        said = " &nbsp; ".join(part for part in parts if part)
        if found.folds > 1:
            words = self.tr("In each of {folds} folds:")
            if found.is_about:
                words = self.tr("In each of {folds} folds about:")
            folds = counted(words, folds=found.folds)
            said = f"{folds} {said}"
        return said


class ShareBar(QWidget):
    """Stretches of a bar in proportion to numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: list[tuple[str, int]] = []
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: list[tuple[str, int]]) -> None:
        """Show other numbers, each with its colour."""
        self._shares = shares
        total = sum(count for _, count in shares) or 1
        self.setAccessibleDescription(", ".join(percent(count / total) for _, count in shares))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total, left = sum(count for _, count in self._shares) or 1, 0.0
        for colour, count in self._shares:
            width = self.width() * count / total
            # a gap of a pixel where another part follows
            painter.fillRect(QRectF(left, 0, max(0.0, width - 1), HEIGHT), QColor(colour))
            left += width
        painter.end()


def _coloured(colour: str, words: str, count: int) -> str:
    """Write a part after a square of its colour; nothing where it has no samples."""
    if not count:
        return ""
    return f'<span style="color:{colour}">■</span> {words.format(n=f"{count:,}")}'
