"""Welcome → gold → Train → Judge: two tables with every output, taken away and read back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from datasets import gold
from gui.pages.judge_page import JudgePage
from gui.rail import BLOCKED, DONE
from gui.results_table import RIGHT
from tests.journeys.person import Person, write_survey

OUTPUTS = [f"output {name}" for name in sorted(gold.TYPES)]


def welcome_button(person: Person, words: str) -> QPushButton:
    """Return the button of a card by its words."""
    buttons = person.window.welcome.findChildren(QPushButton)
    return next(button for button in buttons if words in button.text())


def open_gold(person: Person) -> JudgePage:
    person.click(welcome_button(person, "deposits"))
    person.wait(lambda: person.session.table is not None)
    return person.judge_page


def chosen(path: Path, *_: object, **__: object) -> tuple[str, str]:
    """Answer a file dialog."""
    return str(path), ""


def heads(page: JudgePage, of: str) -> list[str]:
    return list(getattr(page.samples, of).table.columns._names)


def test_gold_ends_in_two_tables(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_gold(person)
    assert "synthetic" in person.data._about.text()
    network, training = person.session.network, person.session.training
    assert network is not None
    assert (network.layers, training.trainer, training.epochs) == ("3-3-4", "bp", 5000)
    assert person.trainer.pace == 0

    run = person.train_to_the_end()
    outcome = run.outcome()
    assert outcome is not None, run.log_path.read_text()
    assert outcome.reason in ("goal", "epochs")
    assert person.window.banner._button.text() == "See the tables"
    person.click(person.window.banner._button)
    person.wait(lambda: person.furniture.current == "judge")

    assert "right" in page._verdict.text()
    assert page.samples.training.table.columns.rowCount() == 34
    assert page.samples.predictions.table.columns.rowCount() == 12
    assert heads(page, "training")[:2] == heads(page, "predictions")[:2] == ["Row", "deposit"]
    signs = page.samples.training.table.columns._columns[heads(page, "training").index("Right")]
    evaluation = run.evaluation()
    assert evaluation is not None
    assert np.count_nonzero(signs == RIGHT) == evaluation["training"]["correct"]

    page.tabs.setCurrentWidget(page.samples)
    exported = {}
    for name, button in (
        ("training", page.samples.training.button),
        ("predictions", page.samples.predictions.button),
    ):
        path = tmp_path / f"{name}.csv"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", partial(chosen, path))
        person.click(button)
        person.wait(path.exists)
        person.wait(lambda: not person.furniture.services.tasks.busy)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        exported[name] = pd.read_csv(path)
    assert [len(table) for table in exported.values()] == [34, 12]
    cells = gold.generate()
    assert exported["training"]["deposit"].tolist() == cells["deposit"][:34].tolist()
    assert exported["training"]["right"].sum() == np.count_nonzero(signs == RIGHT)
    # the types the twelve were made as are known to the generator alone
    assert (exported["predictions"]["class"] == gold.true_types()[34:]).sum() >= 9

    for name, table in exported.items():
        shown = [head for head in heads(page, name) if head.startswith("Output value")]
        assert len(shown) == 4
        assert [column for column in table if str(column).startswith("output")] == OUTPUTS
        largest = table[OUTPUTS].to_numpy().argmax(axis=1)
        assert [OUTPUTS[place] for place in largest] == [f"output {x}" for x in table["class"]]


def test_without_coordinates_the_map_points_to_the_tables(person: Person) -> None:
    open_gold(person)
    person.set_training(epochs=20)
    person.train_to_the_end()
    judge, map_stop = person.window.rail.buttons[6:8]
    assert (judge._dot, map_stop._dot) == (DONE, BLOCKED)
    assert "Judge" in map_stop.toolTip()
    person.go("map")
    page = person.map_page
    assert not page.map.isVisible()
    assert page.export.kind.key == "xlsx"
    page.export.choose("classes")
    assert not page.export.button.isEnabled()
    way = next(b for b in page._no_map.findChildren(QPushButton) if b.text() == "Go to Judge")
    person.click(way)
    assert person.furniture.current == "judge"


def test_before_a_run_the_page_says_what_fills_it(person: Person) -> None:
    page = open_gold(person)
    person.go("judge")
    assert not page.samples.training.table.isVisible()
    person.click(page.train)
    assert person.furniture.current == "train"


def test_a_table_of_labelled_rows_has_no_predictions_to_export(
    person: Person, tmp_path: Path
) -> None:
    person.open_table(write_survey(tmp_path / "survey.csv"))
    person.set_training(epochs=20)
    person.train_to_the_end()
    person.go("judge")
    page = person.judge_page
    assert page.samples.training.table.columns.rowCount() == 80
    assert heads(page, "training")[1] == "sample"
    assert page.samples.training.button.isEnabled()
    assert not page.samples.predictions.button.isEnabled()
    assert "nothing else to classify" in page.samples.predictions.button.toolTip()
    # held-out samples are shown first, and the choice changes the matrix
    before = page.confusion.item(0, 0)
    assert page.part.currentData() == "held_out"
    page.part.setCurrentIndex(1)
    assert page.confusion.item(0, 0) is not before
    assert page._to_map.isVisible()


def test_copper_has_a_second_way_in(person: Person) -> None:
    person.click(welcome_button(person, "14-9-5-1"))
    person.wait(lambda: person.session.table is not None)
    network = person.session.network
    assert network is not None
    assert network.coding == "ordered"
    assert network.layers == "14-9-5-1"
    assert person.session.table is not None
    assert person.session.table.source == "example:copper"


def test_the_perceptron_card_asks_for_its_page(person: Person) -> None:
    asked: list[tuple[str, str]] = []
    person.window.welcome.wanted.disconnect()
    person.window.welcome.wanted.connect(lambda kind, what: asked.append((kind, what)))
    person.click(welcome_button(person, "perceptron"))
    assert asked == [("perceptron", "")]
