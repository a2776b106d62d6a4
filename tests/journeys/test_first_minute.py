"""Welcome → copper card → Train → the map develops → a sentence says what came out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from tests.journeys.person import Person


@pytest.mark.own_workers
def test_first_minute(person: Person) -> None:
    copper = next(
        button
        for button in person.window.welcome.findChildren(QPushButton)
        if "survey" in button.text()
    )
    person.click(copper)
    person.wait(lambda: person.session.table is not None)
    assert person.furniture.current == "data"
    assert person.data.map.grid is not None
    assert "synthetic" in person.data._about.text()
    assert person.data.map.class_legend.text_of("porphyry") == "6"

    maps: list[int] = []
    person.trainer.map_changed.connect(lambda event: maps.append(event.epoch))
    train = person.furniture.actions.train
    assert train.shortcut() == QKeySequence("Ctrl+R")
    train.trigger()
    person.wait(lambda: person.trainer.active)
    person.wait(lambda: len(maps) >= 3)
    assert maps == sorted(set(maps))
    assert person.train_page.curve._has_points()
    person.trainer.set_pace(0)
    person.wait(lambda: not person.trainer.active)

    outcome = person.run.outcome()
    assert outcome is not None
    assert outcome.reason == "goal"
    assert "error goal was met" in person.banner
    sentence = person.train_page._sentence.text()
    assert "held out" in sentence
    person.go("judge")
    assert person.judge_page.samples.training.table.columns.rowCount() == 73
    assert person.judge_page.samples.predictions.table.columns.rowCount() == 22_400 - 73
    person.go("map")
    assert person.map_page.table.model().rowCount() == 22_400
