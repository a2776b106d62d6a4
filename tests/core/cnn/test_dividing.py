"""Images divided into parts: disjoint, complete, stratified, seeded."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cnn.dividing import divide, evenly
from core.job_sections.images import ImagePreparation
from datasets.messages import InputError
from tests.core.cnn.small_images import image_set

COUNTS = st.lists(st.integers(4, 30), min_size=2, max_size=4).map(tuple)


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.integers(0, 5), st.integers(0, 3), st.floats(0, 0.5), st.floats(0, 0.5))
def test_parts_are_disjoint_complete_and_stratified(
    counts: tuple[int, ...], unknown: int, test: int, test_part: float, validation_part: float
) -> None:
    images = image_set(counts, (1, 4, 4), unknown=unknown, test=test)
    wish = ImagePreparation(test_part=test_part, validation_part=validation_part)
    division = divide(images, wish, 3)
    (fold,) = division.folds
    parts = [fold.training, fold.validation, division.test]
    together = np.sort(np.concatenate(parts))
    assert together.tolist() == np.flatnonzero(images.labels >= 0).tolist()
    assert fold.held_out is fold.validation
    assert all((np.diff(part) > 0).all() for part in parts)
    for code, count in enumerate(counts):
        train, validate, judge = ((images.labels[part] == code).sum() for part in parts)
        wanted = test if test else round(test_part * count)
        assert judge == wanted
        left = count + test - wanted
        assert validate == min(round(validation_part * left), left - 1)
        assert train >= 1
    if test:
        # what the source keeps for testing is taken as it is
        assert division.test.tolist() == np.flatnonzero(images.is_test).tolist()


@settings(max_examples=40, deadline=None)
@given(COUNTS, st.integers(0, 4), st.integers(0, 3), st.integers(2, 4))
def test_each_sample_is_held_out_of_one_fold(
    counts: tuple[int, ...], unknown: int, test: int, folds: int
) -> None:
    images = image_set(counts, (1, 4, 4), unknown=unknown, test=test)
    division = divide(images, ImagePreparation(folds=folds), 3)
    assert len(division.folds) == folds
    held_out = np.sort(np.concatenate([fold.held_out for fold in division.folds]))
    taught = np.flatnonzero((images.labels >= 0) & ~images.is_test)
    assert held_out.tolist() == taught.tolist()
    assert division.test.tolist() == np.flatnonzero(images.is_test).tolist()
    for fold in division.folds:
        parts = np.concatenate([fold.training, fold.validation, fold.held_out])
        assert np.sort(parts).tolist() == taught.tolist()
        shares = np.bincount(images.labels[fold.held_out], minlength=len(counts))
        assert np.abs(shares - np.array(counts) / folds).max() < 1


def test_a_seed_decides_the_parts() -> None:
    images = image_set()
    one, same = (divide(images, ImagePreparation(), 5) for _ in range(2))
    other = divide(images, ImagePreparation(), 6)
    assert one.test.tolist() == same.test.tolist()
    assert one.folds[0].training.tolist() == same.folds[0].training.tolist()
    assert one.test.tolist() != other.test.tolist()


def test_the_size_of_the_validation_part_leaves_the_test_part_alone() -> None:
    images = image_set()
    tests = [divide(images, ImagePreparation(validation_part=p), 5).test for p in (0.0, 0.1, 0.5)]
    assert tests[0].tolist() == tests[1].tolist() == tests[2].tolist()


@given(COUNTS, st.integers(1, 120), st.integers(0, 9))
def test_a_limit_is_drawn_evenly_and_a_smaller_one_is_part_of_it(
    counts: tuple[int, ...], limit: int, seed: int
) -> None:
    labels = image_set(counts, (1, 4, 4)).labels
    rows = np.flatnonzero(labels >= 0)
    drawn = evenly(labels, rows, limit, seed)
    assert len(drawn) == min(limit, len(rows))
    assert np.isin(drawn, rows).all()
    assert (np.diff(drawn) > 0).all()
    taken = np.bincount(labels[drawn], minlength=len(counts))
    # a class has fewer than another only where it has no more
    spare = taken < np.array(counts)
    assert taken.max() - taken[spare].min(initial=taken.max()) <= 1
    if limit > 1:
        assert np.isin(evenly(labels, rows, limit - 1, seed), drawn).all()


def test_a_limit_leaves_validation_and_test_part_alone() -> None:
    images = image_set()
    free = divide(images, ImagePreparation(), 1)
    limited = divide(images, ImagePreparation(samples=9), 1)
    assert len(limited.folds[0].training) == 9
    assert np.bincount(images.labels[limited.folds[0].training]).tolist() == [3, 3, 3]
    assert limited.test.tolist() == free.test.tolist()
    assert limited.folds[0].validation.tolist() == free.folds[0].validation.tolist()


def test_small_classes_are_refused_by_name() -> None:
    with pytest.raises(InputError, match="class c of example:bands has 1 image "):
        divide(image_set((5, 5, 1)), ImagePreparation(), 1)
    # its images in the test part teach nothing
    with pytest.raises(InputError, match="class c of example:bands has 0 images"):
        divide(image_set((5, 5, 0), test=3), ImagePreparation(), 1)
    with pytest.raises(InputError, match="2 samples are too few for 3 classes"):
        divide(image_set(), ImagePreparation(samples=2), 1)


def test_one_class_or_none_is_refused() -> None:
    with pytest.raises(InputError, match="belong to one class"):
        divide(image_set((5,)), ImagePreparation(), 1)
    with pytest.raises(InputError, match="nothing can be learned"):
        divide(image_set((0, 0), unknown=4), ImagePreparation(), 1)


def test_folds_say_what_they_lack_once() -> None:
    division = divide(image_set((9, 2)), ImagePreparation(folds=3, validation_part=0.1), 1)
    texts = [str(notice) for notice in division.notices]
    assert len(texts) == len(set(texts))
    assert any("fewer samples than there are folds (3)" in text for text in texts)
