"""Classifiers in folds, against scikit-learn's own cross-validation."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from sklearn.model_selection import cross_validate

from core.baselines.estimators import BASELINES, NEIGHBOURS, Baseline, build_estimator
from core.baselines.fitting import answers_of
from core.baselines.lessons import SurveyLessons
from core.protocols.second_file import SecondFile
from datasets.messages import InputError
from tests.core.baselines.small_parts import parts_of, small_dataset

TARGET = np.arange(48) % 3
# rows of a fold need not lie together, nor come in order
FOLDS = [np.flatnonzero((np.arange(48) // 2) % 4 == fold) for fold in (2, 0, 3, 1)]


def unheard(done: int) -> None:
    pass


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.baselines.estimators.TREES", 10)
    monkeypatch.setattr("core.baselines.estimators.MOST_ITERATIONS", 100)


def test_every_baseline_has_an_estimator() -> None:
    assert get_args(Baseline) == BASELINES
    kinds = {type(build_estimator(name, 1, 10)).__name__ for name in BASELINES}
    assert len(kinds) == len(BASELINES) == 6


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
@pytest.mark.parametrize("name", BASELINES)
def test_the_answers_are_those_of_a_cross_validation(name: Baseline) -> None:
    parts = parts_of(TARGET, FOLDS, validation=5)
    found = answers_of(name, SurveyLessons(parts), 7, unheard)
    assert found.rows.tolist() == list(range(48))
    for fold in parts.folds:
        # each fold prepares the samples its own way, so scikit-learn is asked fold by fold
        inputs, mine = fold.inputs.numpy(), fold.held_out
        learned = np.setdiff1d(np.arange(48), mine)
        one = [(learned, mine)]
        estimator = build_estimator(name, 7, len(learned))
        scores = cross_validate(estimator, inputs, TARGET, cv=one, return_estimator=True)
        fitted = scores["estimator"][0]
        assert found.named[mine].tolist() == fitted.predict(inputs[mine]).tolist()
        wanted = fitted.predict_proba(inputs[mine])
        assert np.allclose(found.probability[mine], wanted, rtol=0, atol=1e-12)
        assert scores["test_score"] == [np.mean(found.named[mine] == TARGET[mine])]


def test_a_held_out_row_is_never_learned() -> None:
    parts = parts_of(TARGET, FOLDS)
    one_fold = replace(parts, folds=parts.folds[:1])
    lying = TARGET.copy()
    lying[FOLDS[0]] = (lying[FOLDS[0]] + 1) % 3
    one_lying = replace(one_fold, dataset=replace(parts.dataset, target=lying))
    truly = answers_of("nearest", SurveyLessons(one_fold), 1, unheard)
    lied = answers_of("nearest", SurveyLessons(one_lying), 1, unheard)
    assert truly.probability.tolist() == lied.probability.tolist()


def test_validation_rows_are_learned_unless_they_judge() -> None:
    target = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2])
    parts = parts_of(target, [np.array([8])], validation=3)
    found = answers_of("majority", SurveyLessons(parts), 1, unheard)
    assert np.allclose(found.probability, [[3 / 8, 3 / 8, 2 / 8]])
    fold = replace(parts.folds[0], held_out=parts.folds[0].validation)
    found = answers_of("majority", SurveyLessons(replace(parts, folds=(fold,))), 1, unheard)
    assert found.rows.tolist() == [0, 1, 2]
    assert np.allclose(found.probability, [[0, 3 / 5, 2 / 5]] * 3)


def test_a_class_that_training_lacks_has_no_probability() -> None:
    target = np.array([0, 1, 0, 1, 0, 1, 2])
    parts = parts_of(target, [np.array([5, 6])])
    for name in BASELINES:
        found = answers_of(name, SurveyLessons(parts), 1, unheard)
        assert found.probability[:, 2].tolist() == [0, 0], name
        assert np.allclose(found.probability.sum(axis=1), 1), name


def test_fewer_samples_than_neighbours_are_all_asked() -> None:
    target = np.array([0, 1, 2, 0, 1])
    parts = parts_of(target, [np.array([3, 4])])
    assert len(parts.folds[0].training) < NEIGHBOURS
    found = answers_of("nearest", SurveyLessons(parts), 1, unheard)
    assert np.allclose(found.probability, 1 / 3)


@pytest.mark.parametrize("name", ["logistic", "forest", "boosting", "mlp"])
def test_one_class_in_training_is_told(name: Baseline) -> None:
    target = np.array([0, 0, 0, 1])
    parts = parts_of(target, [np.array([0]), np.array([3])])
    with pytest.raises(InputError, match=r"fold 2, whose training samples are all of one class"):
        answers_of(name, SurveyLessons(parts), 1, unheard)


def test_what_did_not_converge_is_counted_and_no_warning_leaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = parts_of(TARGET, FOLDS)
    assert answers_of("logistic", SurveyLessons(parts), 1, unheard).unfinished == 0
    monkeypatch.setattr("core.baselines.estimators.MOST_ITERATIONS", 2)
    assert answers_of("logistic", SurveyLessons(parts), 1, unheard).unfinished == 4
    assert answers_of("mlp", SurveyLessons(parts), 1, unheard).unfinished == 4


def test_a_second_file_judges_with_the_preparation_of_the_first() -> None:
    parts = parts_of(TARGET, [np.arange(5)])
    other = small_dataset(np.array([2, 0, 1, 1]), seed=3)
    second = SecondFile(other.features, other.censored, other.target, np.arange(1, 5), ())
    fold = parts.folds[0]
    found = answers_of("nearest", SurveyLessons(replace(parts, second=second)), 1, unheard)
    # what would be held out of the first file does not judge, so it stays out only by the fold
    learned = np.concatenate([fold.training, fold.validation])
    estimator = build_estimator("nearest", 1, len(learned))
    estimator.fit(fold.inputs.numpy()[learned], TARGET[learned])
    wanted = estimator.predict_proba(fold.preparation.apply(other.features))
    assert found.rows.tolist() == [0, 1, 2, 3]
    assert np.array_equal(found.probability, wanted)


def test_the_same_seed_gives_the_same_answers() -> None:
    parts = parts_of(TARGET, FOLDS[:1])
    found = [answers_of("forest", SurveyLessons(parts), seed, unheard) for seed in (1, 1, 2)]
    assert found[0].probability.tolist() == found[1].probability.tolist()
    assert found[0].probability.tolist() != found[2].probability.tolist()


def test_every_fold_is_told() -> None:
    parts = parts_of(TARGET, FOLDS)
    told: list[int] = []
    answers_of("majority", SurveyLessons(parts), 1, told.append)
    assert told == [1, 2, 3, 4]
