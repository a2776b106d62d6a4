"""What images teach usual classifiers: their pixels, in the parts of the run and no other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from core.baselines import image_lessons
from core.baselines.estimators import build_estimator
from core.baselines.fitting import answers_of
from core.baselines.image_lessons import ImageLessons, most_of
from core.cnn.parts import ImageParts
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import small_parts

HOLD_OUT: dict[str, Any] = {"test_part": 0.3, "validation_part": 0.2}
FOLDS: dict[str, Any] = {"folds": 3, "validation_part": 0.2}
VALIDATION: dict[str, Any] = {"test_part": 0.0, "validation_part": 0.2}


def taught(parts: ImageParts) -> list[set[int]]:
    """Return the rows that the networks of each fold learned from or were stopped by."""
    return [{*fold.training.tolist(), *fold.validation.tolist()} for fold in parts.folds]


@pytest.mark.parametrize(
    ("settings", "judged"), [(HOLD_OUT, "test"), (FOLDS, "validation"), (VALIDATION, "validation")]
)
def test_each_fold_teaches_what_its_networks_saw_and_never_what_judges(
    settings: dict[str, Any], judged: str
) -> None:
    parts = small_parts(image_set((20, 15, 10), unknown=4), **settings)
    lessons = ImageLessons(parts, judged, 1)
    assert lessons.has_judges
    assert lessons.folds == len(parts.folds)
    for number, seen in enumerate(taught(parts)):
        lesson = lessons.lesson("forest", number)
        rows = set(lesson.rows.tolist())
        wanted = parts.test if judged == "test" else parts.folds[number].held_out
        assert lesson.rows.tolist() == wanted.tolist()
        learned = np.array(sorted(seen - rows))
        assert lesson.offered == len(lesson.codes) == len(learned)
        assert lesson.codes.tolist() == parts.image_set.labels[learned].tolist()
        # as the network reads them
        samples = parts.folds[number].samples
        pixels = samples.batch(torch.from_numpy(learned)).flatten(1).numpy()
        np.testing.assert_array_equal(lesson.inputs, pixels)


def test_a_test_part_of_the_source_is_asked_once_by_what_all_folds_saw() -> None:
    parts = small_parts(image_set(test=3), **FOLDS)
    lessons = ImageLessons(parts, "test", 1)
    assert lessons.folds == 1
    lesson = lessons.lesson("forest", 0)
    assert len(lesson.codes) == len(set().union(*taught(parts)))
    assert lesson.rows.tolist() == np.flatnonzero(parts.image_set.is_test).tolist()


def test_the_training_part_judges_nothing() -> None:
    parts = small_parts(test_part=0.0, validation_part=0.0)
    assert not ImageLessons(parts, "training", 1).has_judges


def test_the_answers_are_those_of_scikit_learn_on_the_pixels() -> None:
    parts = small_parts(scaling="unit", **HOLD_OUT)
    found = answers_of("nearest", ImageLessons(parts, "test", 1), 1, lambda done: None)
    learned = np.array(sorted(taught(parts)[0]))
    pixels = parts.image_set.pixels.reshape(len(parts.image_set), -1).astype(np.float32) / 255
    estimator = build_estimator("nearest", 1, len(learned))
    estimator.fit(pixels[learned], parts.image_set.labels[learned])
    np.testing.assert_allclose(found.probability, estimator.predict_proba(pixels[parts.test]))
    assert (found.learned, found.offered) == (len(learned), len(learned))


def test_many_images_are_thinned_alike_in_each_class(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = small_parts(image_set((40, 20, 4)), test_part=0.0, validation_part=0.0, folds=2)
    monkeypatch.setitem(image_lessons.MOST_PIXELS, "boosting", 16 * 64)
    lessons = ImageLessons(parts, "validation", 1)
    lesson = lessons.lesson("boosting", 0)
    assert lesson.offered == 32
    assert np.bincount(lesson.codes).tolist() == [10, 5, 1]
    # the others are not thinned with it
    assert len(lessons.lesson("forest", 0).codes) == 32
    found = answers_of("boosting", lessons, 1, lambda done: None)
    assert (found.learned, found.offered) == (16, 32)


def test_small_images_are_all_learned_and_large_sets_are_not() -> None:
    digits = small_parts(image_set(shape=(1, 8, 8)))
    assert most_of("majority", digits) == 0
    assert most_of("boosting", digits) > 1_797
    large = small_parts(image_set(shape=(1, 28, 28)))
    assert 1_000 < most_of("boosting", large) < 10_000
