"""Somebody lets the program search for settings, makes it wait, and trains what it found."""

from __future__ import annotations

from core.job import Judging
from core.job_file import read_job
from core.searching.settings import Search
from gui.searching.search_view import SearchView
from gui.searching.trials_model import NUMBER
from tests.journeys.person import Person

TRIALS = 4
QUICK = Search(
    trials=TRIALS,
    processes=1,
    inner_folds=2,
    hidden_layers=(1, 1),
    units=(4, 12),
    trainers=("rprop-",),
)


def opened(person: Person) -> SearchView:
    """Return the search, opened from the Train page."""
    person.go("train")
    person.click(person.train_page.way_in.button)
    view = person.train_page._search
    assert view is not None
    return view


def numbers(view: SearchView) -> list[str]:
    """Return what the table calls its trials."""
    rows = range(view.trials.sorted.rowCount())
    return [view.trials.text_of(row, NUMBER).split()[0] for row in rows]


def test_search_pause_resume_and_train_the_winner(person: Person) -> None:
    person.open_copper()
    person.set_training(epochs=30)
    view = opened(person)
    assert "the validation part only chooses" in view.head.obstacle.text
    person.click(view.head.obstacle.button)
    assert person.furniture.current == "judge"
    person.session.set_judging(Judging(protocol="folds", folds=3))

    person.go("train")
    view.side.form.set_value(QUICK)
    person.click(view.buttons.start)
    person.wait(lambda: view.searcher.state == "searching")
    person.click(view.buttons.pause)
    # the trial under way is carried out
    person.qtbot.wait(700)
    before = numbers(view)
    person.qtbot.wait(500)
    assert numbers(view) == before
    assert len(before) < TRIALS
    person.click(view.buttons.pause)
    person.wait(lambda: not view.searcher.active)

    assert numbers(view) == ["0", "1", "2", "3"]
    assert "had no say in the choice, macro-F1 is" in view.head.verdict.text()
    folder = view.shown.folder
    assert folder is not None
    person.click(view.head.use)
    found = read_job(folder.best_path)
    assert person.session.job() == found
    assert person.window.banner.isVisible()
    run = person.train_to_the_end()
    assert run.job().network == found.network
    verdict = run.verdict()
    assert verdict is not None
    assert verdict["protocol"]["name"] == "folds"

    # whoever comes back finds it again
    view = opened(person)
    view.side.list.setCurrentIndex(1)
    assert view.shown.folder == folder
    assert numbers(view) == ["0", "1", "2", "3"]
