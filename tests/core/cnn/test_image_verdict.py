"""The verdict of images: the figures of scikit-learn, of what no network that speaks had seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import (
    balanced_accuracy_score,
    cohen_kappa_score,
    f1_score,
    log_loss,
    matthews_corrcoef,
    roc_auc_score,
)

from core.cnn.judging import JudgedImages, judge_images, mean_of_heard
from core.cnn.parts import ImageParts
from core.cnn.verdict import protocol_of, write_image_verdict
from core.job_sections.images import ImagePreparation
from core.reporting import silent
from core.run_folder import RunFolder
from core.verdict.held_out import HeldOut
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import small_model, small_parts

DRAWN: dict[str, Any] = {"test_part": 0.3, "validation_part": 0.2}
FOLDS: dict[str, Any] = {"folds": 3, "validation_part": 0.2}


def judged(parts: ImageParts, members: int = 1) -> JudgedImages:
    return judge_images(small_model(parts, members=members, steps=3), parts)


def verdict_in(folder: Path, parts: ImageParts, found: JudgedImages) -> dict[str, Any] | None:
    protocol = protocol_of(parts, ImagePreparation(), found.evaluation["judged"], chose=False)
    run = RunFolder(folder)
    write_image_verdict(run, found.held_out, found.training, protocol, 1, silent)
    return run.verdict()


def oracle(said: HeldOut) -> dict[str, float]:
    known, named, probability = said.known, said.named, said.probability
    squares = (probability - np.eye(said.classes)[known]) ** 2
    # the networks compute in single precision
    probability = probability / probability.sum(axis=1, keepdims=True)
    return {
        "accuracy": float((known == named).mean()),
        "balanced_accuracy": balanced_accuracy_score(known, named),
        "macro_f1": f1_score(known, named, average="macro"),
        "kappa": cohen_kappa_score(known, named),
        "mcc": matthews_corrcoef(known, named),
        "auc": roc_auc_score(known, probability, multi_class="ovr"),
        "log_loss": log_loss(known, probability),
        "brier": float(squares.sum(axis=1).mean()),
    }


@pytest.mark.parametrize("part", ["held_out", "training"])
def test_the_figures_are_those_of_scikit_learn(tmp_path: Path, part: str) -> None:
    parts = small_parts(image_set((40, 30, 20), unknown=3), **DRAWN)
    found = judged(parts, members=2)
    verdict = verdict_in(tmp_path, parts, found)
    said = found.held_out if part == "held_out" else found.training
    assert said is not None
    assert verdict is not None
    figures = verdict[part]["figures"]
    assert {name: each["value"] for name, each in figures.items()} == pytest.approx(
        oracle(said), abs=1e-6
    )
    # the AUC is 1 in every resample, which is no interval
    has_interval = figures["log_loss"]["low"] is not None
    assert has_interval == (part == "held_out")
    assert verdict["held_out"]["confusion"] == found.evaluation["test"]["confusion"]
    assert verdict["training"]["confusion"] == found.evaluation["training"]["confusion"]
    assert verdict["resampled"] == "samples"
    assert verdict["units"] == len(parts.test)
    assert verdict["held_out"]["curves"]["success_rate"] == []
    assert len(verdict["held_out"]["curves"]["roc"]) == 3


@pytest.mark.parametrize(
    ("test", "settings", "name", "others"),
    [
        (0, DRAWN, "hold_out", {"test_part": 0.2, "of_source": False, "folds": 0}),
        (3, DRAWN, "hold_out", {"test_part": None, "of_source": True, "folds": 0}),
        (0, FOLDS, "folds", {"test_part": None, "of_source": False, "folds": 3}),
        (3, FOLDS, "hold_out", {"test_part": None, "of_source": True, "folds": 0}),
        (0, {"test_part": 0.0, "validation_part": 0.2}, "validation", {"of_source": False}),
    ],
    ids=["drawn", "of the source", "folds", "folds and test", "validation"],
)
def test_who_judges_is_named(
    test: int, settings: dict[str, Any], name: str, others: dict[str, Any]
) -> None:
    parts = small_parts(image_set(test=test), **settings)
    found = judged(parts)
    protocol = protocol_of(parts, ImagePreparation(), found.evaluation["judged"], chose=True)
    assert protocol["name"] == name
    assert {key: protocol[key] for key in others} == others
    assert protocol["chose"] is True
    rows = parts.test if name == "hold_out" else np.sort(np.concatenate(held_out_rows(parts)))
    assert found.held_out is not None
    assert found.held_out.known.tolist() == parts.image_set.labels[rows].tolist()
    np.testing.assert_array_equal(found.held_out.probability, found.probabilities[rows])


def held_out_rows(parts: ImageParts) -> list[Any]:
    return [fold.held_out for fold in parts.folds]


def test_what_was_learned_is_said_by_the_networks_that_learned_it() -> None:
    parts = small_parts(folds=3, validation_part=0.2)
    model = small_model(parts, steps=3)
    found = judge_images(model, parts)
    each = model.member_probabilities(parts.image_set.pixels)
    saw = np.array([np.isin(np.arange(45), fold.training) for fold in parts.folds])
    rows = np.flatnonzero(saw.any(axis=0))
    assert found.training is not None
    wanted = mean_of_heard(each[:, rows], saw[:, rows])
    np.testing.assert_allclose(found.training.probability, wanted, atol=1e-12)
    assert found.training.known.tolist() == parts.image_set.labels[rows].tolist()


def test_without_a_held_out_image_there_is_no_verdict(tmp_path: Path) -> None:
    parts = small_parts(test_part=0.0, validation_part=0.0)
    found = judged(parts)
    assert found.held_out is None
    assert verdict_in(tmp_path, parts, found) is None
    assert list(tmp_path.iterdir()) == []


def test_the_file_has_no_number_that_json_lacks(tmp_path: Path) -> None:
    """A class that no held-out image has leaves its figures undefined."""
    parts = small_parts(image_set((30, 20, 2)), test_part=0.1, validation_part=0.0)
    verdict = verdict_in(tmp_path, parts, judged(parts))
    assert verdict is not None
    assert verdict["held_out"]["per_class"][2]["samples"] == 0
    assert verdict["held_out"]["per_class"][2]["auc"]["value"] is None
    json.dumps(verdict, allow_nan=False)
