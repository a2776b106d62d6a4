"""The Runs page: what is said of each run."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.files import write_json
from gui.image_session import ImageSession
from gui.pages.runs_page import RunsPage
from gui.session import Session
from gui.settings import Settings
from tests.gui.image_pages.small_judged import write_images, write_judged_run

HELD_OUT = 3


class Trainer(QObject):
    state_changed = Signal(str)
    active = False


class Services(QObject):
    kind_changed = Signal(str)

    def __init__(self, runs: list[Any]) -> None:
        super().__init__()
        self.session, self.images = Session(), ImageSession()
        self.settings, self.trainer = Settings(), Trainer()
        self.working = SimpleNamespace(run=None, runs=lambda: runs)
        self.go = print


@pytest.fixture
def run(tmp_path):
    return write_judged_run(tmp_path / "run", write_images(tmp_path / "images"))[0]


@pytest.fixture
def page(qtbot: QtBot, run) -> Iterator[RunsPage]:
    running: Any = SimpleNamespace(resume_run=print, delete=print, rename=print)
    furniture: Any = SimpleNamespace(
        services=Services([run]),
        running=running,
        name_of=lambda source: source,
        exporting=SimpleNamespace(),
    )
    made = RunsPage(furniture)
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    yield made
    made.dispose()


def held_out(page: RunsPage) -> str:
    item = page.list.item(0, HELD_OUT)
    assert item is not None
    return item.text()


def test_held_out_is_the_test_part_since_the_other_chose_the_weights(page, run):
    evaluation = run.evaluation()
    test, validation = evaluation["test"], evaluation["validation"]
    assert test["samples"] != validation["samples"] > 0
    assert held_out(page) == f"{test['correct']} / {test['samples']}"


def test_without_a_test_part_it_is_the_validation_part(page, run):
    evaluation = run.evaluation()
    evaluation["test"] = {"samples": 0, "correct": 0}
    write_json(run.evaluation_path, evaluation)
    page.show()
    page.refresh()
    validation = evaluation["validation"]
    assert held_out(page) == f"{validation['correct']} / {validation['samples']}"
