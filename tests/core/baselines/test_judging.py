"""Several classifiers one after the other, and the table that they end in."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.baselines.judging import Compared, baselines_of
from core.baselines.lessons import SurveyLessons
from core.baselines.table import table_of
from core.events import Event, TaskProgress
from core.parts import Parts
from core.protocols.second_file import SecondFile
from core.verdict.differences import figures_of, paired_differences
from datasets.messages import InputError, Message
from tests.core.baselines.small_parts import parts_of, small_dataset

TARGET = np.arange(36) % 3
FOLDS = [np.flatnonzero((np.arange(36) // 3) % 3 == fold) for fold in range(3)]


@pytest.fixture
def parts() -> Parts:
    return parts_of(TARGET, FOLDS)


@pytest.fixture
def one_class() -> Parts:
    """Folds of which the second is left with basalt alone."""
    target = np.array([0, 0, 0, 0, 1, 2])
    return parts_of(target, [np.array([0, 1]), np.array([2, 4, 5])])


def test_each_is_judged_by_all_held_out_samples(parts: Parts) -> None:
    found = list(baselines_of(SurveyLessons(parts), ("majority", "nearest", "logistic"), 1))
    assert [each.name for each in found] == ["majority", "nearest", "logistic"]
    for each in found:
        assert each.held_out is not None
        assert each.held_out.known.tolist() == TARGET.tolist()
        assert each.held_out.units.tolist() == list(range(36))
        assert each.held_out.class_names == ("basalt", "granite", "schist")
        assert np.allclose(each.held_out.probability.sum(axis=1), 1)
        assert each.failed is None
        assert 0 < each.seconds < 60
    right = [each.held_out.is_right.mean() for each in found if each.held_out is not None]
    # the features tell the classes apart, and the majority does not look at them
    assert right[0] == pytest.approx(1 / 3)
    assert min(right[1:]) > 0.6


def test_the_units_are_those_of_the_division(parts: Parts) -> None:
    units = np.arange(36) // 3
    grouped = replace(parts, division=replace(parts.division, units=units, resampled="groups"))
    [found] = baselines_of(SurveyLessons(grouped), ("majority",), 1)
    assert found.held_out is not None
    assert found.held_out.units.tolist() == units.tolist()


def test_samples_of_a_second_file_stand_alone(parts: Parts) -> None:
    other = small_dataset(np.array([2, 0]), seed=3)
    second = SecondFile(other.features, other.censored, other.target, np.array([4, 9]), ())
    known, units = SurveyLessons(replace(parts, second=second)).known(np.array([0, 1]))
    assert known.tolist() == [2, 0]
    assert units.tolist() == [0, 1]


def test_one_that_fails_leaves_the_others(one_class: Parts) -> None:
    found = list(baselines_of(SurveyLessons(one_class), ("majority", "logistic", "nearest"), 1))
    assert [each.held_out is None for each in found] == [False, True, False]
    assert found[1].failed is not None
    assert "fold 2, whose training samples are all of one class" in str(found[1].failed)


def test_the_progress_goes_over_folds_and_classifiers(parts: Parts) -> None:
    events: list[Event] = []
    list(baselines_of(SurveyLessons(parts), ("majority", "nearest"), 1, events.append))
    steps = [(event.done, event.total) for event in events if isinstance(event, TaskProgress)]
    assert steps == [(done, 6) for done in (0, 1, 2, 3, 3, 4, 5, 6)]


def test_it_can_be_stopped_between_two_folds(parts: Parts) -> None:
    events: list[Event] = []
    found: list[Compared] = []
    comparing = baselines_of(
        SurveyLessons(parts), ("majority", "nearest"), 1, events.append, lambda: len(events) > 6
    )
    with pytest.raises(InputError, match="The comparison was stopped"):
        found.extend(comparing)
    assert len(events) == 7
    # what was ready by then was handed on
    assert [each.name for each in found] == ["majority"]


def test_nothing_to_judge_by_is_told() -> None:
    parts = parts_of(TARGET, [np.zeros(0, np.int64)])
    with pytest.raises(InputError, match="No sample is held out"):
        next(baselines_of(SurveyLessons(parts), ("majority",), 1))


# --- the table ----------------------------------------------------------------------------


def table(parts: Parts) -> tuple[dict[str, Any], list[Compared]]:
    """Let the nearest neighbours stand for the network."""
    found = list(baselines_of(SurveyLessons(parts), ("nearest", "majority", "logistic"), 1))
    assert found[0].held_out is not None
    wanted = table_of(found[0].held_out, found[1:], folds=len(parts.folds), seed=5, seconds=2.5)
    return wanted, found


def test_the_table_has_a_row_for_each_after_the_network(parts: Parts) -> None:
    values, found = table(parts)
    assert json.loads(json.dumps(values, allow_nan=False)) == values
    assert {name: values[name] for name in ("format", "level", "units", "folds")} == {
        "format": 1,
        "level": 0.95,
        "units": 36,
        "folds": 3,
    }
    assert [row["name"] for row in values["of"]] == ["network", "majority", "logistic"]
    network, majority, _ = values["of"]
    assert network["difference"] is None
    assert network["seconds"] == 2.5
    ours, theirs = found[0].held_out, found[1].held_out
    assert ours is not None
    assert theirs is not None
    assert network["figures"] == figures_of(ours, 5)
    assert majority["figures"] == figures_of(theirs, 5)
    assert majority["difference"] == paired_differences(ours, theirs, 5)
    lead = majority["difference"]["macro_f1"]
    assert lead["value"] == pytest.approx(
        network["figures"]["macro_f1"]["value"] - majority["figures"]["macro_f1"]["value"]
    )
    # the network (here: the neighbours) looks at the features
    assert 0 < lead["low"] < lead["value"] < lead["high"]


def test_a_failed_row_has_its_sentence_and_no_figures(one_class: Parts) -> None:
    values, _ = table(one_class)
    failed = values["of"][2]
    assert failed["name"] == "logistic"
    assert failed["figures"] == {}
    assert failed["difference"] is None
    assert str(Message(**failed["failed"])).startswith("It cannot be fitted in fold 2")
    assert [row["failed"] for row in values["of"][:2]] == [None, None]


def test_other_samples_are_no_comparison(parts: Parts) -> None:
    found = list(baselines_of(SurveyLessons(parts), ("nearest", "majority"), 1))
    ours = found[0].held_out
    assert ours is not None
    fewer = replace(ours, known=ours.known[::-1])
    with pytest.raises(ValueError, match="majority was judged by other samples"):
        table_of(fewer, found[1:], folds=3, seed=1, seconds=0.0)
