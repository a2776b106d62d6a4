"""Training several networks for real, and looking inside one of them."""

from __future__ import annotations

import json

import pandas as pd

from core.job import Judging
from tests.journeys.person import Person


def test_several_networks_learn_vote_and_show_their_weights(person: Person) -> None:
    person.open_copper()
    person.set_training(members=6)
    run = person.train_to_the_end()
    page = person.train_page
    outcome = run.outcome()
    assert outcome is not None
    assert outcome.members == 6
    person.wait(lambda: page.members.model.rowCount() == 6)
    table = pd.read_parquet(run.predictions_path)
    assert table["agreement"].between(1 / 6, 1).all()
    assert (table["agreement"] < 1).any()
    person.wait(lambda: page.votes.model.rowCount() == 73)
    page.tabs.setCurrentWidget(page.inside.weights)
    person.wait(lambda: page.inside.weights.map.isVisible() and len(page.inside.frames) > 20)
    page.members.table.setCurrentIndex(page.members.model.index(0, 0))
    best = page.members.member
    page.tabs.setCurrentWidget(page.inside.activations)
    person.wait(lambda: page.inside.activations.isVisible())
    assert best >= 0


def test_folds_are_judged_by_networks_that_never_saw_them(person: Person) -> None:
    person.open_copper()
    preparation = person.session.preparation.model_copy(update={"validation_part": 0.0})
    person.session.set_preparation(preparation)
    person.session.set_judging(Judging(protocol="folds", folds=4))
    person.set_training(members=2, patience=0)
    run = person.train_to_the_end()
    evaluation = json.loads(run.evaluation_path.read_text(encoding="utf-8"))
    assert evaluation["folds"] == 4
    assert evaluation["test"]["samples"] == 73
    outcome = run.outcome()
    assert outcome is not None
    assert outcome.members == 8


def test_learning_begins_again_until_the_goal_is_met_and_every_try_is_kept(person: Person) -> None:
    person.open_copper()
    person.set_training(epochs=15, learn_again=2)
    run = person.train_to_the_end()
    outcome = run.outcome()
    assert outcome is not None
    assert (outcome.reason, outcome.tries) == ("epochs", 3)
    assert len(list(run.tries_path.glob("*.safetensors"))) == 3
    assert "None of 3 tries met the goal" in person.banner
