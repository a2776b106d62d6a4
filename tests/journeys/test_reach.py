"""Every control can be reached by keyboard and has a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QWidget,
)

from tests.journeys.person import Person
from tests.thorough import thorough

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView)


def controls(root: QWidget) -> list[QWidget]:
    """Return the visible controls below a widget, without the inner parts of compound ones."""
    found: list[QWidget] = []
    for widget in root.findChildren(QWidget):
        parent = widget.parentWidget()
        is_part = isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView)
        is_corner = type(widget).__name__ in ("QTableCornerButton", "QHeaderView", "QToolButton")
        if isinstance(widget, CONTROLS) and widget.isVisible() and not is_part and not is_corner:
            found.append(widget)
    return found


@pytest.mark.parametrize("language", ["zh_CN", *thorough(["en"])])
def test_every_control_has_a_name_and_takes_the_focus(person: Person, language: str) -> None:
    person.window.set_language(language)
    person.open_copper()
    person.train_to_the_end()
    for page in ("data", "prepare", "network", "train", "judge", "map", "runs"):
        person.go(page)
        person.qtbot.wait(50)
        shown = controls(person.window)
        assert len(shown) > 5
        for control in shown:
            text = control.text() if isinstance(control, QAbstractButton) else ""
            where = f"{page}: {type(control).__name__} {control.objectName()}"
            assert control.accessibleName() or text, where
            if control.isEnabled() and not isinstance(control, QAbstractItemView):
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, f"{where} {text}"


def test_the_size_of_the_window_is_remembered(make_person: Callable[[], Person]) -> None:
    person = make_person()
    person.window.resize(1111, 707)
    person.open_copper()
    person.leave()
    person = make_person()
    assert (person.window.width(), person.window.height()) == (1111, 707)


@pytest.mark.parametrize("language", ["zh_CN", *thorough(["en"])])
def test_any_command_is_found_by_its_english_letters(person: Person, language: str) -> None:
    person.open_copper()
    person.window.set_language(language)
    person.furniture.actions.find_command()
    from gui.palette import CommandPalette

    palette = person.window.findChild(CommandPalette)
    assert palette is not None
    person.qtbot.keyClicks(palette._field, "prep")
    person.qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    person.wait(lambda: person.furniture.current == "prepare")


def test_help_explains_the_page_in_both_languages(person: Person) -> None:
    person.open_copper()
    for language, word in (("en", "network"), ("zh_CN", "网络")):
        person.window.set_language(language)
        person.go("network")
        person.furniture.actions.show_help()
        help_window = person.furniture.actions._help
        assert help_window is not None
        assert word in help_window._text.toPlainText()
        help_window.close()


def test_the_width_of_the_inspector_is_remembered(make_person: Callable[[], Person]) -> None:
    person = make_person()
    person.open_copper()
    person.window.splitter.setSizes([700, 480])
    wide = person.window.splitter.sizes()[1]
    person.leave()
    person = make_person()
    person.open_copper()
    person.wait(lambda: person.window.splitter.sizes()[1] == wide)
