"""Welcome → perceptron card → AND is learned, XOR never is; no table on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QPushButton

from gui.controls import ComboBox
from gui.pages.perceptron_page import PerceptronPage
from gui.palette import CommandPalette
from tests.journeys.person import Person
from tests.journeys.test_reach import controls


def perceptron_page(person: Person) -> PerceptronPage:
    page = person.furniture.page("perceptron")
    assert isinstance(page, PerceptronPage)
    return page


def test_from_the_welcome_card_to_the_sentence_about_xor(person: Person) -> None:
    card = next(
        button
        for button in person.window.welcome.findChildren(QPushButton)
        if "perceptron" in button.text().lower()
    )
    person.click(card)
    assert person.furniture.current == "perceptron"
    page = perceptron_page(person)
    assert page.isVisible()
    assert page.inspector.isVisible()
    assert not any(stop.isChecked() for stop in person.window.rail.buttons)
    assert person.window.focusWidget() is page

    page.speed.button("fast").click()
    person.qtbot.keyClick(page, Qt.Key.Key_Space)
    person.wait(page.verdict.isVisible)
    assert "AND is learned" in page.verdict.text()

    function = page.form.editor("function")
    assert isinstance(function, ComboBox)
    function.setCurrentIndex(function.findData("XOR"))
    person.click(page.run)
    person.wait(page.verdict.isVisible)
    assert "No line can part the two classes of XOR" in page.verdict.text()
    person.click(page.run)
    assert page._pace.isActive()
    person.qtbot.mouseClick(person.window.rail.buttons[0], Qt.MouseButton.LeftButton)
    assert person.furniture.current == "data"
    assert not page._pace.isActive()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_page_is_found_by_its_name_and_explained(person: Person, language: str) -> None:
    person.window.set_language(language)
    # typed at once: QTest has no keys for Chinese
    word = QCoreApplication.translate("Actions", "Perceptron").lower()
    person.furniture.actions.find_command()
    palette = person.window.findChild(CommandPalette)
    assert palette is not None
    palette._field.setText(word)
    person.qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    person.wait(lambda: person.furniture.current == "perceptron")
    person.qtbot.wait(50)
    for control in controls(person.window):
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or text, control
        if control.isEnabled() and not isinstance(control, QAbstractItemView):
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
    person.furniture.actions.show_help()
    help_window = person.furniture.actions._help
    assert help_window is not None
    assert "XOR" in help_window._text.toPlainText()
    help_window.close()


def test_the_page_comes_back_in_other_colours(person: Person) -> None:
    person.window.open("perceptron", "")
    perceptron_page(person).run_or_pause()
    person.window.set_scheme("dark")
    assert person.furniture.current == "perceptron"
    page = perceptron_page(person)
    person.wait(page.isVisible)
    page.step()
    assert page.table.model().rowCount() == 1
