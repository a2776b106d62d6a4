"""The field for a coordinate system: names appear while one types, a wrong one gets a sentence."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.crs import System, all_systems, find_system, systems_like
from datasets.messages import InputError
from gui import theme
from gui.map_background import Newest
from gui.translating import core_message


class CrsField(QWidget):
    """Takes "EPSG:4509", 4509, a name in English or Chinese, or WKT; under it stands what it is.

    Signals
    -------
    chosen
        The system as a job writes it: ``EPSG:4509``; "" for none.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(placeholderText=self.tr("unknown, or EPSG:4509"))
        self.edit.setAccessibleName(self.tr("Coordinate system"))
        self.edit.setToolTip(self.tr("A number such as 4509, a name such as CGCS2000 117E, or WKT"))
        self.said = QLabel("", wordWrap=True)
        theme.set_role(self.said, "caption")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self.said)
        self.setFocusProxy(self.edit)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = completer.popup()
        if popup is not None:
            popup.setMinimumWidth(380)
        # the whole line would be put into the field otherwise, which then names no system
        completer.activated.connect(self._take_line, Qt.ConnectionType.QueuedConnection)
        self.edit.setCompleter(completer)
        self.edit.textEdited.connect(self._suggest)
        self.edit.editingFinished.connect(self._check)
        self._work, self._loading = Newest(self), Newest(self)
        self._has_names = False
        self._text = ""

    def set_system(self, text: str) -> None:
        """Show a system without a signal."""
        if text != self._text:
            self._text = text
            self.edit.setText(text)
            self._look_up(text, tell=False)

    def _suggest(self, text: str) -> None:
        """Offer names; the list of all is read on a thread when one first types."""
        if self._has_names:
            self._names.setStringList([f"{code}  {name}" for code, name in systems_like(text)])
        elif not self._loading.busy:
            self._loading.ask(all_systems, self._take_names)

    def _take_names(self, _: object) -> None:
        self._has_names = True
        self._suggest(self.edit.text())
        completer = self.edit.completer()
        if self.edit.hasFocus() and completer is not None:
            completer.complete()

    def _take_line(self, line: str) -> None:
        self.edit.setText(line.partition("  ")[0])
        self._check()

    def _check(self) -> None:
        text = self.edit.text().strip().partition("  ")[0]
        if text != self._text:
            self._text = text
            self._look_up(text, tell=True)

    def _look_up(self, text: str, *, tell: bool) -> None:
        self._work.ask(lambda: _found(text), lambda found: self._take(text, found, tell))

    def _take(self, text: str, found: System | InputError | None, tell: bool) -> None:
        if text != self._text:
            return
        is_wrong = isinstance(found, InputError)
        self.edit.setProperty("invalid", is_wrong)
        self.edit.style().polish(self.edit)
        theme.set_role(self.said, "error" if is_wrong else "caption")
        if isinstance(found, InputError):
            self.said.setText(core_message(found.message))
        else:
            self.said.setText(found.name if found is not None else "")
        self.said.setVisible(found is not None)
        if tell and not isinstance(found, InputError):
            self._text = found.text if found is not None else ""
            self.edit.setText(self._text)
            self.chosen.emit(self._text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.edit.setFocus()


def _found(text: str) -> System | InputError | None:
    try:
        return find_system(text)
    except InputError as error:
        return error
