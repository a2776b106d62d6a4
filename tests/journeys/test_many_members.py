"""A run with several members: its list, the curve of the one picked, the map of agreement."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet

from core.events import MapChanged
from core.history import HistoryWriter
from core.run_folder import RunFolder
from tests.journeys.person import Person

MEMBERS = 5
INSIDE = ["Weights", "Activations", "Step sizes", "Last step"]


def write_run(person: Person, folder: Path, members: int) -> RunFolder:
    """Write a run of the copper survey as if it were in training; the last member is the best."""
    person.set_training(members=members)
    job = person.session.job()
    assert job is not None
    run = RunFolder(folder)
    run.create(job, "several")
    losses = np.geomspace(0.2, 0.1, members)
    with HistoryWriter(run.history_path) as writer:
        training = losses / np.arange(1, 51)[:, None]
        writer.add(1, training, 2 * training)
    return run


def votes(person: Person) -> tuple[np.ndarray, np.ndarray]:
    assert person.session.table is not None
    rows = np.arange(person.session.table.rows)
    return (rows % 3).astype(np.uint8), np.linspace(0.2, 1, len(rows)).astype(np.float32)


def tabs_of(person: Person) -> list[str]:
    tabs = person.train_page.tabs
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


def test_members_are_listed_and_one_is_picked(person: Person, tmp_path: Path) -> None:
    person.open_copper()
    page = person.train_page
    person.go("train")
    assert tabs_of(person) == INSIDE
    person.session.select_run(write_run(person, tmp_path / "several", MEMBERS))
    person.wait(lambda: page.members.model.rowCount() == MEMBERS)
    assert tabs_of(person) == ["Members", "Votes", *INSIDE]
    assert page.members.model.member(0) == MEMBERS - 1
    page.members.table.setCurrentIndex(page.members.model.index(0, 0))
    person.wait(lambda: page.curve.legend.is_shown("picked"))
    assert page.curve.legend.name("picked") == "Member 5"
    person.session.select_run(write_run(person, tmp_path / "one", 1))
    person.wait(lambda: page.curve.legend.is_shown("training"))
    assert tabs_of(person) == INSIDE
    assert not page.live_map.choice.isVisible()


def test_the_map_shows_how_far_members_agree(person: Person, tmp_path: Path) -> None:
    person.open_copper()
    page = person.train_page
    person.go("train")
    run = write_run(person, tmp_path / "several", MEMBERS)
    person.trainer.run, person.trainer.state = run, "training"
    person.session.select_run(run)
    choice = page.live_map.choice
    assert choice.isVisible()
    agree = choice.button("agreement")
    codes, agreement = votes(person)
    np.save(run.live_classes_path, codes)
    person.trainer.map_changed.emit(MapChanged(50, str(run.live_classes_path)))
    person.wait(lambda: not agree.isEnabled())
    np.save(run.path / "live_agreement.npy", agreement)
    person.trainer.map_changed.emit(MapChanged(60, str(run.live_classes_path)))
    person.wait(agree.isEnabled)
    assert not page.map.value_legend.isVisible()
    person.click(agree)
    assert page.map.value_legend.isVisible()
    assert page.map.describe is not None
    assert page.map.describe(0).endswith("agreement 20 %")
    assert page.votes.model.rowCount() == 73
    assert "of 73 labelled samples right" in page.votes.summary.text()
    person.click(choice.button("class"))
    assert not page.map.value_legend.isVisible()
    person.trainer.state = "idle"


def test_the_result_of_several_members_keeps_their_agreement(
    person: Person, tmp_path: Path
) -> None:
    person.open_copper()
    page = person.train_page
    person.go("train")
    run = write_run(person, tmp_path / "several", MEMBERS)
    codes, agreement = votes(person)
    names = person.session.class_names
    columns = {
        "class": [names[code] for code in codes],
        "probability": agreement,
        "agreement": agreement,
        **{f"p {name}": agreement for name in names},
    }
    pa.parquet.write_table(pa.table(columns), run.predictions_path)
    person.session.select_run(run)
    person.click(page.live_map.choice.button("agreement"))
    assert page.map.value_legend.isVisible()
    assert page.map.describe is not None
    assert page.map.describe(len(codes) - 1).endswith("agreement 100 %")
    person.session.select_run(None)
    assert not page.map.value_legend.isVisible()
    assert not page.live_map.choice.isVisible()
