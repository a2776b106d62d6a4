"""A survey classified by a CNN on windows, beside the map of a BP network."""

from __future__ import annotations

from pathlib import Path

from core.evaluation import held_out_part
from core.windows.model_file import load_window_cnn
from gui.pages.network_page import NetworkPage
from tests.core.windows.small_surveys import SIDE, write_survey
from tests.journeys.person import Person


def test_windows_are_chosen_trained_and_mapped(person: Person, tmp_path: Path) -> None:
    person.open_table(write_survey(tmp_path))
    person.set_training(epochs=200)
    person.train_to_the_end()
    by_samples = person.run
    person.go("network")
    page = person.furniture.page("network")
    assert isinstance(page, NetworkPage)
    person.click(page.choice.button("cnn"))
    assert person.session.method == "cnn"
    page.window_form.form.changed.emit(
        person.session.windows.window.model_copy(update={"cells": 4})
    )
    # an even side has no middle: the arrow goes on to the next odd one
    assert person.session.windows.window.cells == 3
    training = person.session.windows.training.model_copy(
        update={
            "epochs": 12,
            "members": 1,
            "batch_size": 32,
            "learning_rate": 0.1,
            "threads": 1,
            "precision": "single",
        }
    )
    person.session.set_windows(person.session.windows.model_copy(update={"training": training}))
    person.go("train")
    assert not person.train_page.form.isVisible()
    assert person.train_page.cnn_form.isVisible()
    person.click(person.train_page.train)
    person.wait(lambda: not person.trainer.active, 90_000)
    by_windows = person.run
    assert load_window_cnn(by_windows.model_path).window.cells == 3
    held_out = [held_out_part(run.evaluation()) for run in (by_samples, by_windows)]  # type: ignore[arg-type]
    shares = [each["correct"] / each["samples"] for each in held_out]
    # the sample itself says nothing here, its neighbours everything
    assert shares[1] > max(0.75, shares[0])
    person.go("map")
    assert person.map_page.table.model().rowCount() == SIDE * SIDE
    person.go("runs")
    assert person.runs.list.rowCount() == 2
