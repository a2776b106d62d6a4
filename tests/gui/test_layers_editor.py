"""The layers of a network, typed or edited one by one."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from core.job import MAX_LAYERS
from gui.controls import ComboBox, SpinBox
from gui.layers_editor import LayersEditor

Said = list[tuple[str, tuple[str, ...]]]


@pytest.fixture
def editor(qtbot) -> LayersEditor:
    made = LayersEditor()
    qtbot.addWidget(made)
    made.set_ends(14, 8)
    made.set_value("14-9-5-8", ("tanh", "relu", "logistic"))
    made.show()
    return made


@pytest.fixture
def said(editor) -> Said:
    heard: Said = []
    editor.changed.connect(lambda layers, activations: heard.append((layers, activations)))
    return heard


def shown(editor: LayersEditor, kind: type[Any]) -> list[Any]:
    # New rows are shown by the event loop.
    QApplication.processEvents()
    found = [each for each in editor.findChildren(kind) if not each.isHidden()]
    return sorted(found, key=lambda each: each.mapTo(editor, each.rect().topLeft()).y())


def retype(qtbot, editor: LayersEditor, text: str) -> None:
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)


def test_line_rows_and_weights_agree(editor, said):
    assert editor.line.text() == "14-9-5-8"
    assert [spin.value() for spin in shown(editor, SpinBox)] == [9, 5]
    activations = [box.currentData() for box in shown(editor, ComboBox)]
    assert activations == ["tanh", "relu", "logistic"]
    assert editor.counts.weights.text() == "14-9-5-8: 233 weights and biases"
    assert said == []


def test_typing_changes_the_rows(qtbot, editor, said):
    retype(qtbot, editor, "14-7-8")
    assert said == [("14-7-8", ("tanh", "logistic"))]
    assert [spin.value() for spin in shown(editor, SpinBox)] == [7]
    assert "169 weights" in editor.counts.weights.text()


def test_same_number_of_layers_keeps_the_activations(qtbot, editor, said):
    retype(qtbot, editor, "14-12-6-8")
    assert said == [("14-12-6-8", ("tanh", "relu", "logistic"))]


def test_rows_change_the_line(editor, said):
    shown(editor, SpinBox)[1].setValue(6)
    assert said[-1] == ("14-9-6-8", ("tanh", "relu", "logistic"))
    assert editor.line.text() == "14-9-6-8"
    boxes = shown(editor, ComboBox)
    boxes[0].setCurrentIndex(boxes[0].findData("elu"))
    assert said[-1] == ("14-9-6-8", ("elu", "relu", "logistic"))


def test_adding_and_removing_a_layer(qtbot, editor, said):
    qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    assert said[-1][0].startswith("14-9-5-")
    assert len(said[-1][1]) == 4
    assert said[-1][1][-1] == "logistic"
    remove = shown(editor, QToolButton)[0]
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    layers, activations = said[-1]
    assert layers.startswith("14-5-")
    assert activations[0] == "relu"


@pytest.mark.parametrize("text", ["14-x-8", "14", "14-0-8", "10-9-8", "14-9-7"])
def test_what_cannot_be_read_says_why_and_changes_nothing(qtbot, editor, said, text):
    retype(qtbot, editor, text)
    assert editor.error.isVisible()
    assert editor.error.text()
    assert said == []
    retype(qtbot, editor, "14-4-8")
    assert not editor.error.isVisible()


def test_more_weights_than_samples_is_said(editor):
    editor.set_samples(33)
    assert editor.counts.warning.isVisible()
    assert "33" in editor.counts.warning.text()
    editor.set_samples(1000)
    assert not editor.counts.warning.isVisible()


def test_no_more_layers_than_a_network_may_have(editor):
    layers = "-".join(["14", *["3"] * (MAX_LAYERS - 2), "8"])
    editor.set_value(layers, ("tanh",) * (MAX_LAYERS - 2) + ("logistic",))
    assert not editor.add.isEnabled()


def test_every_control_has_a_name(editor):
    for kind in (SpinBox, ComboBox, QToolButton):
        assert all(each.accessibleName() for each in shown(editor, kind))
    assert editor.line.accessibleName()
