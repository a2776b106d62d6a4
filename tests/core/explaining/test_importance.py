"""Shuffled elements: against scikit-learn, and on samples whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn.inspection import permutation_importance
from sklearn.metrics import balanced_accuracy_score, f1_score

from core.explaining.correlated import correlated_groups
from core.explaining.importance import Importance, groups_of, importance_of
from core.explaining.permutation import Judgement, drawn_orders, drop, judged_in_orders
from core.explaining.table_subject import TableSubject
from tests.core.explaining.small_subjects import planted, random_subject

# three members, of which Cu decides each; the last three elements are noise to them
DECIDED = [[4.0, 0.0, 0.0, 0.0], [5.0, 0.0, 0.0, 0.0], [6.0, 0.0, 0.0, 0.0]]


def importance(subject: TableSubject, repeats: int = 10, seed: int = 1) -> Importance:
    groups = groups_of(subject, seed)
    return importance_of(subject, groups, repeats, seed, lambda: None)


class Voting:
    """The network of a subject as scikit-learn sees an estimator."""

    def __init__(self, subject: TableSubject) -> None:
        self.classes_ = np.arange(subject.classes)
        self._model = subject.model

    def fit(self, x: object, y: object) -> Voting:
        return self

    def predict(self, x: np.ndarray) -> np.ndarray:
        return self._model.classify(x).codes


@pytest.mark.parametrize(
    ("figure", "score"),
    [
        ("macro_f1", lambda known, named: f1_score(known, named, average="macro")),
        ("balanced_accuracy", balanced_accuracy_score),
    ],
)
def test_agrees_with_scikit_learn_on_the_same_orders(figure: str, score: object) -> None:
    subject = random_subject(samples=80)
    known = subject.known
    reference = permutation_importance(
        Voting(subject),
        subject.features,
        known,
        scoring=lambda estimator, x, y: score(y, estimator.predict(x)),  # type: ignore[operator]
        n_repeats=6,
        random_state=4,
    )
    orders = reference_orders(subject.size, 6, 4)
    whole = judged_in_orders(subject, (), np.arange(subject.size)[np.newaxis])
    for column in range(4):
        found = whole.votes[figure] - judged_in_orders(subject, (column,), orders).votes[figure]
        np.testing.assert_allclose(found, reference.importances[column], atol=1e-12)
    assert np.abs(reference.importances).max() > 0.05


def reference_orders(samples: int, repeats: int, state: int) -> np.ndarray:
    """The orders that scikit-learn draws: each shuffles what the one before has left."""
    seed = np.random.RandomState(state).randint(np.iinfo(np.int32).max + 1)
    random = np.random.RandomState(seed)
    shuffled, order, found = np.arange(samples), np.arange(samples), []
    for _ in range(repeats):
        random.shuffle(shuffled)
        order = order[shuffled]
        found.append(order)
    return np.array(found)


@pytest.mark.parametrize("folds", [1, 4, 60])
def test_the_element_that_decides_stands_alone(folds: int) -> None:
    found = importance(planted(DECIDED * folds, samples=60, folds=folds, noise=0.3))
    first, *noise = found.elements
    assert first["macro_f1"].low > 0.2
    assert found.whole["macro_f1"] > 0.8
    for each in noise:
        assert each["macro_f1"].low <= 0 <= each["macro_f1"].high
        assert each["balanced_accuracy"].low <= 0 <= each["balanced_accuracy"].high


def test_an_element_without_weight_is_worth_nothing() -> None:
    found = importance(planted(DECIDED))
    assert [each["macro_f1"].value for each in found.elements[1:]] == [0.0, 0.0, 0.0]
    assert found.elements[1]["macro_f1"].members == 0.0


def test_twins_hide_each_other_and_are_found_together() -> None:
    """Each member reads one of them, so the vote loses little with either."""
    weights = [[6.0, 0.0, 0.0, 0.0], [0.0, 6.0, 0.0, 0.0]] + [[3.0, 3.0, 0.0, 0.0]] * 3
    found = importance(planted(weights, duplicate=True))
    ((group, drops),) = found.groups
    assert group.columns == (0, 1)
    assert group.least > 0.9
    together = drops["macro_f1"].value
    assert together > 0.4
    assert max(found.elements[column]["macro_f1"].value for column in (0, 1)) < 0.7 * together


def test_members_spread_where_they_read_different_elements() -> None:
    weights = [[6.0, 0.0, 0.0, 0.0], [0.0, 6.0, 0.0, 0.0], [6.0, 0.0, 0.0, 0.0]]
    alike = importance(planted(DECIDED)).elements[0]["macro_f1"].members
    apart = importance(planted(weights)).elements[0]["macro_f1"].members
    assert apart > 5 * alike


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    subject = random_subject()
    values = [importance(subject, seed=seed).to_values() for seed in (1, 1, 2)]
    assert values[0] == values[1]
    assert values[0] != values[2]


def test_one_order_has_no_interval() -> None:
    found = importance(planted(DECIDED), repeats=1).elements[0]["macro_f1"]
    assert np.isnan(found.low)
    assert (
        importance(planted(DECIDED[:1])).to_values()["elements"][0]["macro_f1"]["members"] is None
    )


def test_a_member_that_does_not_vote_has_no_say() -> None:
    subject = planted([[6.0, 0.0, 0.0, 0.0], [0.0, 6.0, 0.0, 0.0]])
    subject.model.voters[1] = False
    found = importance(subject)
    assert found.elements[1]["macro_f1"].value == 0.0
    assert np.isnan(found.elements[0]["macro_f1"].members)


def test_a_censored_value_is_shuffled_with_its_flag() -> None:
    """Half of the limit is what stands for it, wherever it comes to lie."""
    subject = planted(DECIDED)
    subject.censored[:10, 0] = True
    asked: list[np.ndarray] = []
    predict = subject.model.network.predict

    def heard(inputs: torch.Tensor, *rest: object) -> torch.Tensor:
        asked.append(inputs.numpy()[:, 0].copy())
        return predict(inputs, *rest)  # type: ignore[arg-type]

    subject.model.network.predict = heard  # type: ignore[method-assign, assignment]
    judged_in_orders(subject, (), np.arange(subject.size)[np.newaxis])
    judged_in_orders(subject, (0,), drawn_orders(subject.size, 1, 1))
    plain, shuffled = asked
    assert not np.array_equal(plain, shuffled)
    np.testing.assert_allclose(np.sort(plain), np.sort(shuffled))


def test_the_interval_is_that_of_one_more_order() -> None:
    """Of normal figures it holds 95 %."""
    rng = np.random.default_rng(0)
    inside = 0
    for _ in range(2000):
        drops = rng.normal(size=11)
        none = {"macro_f1": np.zeros((1, 1))}
        whole = _judgement(np.zeros(1), none)
        found = drop(whole, _judgement(-drops[:10], none), "macro_f1")
        inside += found.low <= drops[10] <= found.high
    assert 0.935 < inside / 2000 < 0.965


def _judgement(votes: np.ndarray, members: dict[str, np.ndarray]) -> Judgement:
    return Judgement({"macro_f1": votes}, members)


def test_groups_take_strong_correlations_of_either_sign() -> None:
    rng = np.random.default_rng(1)
    first, third = rng.normal(size=(2, 200))
    values = np.column_stack(
        [first, -first + 0.1 * rng.normal(size=200), third, first + 2 * rng.normal(size=200)]
    )
    values[3, 0] = np.nan
    (group,) = correlated_groups(("Cu", "Pb", "Zn", "Ag"), values)
    assert group.columns == (0, 1)
    assert correlated_groups(("Cu",), values[:, :1]) == []


def test_many_samples_are_thinned_and_every_class_keeps_its_share() -> None:
    subject = random_subject(samples=200, folds=4)
    some = subject.some(30, 1)
    assert some.size == 30
    assert np.bincount(some.known).tolist() == [10, 10, 10]
    judged = np.sort(np.concatenate(some.places))
    assert judged.tolist() == list(range(30))
    assert subject.some(200, 1) is subject
