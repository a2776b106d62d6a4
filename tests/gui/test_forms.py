"""Forms that grow from declared fields."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit

from core.job import Network, Preparation, Section, Training, setting
from gui.controls import ComboBox
from gui.form_group import GroupHeading
from gui.forms import SectionForm
from gui.mnemonics import mnemonic_places


@pytest.fixture(autouse=True)
def nothing_folded_before(monkeypatch) -> None:
    monkeypatch.setattr("gui.forms._opened", {})


@pytest.fixture
def form(qtbot) -> SectionForm:
    made = SectionForm(Training)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def said(form) -> list[Training]:
    heard: list[Training] = []
    form.changed.connect(heard.append)
    return heard


def line(form: SectionForm, name: str) -> QLineEdit:
    editor = form.editor(name)
    assert isinstance(editor, QLineEdit)
    return editor


def retype(qtbot, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    if text.isascii():
        qtbot.keyClicks(editor, text)
    else:
        # QTest aborts on keys beyond Latin-1.
        QApplication.clipboard().setText(text)
        editor.paste()
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_form_shows_the_defaults_and_every_field(form):
    assert form.value() == Training()
    assert line(form, "error_goal").text() == "1e-5"
    assert line(form, "epochs").text() == "5,000"
    for name in Training.model_fields:
        assert form.editor(name).accessibleName()
        assert form.editor(name).accessibleDescription()
        assert form.editor(name).toolTip()


@pytest.mark.parametrize("text", ["1e-3", "0.001", "1.0 × 10⁻³", "0,001"])
def test_numbers_are_read_as_people_type_them(qtbot, form, said, text):
    retype(qtbot, line(form, "error_goal"), text)
    assert said[-1].error_goal == pytest.approx(1e-3)
    assert line(form, "error_goal").text() == "0.001"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("error_goal", "abc", "Write a number, for example 0.1 or 1e-5."),
        ("error_goal", "2", "Write a number above 0, up to 1."),
        ("error_goal", "0", "Write a number above 0, up to 1."),
        ("epochs", "1.5", "Write a whole number, for example 1,000."),
        ("epochs", "-3", "Write a number from 1 to 10,000,000."),
        ("seed", "", "Write a whole number, for example 1,000."),
    ],
)
def test_what_cannot_be_used_gives_its_reason_and_no_signal(qtbot, form, said, name, text, reason):
    before = form.value()
    form.group("Reproducing").set_open(True)
    line(form, name).clear()
    qtbot.keyClicks(form.editor(name), text)
    qtbot.keyClick(form.editor(name), Qt.Key.Key_Return)
    assert form.row(name).error.text() == reason
    assert form.row(name).error.isVisible()
    assert getattr(form.value(), name) == getattr(said[-1] if said else before, name)
    assert not form.is_valid()
    assert all(getattr(each, name) != text for each in said)


def test_a_reason_goes_when_the_entry_is_mended(qtbot, form):
    retype(qtbot, line(form, "epochs"), "x")
    retype(qtbot, line(form, "epochs"), "200")
    assert not form.row("epochs").error.isVisible()
    assert form.value().epochs == 200
    assert form.is_valid()


def test_no_reason_while_somebody_is_still_typing(qtbot, form):
    editor = line(form, "error_goal")
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "1e-")
    assert not form.row("error_goal").error.isVisible()
    qtbot.keyClicks(editor, "3")
    assert form.value().error_goal == 1e-3


def test_rows_that_do_not_matter_are_hidden(qtbot, form, said):
    assert form.row("learning_rate").isHidden()
    assert not form.row("initial_step").isHidden()
    trainer = form.editor("trainer")
    assert isinstance(trainer, ComboBox)
    trainer.setCurrentIndex(trainer.findData("bp"))
    assert said[-1].trainer == "bp"
    assert not form.row("learning_rate").isHidden()
    assert form.row("initial_step").isHidden()


def test_a_hidden_mistake_is_no_mistake(qtbot, form):
    retype(qtbot, line(form, "initial_step"), "x")
    form.set_value(form.value().model_copy(update={"trainer": "bp"}))
    assert form.is_valid()


def test_set_value_is_shown_and_not_announced(form, said):
    form.set_value(Training(epochs=77, error_goal=0.25, trainer="bp"))
    assert line(form, "epochs").text() == "77"
    assert form.value().error_goal == 0.25
    assert said == []


class Switched(Section):
    """A section with a switch."""

    on: Annotated[bool, setting("On", "Whether it is on.")] = False


def test_check_boxes(qtbot):
    form = SectionForm(Switched)
    qtbot.addWidget(form)
    heard: list[Switched] = []
    form.changed.connect(heard.append)
    box = form.editor("on")
    assert isinstance(box, QCheckBox)
    box.click()
    assert heard == [Switched(on=True)]


def test_choices(qtbot):
    form = SectionForm(Preparation, exclude=("censored_of",))
    qtbot.addWidget(form)
    heard: list[Preparation] = []
    form.changed.connect(heard.append)
    scaling = form.editor("scaling")
    assert isinstance(scaling, ComboBox)
    scaling.setCurrentIndex(scaling.findData("minmax"))
    assert heard[-1].scaling == "minmax"


def test_labels_lead_to_their_editors_by_letters_of_their_own(form):
    # a box to tick has its text beside it
    fields = Training.model_fields.items()
    shown = [form.row(name).label for name, field in fields if field.annotation is not bool]
    letters = [label.text()[label.text().index("&") + 1].lower() for label in shown]
    assert len(set(letters)) == len(letters)
    assert all(label.buddy() is not None for label in shown)


def test_the_wheel_passes_over_a_choice_without_focus(qtbot):
    form = SectionForm(Preparation, exclude=("censored_of",))
    qtbot.addWidget(form)
    form.show()
    scaling = form.editor("scaling")
    assert isinstance(scaling, ComboBox)
    form.editor("validation_part").setFocus()
    before = scaling.currentIndex()
    at = QPointF(scaling.rect().center())
    event = QWheelEvent(
        at,
        scaling.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(scaling, event)
    assert scaling.currentIndex() == before


def test_fields_without_an_editor_must_be_excluded(qtbot):
    network = Network(layers="3-3-4", activations=("tanh", "logistic"))
    with pytest.raises(TypeError, match="activations"):
        SectionForm(network)


def test_excluded_fields_are_carried_along(qtbot):
    form = SectionForm(Training(seed=9), exclude=("seed",))
    qtbot.addWidget(form)
    retype(qtbot, line(form, "epochs"), "12")
    assert form.value().seed == 9
    assert form.value().epochs == 12


def test_captions_are_short(form):
    captions = [
        label.text()
        for label in form.row("largest_step").findChildren(QLabel)
        if label.property("role") == "caption"
    ]
    assert captions == ["No step grows beyond this."]


def test_what_was_typed_on_the_way_to_a_wrong_entry_does_not_stay(qtbot):
    form = SectionForm(Training())
    qtbot.addWidget(form)
    form.show()
    editor = form.editor("error_goal")
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    form.changed.connect(form.set_value)
    qtbot.keyClicks(editor, "1,5")
    assert form.value().error_goal == Training().error_goal
    assert editor.text() == "1,5"
    assert not form.is_valid()


def heading(form: SectionForm, name: str) -> GroupHeading:
    return form.group(name).heading


def test_what_decides_most_is_open_at_first(form):
    shown = {name: form.group(name).is_open for name in form._groups}
    assert shown == {
        "Regularisation": False,
        "Stop when": True,
        "Members": True,
        "Reproducing": False,
    }
    assert form.editor("epochs").isVisible()
    assert not form.editor("seed").isVisible()


@pytest.mark.parametrize(
    ("key", "open_after"),
    [
        (Qt.Key.Key_Space, [True, False]),
        (Qt.Key.Key_Return, [True, False]),
        (Qt.Key.Key_Right, [True, True]),
        (Qt.Key.Key_Left, [False, False]),
    ],
)
def test_a_group_is_folded_by_keys(qtbot, form, key, open_after):
    heading(form, "Reproducing").setFocus()
    for is_open in open_after:
        qtbot.keyClick(heading(form, "Reproducing"), key)
        assert form.group("Reproducing").is_open is is_open
        assert form.editor("seed").isVisible() is is_open


def test_a_click_anywhere_on_a_heading_unfolds_and_the_next_form_remembers(qtbot, form):
    at = heading(form, "Reproducing").rect().adjusted(0, 0, -5, -5).bottomRight()
    qtbot.mouseClick(heading(form, "Reproducing"), Qt.MouseButton.LeftButton, pos=at)
    form.group("Members").set_open(False)
    later = SectionForm(Training)
    qtbot.addWidget(later)
    assert later.group("Reproducing").is_open
    assert not later.group("Members").is_open
    assert not later.group("Regularisation").is_open


def test_a_folded_heading_says_what_is_not_the_default(form):
    assert heading(form, "Regularisation").summary == ""
    form.set_value(Training(l2=1e-5, dropout=0.2))
    assert heading(form, "Regularisation").summary == "L2 penalty 1e-5 · Dropout 0.2"
    form.set_value(Training(precision="single", time_limit=60))
    assert heading(form, "Regularisation").summary == ""
    assert heading(form, "Reproducing").summary == "Precision Single"
    assert heading(form, "Stop when").summary == "Time limit 60 s"


def test_a_folded_heading_says_what_cannot_be_used(qtbot, form):
    retype(qtbot, line(form, "epochs"), "x")
    form.group("Stop when").set_open(False)
    assert heading(form, "Stop when").summary == "Write a whole number, for example 1,000."
    assert not form.is_valid()


def test_a_group_without_a_row_that_matters_is_hidden(qtbot):
    form = SectionForm(Nested())
    qtbot.addWidget(form)
    form.show()
    assert not form.group("Details").isVisible()
    form.set_value(Nested(way="b"))
    assert form.group("Details").isVisible()


class Nested(Section):
    way: Annotated[Literal["a", "b"], setting("Way", "Which way.")] = "a"
    depth: Annotated[
        int, setting("Depth", "How deep.", group="Details", only_when={"way": "b"})
    ] = 3


def test_a_label_gives_way_to_one_that_has_no_other_letter():
    assert mnemonic_places(["ab", "a", "ba", "初始"]) == [1, 0, -1, -1]
    assert mnemonic_places(["Cab", "a1", "b2"]) == [0, 0, 0]
