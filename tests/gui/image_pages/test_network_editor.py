"""A network typed as text, edited as a table and drawn, always in agreement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from core.job_sections.cnn import CNN
from core.networks.cnn.notation import layers_of
from core.networks.cnn.text import text_of
from core.networks.cnn.words import WORDS
from gui.controls import SpinBox
from gui.image_pages.layer_changes import duplicated, inserted, moved, with_kind
from gui.image_pages.layer_columns import FILTERS, FURTHER, KERNEL, KIND, MACS, OUTPUT
from gui.image_pages.network_editor import NetworkEditor

SHAPE, CLASSES = (1, 28, 28), 10
PATTERN = "CONV 8 5x5-RELU-POOL-FC-SOFTMAX"


class Owner:
    """Keeps what the editor tells and shows it again, as a session does."""

    def __init__(self, editor: NetworkEditor, cnn: CNN) -> None:
        self.editor = editor
        editor.changed.connect(self.take)
        self.take(cnn)

    def take(self, cnn: CNN) -> None:
        self.cnn = cnn
        self.editor.show_network(cnn, SHAPE, CLASSES)

    def cell(self, row: int, column: int) -> str:
        return str(self.editor.table.model.index(row, column).data())

    def edit(self, row: int, column: int, value: object) -> None:
        model = self.editor.table.model
        model.setData(model.index(row, column), value)


@pytest.fixture
def owner(qtbot) -> Owner:
    editor = NetworkEditor()
    qtbot.addWidget(editor)
    editor.resize(840, 640)
    editor.show()
    return Owner(editor, CNN(name="custom", layers=PATTERN))


def button(owner, words):
    table = owner.editor.table
    return next(each for each in table._buttons if words in each.accessibleName())


def test_the_counts_are_those_of_the_plan(owner):
    owner.editor.show_network(CNN(name="lenet-5", form="original"), (1, 32, 32), CLASSES)
    assert owner.editor.totals.text().startswith(
        "61,706 parameters · 416,520 multiply–adds an image · 0.247 MB"
    )
    assert owner.cell(0, OUTPUT) == "6 × 28 × 28"
    assert owner.cell(0, MACS) == f"{6 * 25 * 28 * 28:,}"


def test_what_is_typed_is_counted_at_once(owner, qtbot):
    line = owner.editor.line
    line.selectAll()
    qtbot.keyClicks(line, "CONV 4 3x3-FC")
    assert owner.cnn == CNN(name="custom", layers="CONV 4 3x3-FC")
    assert owner.cell(0, OUTPUT) == "4 × 28 × 28"
    assert owner.cell(1, FILTERS) == "10"
    assert owner.editor.error.isHidden()


def test_a_slip_is_marked_where_it_stands_and_the_last_drawing_stays_pale(owner):
    owner.take(CNN(name="custom", layers="CONV-FOO-FC"))
    assert "position 6" in owner.editor.error.text()
    (mark,) = owner.editor.line.extraSelections()
    assert mark.cursor.selectedText() == "FOO"
    assert owner.editor.graph.canvas.faded
    assert owner.editor.table.model.rowCount() == 5
    owner.take(CNN(name="custom", layers="CONV-FC"))
    assert not owner.editor.line.extraSelections()
    assert not owner.editor.graph.canvas.faded


def test_a_size_that_does_not_divide_is_shown_at_its_layer(owner):
    owner.edit(0, KERNEL, 3)
    owner.take(CNN(name="custom", layers="CONV 8 3x3-POOL 3x3 s2-FC"))
    assert "(28 − 3 + 2·0) / 2 + 1 = 13.5" in owner.editor.error.text()
    assert owner.cell(0, OUTPUT) == "8 × 28 × 28"
    assert owner.cell(1, OUTPUT) == "–"
    assert owner.editor.totals.text() == ""
    assert len(owner.editor.graph._boxes) == 2, "the image and what comes before the pool"
    assert not owner.editor.graph.canvas.faded
    owner.edit(1, FURTHER, "floor")
    assert owner.editor.error.isHidden()
    assert owner.cnn.layers == "CONV 8 3x3-POOL 3x3 s2 floor-FC"


def test_figures_are_edited_in_place(owner, qtbot):
    owner.edit(0, FILTERS, 12)
    assert owner.cnn.layers == "CONV 12 5x5-RELU-POOL 2x2-FC-SOFTMAX"
    names = [word.text for word in WORDS]
    owner.edit(1, KIND, names.index("TANH"))
    owner.edit(2, KIND, names.index("AVGPOOL"))
    assert owner.cnn.layers == "CONV 12 5x5-TANH-AVGPOOL 2x2-FC-SOFTMAX"
    table = owner.editor.table
    view, model = table.view, table.model
    view.setCurrentIndex(model.index(0, FILTERS))
    view.edit(model.index(0, FILTERS))
    spin = view.findChild(SpinBox)
    spin.setValue(20)
    assert owner.cnn.layers.startswith("CONV 20 ")
    assert spin.isVisible(), "the editor stays open while the sizes follow"
    assert owner.editor.line.text() == owner.cnn.layers


def test_the_last_units_follow_the_classes(owner):
    model = owner.editor.table.model
    assert owner.cell(3, FILTERS) == "10"
    assert not model.flags(model.index(3, FILTERS)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, FILTERS)) & Qt.ItemFlag.ItemIsEditable


def test_a_figure_that_is_none_is_refused_in_place(owner):
    owner.edit(0, FURTHER, "g2 nonsense")
    assert "g2 nonsense" in owner.editor.table.error.text()
    assert owner.cnn.layers == PATTERN


def test_layers_are_moved_doubled_and_removed(owner):
    table = owner.editor.table
    table.select_row(1)
    button(owner, "Duplicate").click()
    assert owner.cnn.layers == "CONV 8 5x5-RELU-RELU-POOL 2x2-FC-SOFTMAX"
    assert table.row == 2
    button(owner, "Move down").click()
    assert owner.cnn.layers == "CONV 8 5x5-RELU-POOL 2x2-RELU-FC-SOFTMAX"
    assert table.row == 3
    button(owner, "Remove").click()
    assert owner.cnn.layers == "CONV 8 5x5-RELU-POOL 2x2-FC-SOFTMAX"
    table.select_row(0)
    table._insert([word.text for word in WORDS].index("CONV"))
    assert owner.cnn.layers == "CONV 8 5x5-CONV 8 3x3-RELU-POOL 2x2-FC-SOFTMAX"
    assert table.row == 1


def test_a_network_of_the_zoo_becomes_ones_own_with_the_first_change(owner):
    owner.take(CNN(name="lenet-5"))
    owner.edit(0, FILTERS, 7)
    assert owner.cnn.name == "custom"
    assert owner.cnn.layers.startswith("CONV 7 5x5")
    assert owner.editor.error.isHidden()


def test_branches_are_shown_and_not_edited(owner):
    owner.take(CNN(name="resnet-18"))
    table = owner.editor.table
    assert owner.editor.line.text() == ""
    assert "ResNet-18" in owner.editor.line.placeholderText()
    assert not any(each.isEnabled() for each in table._buttons)
    model = table.model
    editable = Qt.ItemFlag.ItemIsEditable
    assert not any(
        model.flags(model.index(row, column)) & editable
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )


def test_drawing_and_table_point_at_the_same_layer(owner, qtbot):
    owner.take(CNN(name="densenet-121"))
    graph, table = owner.editor.graph, owner.editor.table
    canvas = graph.canvas
    canvas.grab()
    dense = next(number for number, box in enumerate(graph._boxes) if box.block.kind == "dense")
    at = canvas.place_of(dense)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert table.row == graph._rows_of(dense)[0]
    assert canvas.box_at(QPointF(at)) == dense
    graph._enter(dense)
    assert graph.level.value() == "layers"
    assert len(graph._boxes) == len(graph._nodes)
    table.view.selectRow(300)
    chosen = graph._boxes[canvas._current]
    assert 300 in graph._nodes[chosen.nodes[0]].rows
    assert canvas.rect().contains(canvas.place_of(canvas._current).toPoint())


def test_the_keyboard_goes_from_box_to_box(owner, qtbot):
    canvas, table = owner.editor.graph.canvas, owner.editor.table
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert table.row == 2
    assert "Max pooling" in canvas.accessibleDescription()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    before = canvas.place_of(0)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.place_of(0) != before


rows = st.lists(st.sampled_from([word.text for word in WORDS]), min_size=1, max_size=8)


@given(rows, st.data())
def test_every_change_can_be_written_and_read_again(words, data):
    layers = layers_of("-".join(words))
    row = data.draw(st.integers(0, len(layers) - 1))
    word = data.draw(st.sampled_from(WORDS))
    target = data.draw(st.integers(0, len(layers) - 1))
    for changed in (
        with_kind(layers, row, word),
        inserted(layers, row, word),
        duplicated(layers, row),
        moved(layers, row, target - row),
    ):
        text = text_of(changed)
        assert text
        assert text_of(layers_of(text)) == text
    assert with_kind(layers, row, word)[row].kind == word.kind
