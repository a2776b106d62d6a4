"""Judging a trained CNN: each part apart, held-out samples by those that never saw them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from sklearn.metrics import accuracy_score, confusion_matrix, precision_score

from core.cnn.judging import JudgedImages, agreement, judge_images, mean_of_heard, write_judged
from core.cnn.model import TrainedCNN
from core.cnn.parts import ImageParts
from core.events import Event, TaskProgress
from core.predictions import read_predictions
from core.run_folder import RunFolder
from core.wilson import wilson_interval
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import small_model, small_parts


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def judged(parts: ImageParts, model: TrainedCNN) -> JudgedImages:
    return judge_images(model, parts)


def test_every_part_is_counted_apart() -> None:
    parts = small_parts(image_set(unknown=4, names=True), test_part=0.3, validation_part=0.2)
    model = small_model(parts, steps=6)
    found = judged(parts, model)
    evaluation, labels = found.evaluation, parts.image_set.labels
    predicted = model.probabilities(parts.image_set.pixels).argmax(axis=1)
    fold = parts.folds[0]
    for name, rows in (
        ("training", fold.training),
        ("validation", fold.validation),
        ("test", parts.test),
    ):
        part = evaluation[name]
        assert part["samples"] == len(rows)
        assert part["accuracy"] == pytest.approx(accuracy_score(labels[rows], predicted[rows]))
        assert part["confusion"] == (
            confusion_matrix(labels[rows], predicted[rows], labels=range(3)).tolist()
        )
        assert part["interval"] == list(wilson_interval(part["correct"], part["samples"]) or ())
    assert evaluation["kind"] == "images"
    assert evaluation["fingerprint"] == parts.image_set.fingerprint
    assert evaluation["classes"] == ["a", "b", "c"]
    assert evaluation["predicted"] == np.bincount(predicted, minlength=3).tolist()
    assert evaluation["judged"] == "test"
    assert evaluation["held_out_chose"] is True
    assert "folds" not in evaluation
    wanted = precision_score(
        labels[parts.test], predicted[parts.test], average=None, zero_division=np.nan
    )
    precision = [row["precision"] or np.nan for row in evaluation["per_class"]]
    np.testing.assert_allclose(precision, np.where(wanted == 0, np.nan, wanted))
    assert evaluation["members"] == [
        {"fold": 0, **{key: evaluation["test"][key] for key in ("samples", "correct", "accuracy")}}
    ]


def test_without_a_test_part_the_held_out_one_is_told() -> None:
    parts = small_parts(test_part=0.0, validation_part=0.2)
    evaluation = judged(parts, small_model(parts)).evaluation
    assert evaluation["judged"] == "validation"
    assert evaluation["test"]["samples"] == 0
    assert evaluation["test"]["accuracy"] is None
    parts = small_parts(test_part=0.0, validation_part=0.0)
    evaluation = judged(parts, small_model(parts)).evaluation
    assert evaluation["judged"] == "training"
    assert "held_out_chose" not in evaluation


def test_the_table_has_a_row_for_every_sample_in_order() -> None:
    parts = small_parts(image_set(unknown=4, names=True), samples=12)
    table = judged(parts, small_model(parts, members=2)).table
    assert table["sample"].to_pylist() == list(range(1, 50))
    assert table["name"].to_pylist() == list(parts.image_set.sample_names)
    known = [("a", "b", "c", "")[label] for label in parts.image_set.labels]
    assert table["known"].to_pylist() == known
    names = table["part"].to_pylist()
    assert {name: names.count(name) for name in set(names)} == {
        "training": 12,
        "validation": len(parts.folds[0].validation),
        "test": len(parts.test),
        # four without a class, the others not taken
        "": 49 - 12 - len(parts.folds[0].validation) - len(parts.test),
    }
    assert set(table["agreement"].to_pylist()) <= {0.0, 0.5, 1.0}


def test_a_sample_of_a_fold_is_judged_by_networks_that_never_saw_it() -> None:
    parts = small_parts(image_set(test=3), folds=3, validation_part=0.2)
    model = small_model(parts, members=2, steps=3)
    found = judged(parts, model)
    each = model.member_probabilities(parts.image_set.pixels)
    for number, fold in enumerate(parts.folds):
        wanted = each[2 * number : 2 * number + 2].mean(axis=0)[fold.held_out]
        np.testing.assert_allclose(found.probabilities[fold.held_out], wanted, atol=1e-12)
    # the source's own test part is everybody's
    np.testing.assert_allclose(
        found.probabilities[parts.test], each.mean(axis=0)[parts.test], atol=1e-12
    )
    evaluation = found.evaluation
    assert evaluation["folds"] == 3
    assert evaluation["validation"]["samples"] == 45
    assert evaluation["test"]["samples"] == 9
    assert evaluation["judged"] == "test"
    assert len(evaluation["members"]) == 6


def test_folds_without_a_test_part_are_judged_by_what_was_held_out() -> None:
    parts = small_parts(folds=3, validation_part=0.0)
    model = small_model(parts, steps=30)
    evaluation = judged(parts, model).evaluation
    labels = parts.image_set.labels
    each = model.member_probabilities(parts.image_set.pixels).argmax(axis=2)
    correct = [
        int((each[number, fold.held_out] == labels[fold.held_out]).sum())
        for number, fold in enumerate(parts.folds)
    ]
    assert [member["correct"] for member in evaluation["members"]] == correct
    assert evaluation["validation"]["correct"] == sum(correct)
    assert evaluation["judged"] == "validation"
    # those that saw a sample remember it at least as well here
    assert evaluation["training"]["samples"] == 45
    assert evaluation["training"]["accuracy"] >= evaluation["validation"]["accuracy"]


def test_members_agree_about_the_class_of_the_mean() -> None:
    said = np.array([[[0.9, 0.1], [0.6, 0.4]], [[0.8, 0.2], [0.1, 0.9]]])
    everybody = np.ones((2, 2), bool)
    np.testing.assert_allclose(mean_of_heard(said, everybody), [[0.85, 0.15], [0.35, 0.65]])
    assert agreement(said, everybody).tolist() == [1.0, 0.5]
    one = np.array([[True, True], [True, False]])
    np.testing.assert_allclose(mean_of_heard(said, one), [[0.85, 0.15], [0.6, 0.4]])
    assert agreement(said, one).tolist() == [1.0, 1.0]


def test_what_was_judged_is_found_in_the_run_folder(tmp_path: Path) -> None:
    parts = small_parts()
    folder = RunFolder(tmp_path)
    events: list[Event] = []
    found = judge_images(small_model(parts, members=2), parts, events.append)
    write_judged(found, folder)
    assert read_predictions(folder.predictions_path).equals(found.table)
    assert folder.evaluation() == json.loads(json.dumps(found.evaluation))
    done = [(event.done, event.total) for event in events if isinstance(event, TaskProgress)]
    assert done == [(0, 2), (1, 2), (2, 2)]
