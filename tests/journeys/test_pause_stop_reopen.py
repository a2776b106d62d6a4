"""Pause and resume, stop, come back to runs, repeat, rename and delete them."""

from __future__ import annotations

from core.history import HistoryReader, recorded
from tests.journeys.person import Person


def test_pause_resume_stop_and_reopen(person: Person) -> None:
    person.open_copper()
    run = person.train_forever()
    person.click(person.train_page.pause)
    person.wait(lambda: person.trainer.state == "paused")
    epochs = HistoryReader(run.history_path).read_new()[0].epoch[-1]
    person.qtbot.wait(300)
    assert HistoryReader(run.history_path).read_new()[0].epoch[-1] == epochs
    assert "Paused" in person.window.status.text
    person.click(person.train_page.pause)
    person.wait(lambda: person.trainer.state == "training")
    person.wait(lambda: HistoryReader(run.history_path).read_new()[0].epoch[-1] > epochs)
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    outcome = run.outcome()
    assert outcome is not None
    assert outcome.reason == "stopped"
    assert "Stopped by hand" in person.banner

    person.session.select_run(None)
    person.go("runs")
    assert person.runs.chosen == run
    person.click(person.runs.open)
    person.wait(lambda: person.furniture.current == "map")
    assert person.session.run == run
    assert person.map_page.table.model().rowCount() == 22_400

    person.go("runs")
    person.click(person.runs.repeat)
    person.wait(lambda: person.furniture.current == "train")
    assert person.session.run is None
    person.set_training(epochs=30, error_goal=1e-5)
    second = person.train_to_the_end()
    assert second != run
    person.go("runs")
    assert person.runs.list.rowCount() == 2
    person.furniture.running.rename(second, "second try")
    first = person.runs.list.item(0, 0)
    assert first is not None
    assert first.text() == "second try"
    person.furniture.running.delete(second)
    assert not second.path.exists()
    assert person.runs.list.rowCount() == 1


def test_a_stopped_run_goes_on_where_it_was(person: Person) -> None:
    person.open_copper()
    run = person.train_forever()
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    outcome = run.outcome()
    assert outcome is not None
    person.go("runs")
    person.click(person.runs.resume)
    person.wait(lambda: person.trainer.progress is not None)
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    later = run.outcome()
    assert later is not None
    assert later.epoch > outcome.epoch
    rows, _ = HistoryReader(run.history_path).read_new()
    # each epoch that is recorded at all stands there once
    assert rows.epoch.tolist() == (recorded(1, later.epoch, 1) + 1).tolist()


def test_opening_a_run_keeps_the_settings_one_had(person: Person) -> None:
    person.open_copper()
    person.set_training(epochs=20)
    person.train_to_the_end()
    person.set_training(epochs=20, seed=42)
    person.go("runs")
    person.click(person.runs.open)
    person.wait(lambda: person.furniture.current == "map")
    assert person.session.training.seed == 1
    person.click(person.window.banner._button)
    assert person.session.training.seed == 42
