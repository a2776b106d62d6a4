"""From a job to images that are divided and prepared."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.cnn.parts import load_image_parts, parts_of
from core.events import Event, Notice
from core.image_job import ImageJob
from core.job_sections.images import ImagePreparation, Images
from datasets.messages import InputError
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import small_parts


def test_figures_come_from_the_training_part_alone() -> None:
    images = image_set()
    parts = small_parts(images, scaling="mean", validation_part=0.2)
    fold = parts.folds[0]
    wanted = images.pixels[fold.training].mean(axis=0) / 255
    np.testing.assert_allclose(fold.pixels.shift.numpy(), wanted, atol=1e-6)
    changed = image_set()
    for rows in (fold.validation, parts.test):
        changed.pixels[rows] = 255 - changed.pixels[rows]
    again = small_parts(changed, scaling="mean", validation_part=0.2).folds[0]
    assert torch.equal(again.pixels.shift, fold.pixels.shift)


def test_each_fold_has_figures_of_its_own_and_shares_the_pixels() -> None:
    parts = small_parts(folds=3)
    first, second, _ = parts.folds
    assert not torch.equal(first.pixels.shift, second.pixels.shift)
    assert first.samples.pixels.data_ptr() == second.samples.pixels.data_ptr()
    assert parts.is_cross_validated


def test_labels_are_those_of_the_set() -> None:
    images = image_set(unknown=3)
    parts = small_parts(images)
    assert parts.labels.dtype == torch.int64
    assert parts.labels.tolist() == images.labels.tolist()
    assert parts.class_names == ("a", "b", "c")


def test_pca_whitening_is_said_to_be_little_use_to_a_cnn() -> None:
    notices = [str(notice) for notice in small_parts(scaling="pca").notices]
    assert any("ZCA whitening" in notice for notice in notices)
    assert not small_parts(scaling="zca").notices


def test_images_that_can_only_be_read_are_taken_without_a_warning() -> None:
    images = image_set()
    images.pixels.setflags(write=False)
    parts = parts_of(images, ImagePreparation(), 1)
    batch = parts.folds[0].samples.batch(torch.arange(4))
    assert batch.shape == (4, 1, 8, 8)


def digits(**images: object) -> ImageJob:
    return ImageJob(images=Images.model_validate({"source": "example:digits", **images}))


def test_the_digits_of_scikit_learn_are_divided_by_class() -> None:
    events: list[Event] = []
    parts = load_image_parts(digits(), events.append)
    assert parts.image_set.shape == (1, 8, 8)
    fold = parts.folds[0]
    assert len(fold.training) + len(fold.validation) + len(parts.test) == 1797
    counts = np.bincount(parts.image_set.labels[parts.test])
    assert counts.tolist() == [round(0.2 * n) for n in np.bincount(parts.image_set.labels)]


def test_images_that_changed_are_told_or_refused() -> None:
    events: list[Event] = []
    load_image_parts(digits(fingerprint="other"), events.append)
    texts = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("have changed since the job was made" in text for text in texts)
    with pytest.raises(InputError, match="have changed since the run began"):
        load_image_parts(digits(), events.append, began_with="other")
    right = load_image_parts(digits(), lambda event: None).image_set.fingerprint
    events.clear()
    load_image_parts(digits(fingerprint=right), events.append, began_with=right)
    assert not any("changed" in str(e.message) for e in events if isinstance(e, Notice))
