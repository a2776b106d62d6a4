"""Nearest samples and projections, against scikit-learn; what is kept is used and checked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

from core.events import Event
from core.image_job import CNN
from core.inside_cnn import last_hidden
from core.inside_cnn.last_hidden import hidden_values, training_values
from core.inside_cnn.nearest import Metric, distances, nearest
from core.inside_cnn.projection import drawn_evenly, projection
from core.inside_cnn.subject import Subject, pictures_of, subject_of
from tests.core.inside_cnn.small_cnns import trained, written_run

NET = CNN(name="custom", layers="CONV3-RELU-POOL-FC9-RELU-FC-SOFTMAX")


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def looked(tmp_path: Path) -> Subject:
    return subject_of(written_run(tmp_path / "run", trained(NET)))


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
def test_distances_are_those_of_scikit_learn(metric: Metric) -> None:
    rng = np.random.default_rng(3)
    values = rng.normal(size=(50, 7)).astype(np.float32)
    asked = rng.normal(size=7).astype(np.float32)
    far, order = NearestNeighbors(n_neighbors=50, metric=metric).fit(values).kneighbors([asked])
    assert np.allclose(distances(values, asked, metric)[order[0]], far[0], atol=1e-5)


def test_no_direction_is_as_far_as_a_right_angle() -> None:
    values = np.array([[0, 0], [1, 0]], np.float32)
    assert distances(values, np.array([1, 0], np.float32), "cosine").tolist() == [1.0, 0.0]
    assert distances(values, np.zeros(2, np.float32), "cosine").tolist() == [1.0, 1.0]


def test_nearest_are_of_the_training_part_and_never_the_sample_itself(looked: Subject) -> None:
    pictures = pictures_of(looked.run)
    training = pictures.training(0)
    sample = int(training[17])
    pixels = pictures.images.pixels
    events: list[Event] = []
    found = nearest(looked, pictures, pixels[sample], events.append, leave_out=sample)
    assert len(found.rows) == 12
    assert sample not in found.rows
    assert set(found.rows) <= set(training)
    assert (np.diff(found.distances) >= 0).all()
    values = hidden_values(looked, pixels[training])
    away = distances(values, hidden_values(looked, pixels[sample : sample + 1])[0], "cosine")
    others = np.sort(np.delete(away, 17))
    assert np.allclose(found.distances, others[:12], atol=1e-6)
    assert events
    with_it = nearest(looked, pictures, pixels[sample], events.append, count=1)
    assert with_it.distances[0] == pytest.approx(0, abs=1e-6)


def test_values_are_computed_once_and_kept(looked: Subject) -> None:
    pictures = pictures_of(looked.run)
    events: list[Event] = []
    first = training_values(looked, pictures, events.append)
    assert events
    events.clear()
    last_hidden._kept.cache_clear()
    again = training_values(looked, pictures, events.append)
    assert not events
    assert np.array_equal(first.values, again.values)
    assert np.array_equal(first.rows, again.rows)


@pytest.mark.parametrize("damage", ["cut", "another", "gone"])
def test_what_is_kept_is_made_again_where_it_is_unsound(looked: Subject, damage: str) -> None:
    pictures = pictures_of(looked.run)
    first = training_values(looked, pictures, lambda event: None)
    kept = looked.run.path / "inside" / "training-0.npy"
    if damage == "cut":
        kept.write_bytes(kept.read_bytes()[:-50])
    elif damage == "another":
        about = kept.with_suffix(".json")
        about.write_text(about.read_text(encoding="utf-8").replace("key", "kez"), encoding="utf-8")
    else:
        kept.unlink()
    last_hidden._kept.cache_clear()
    events: list[Event] = []
    again = training_values(looked, pictures, events.append)
    assert events
    assert np.array_equal(first.values, again.values)


def test_too_many_values_are_those_of_some_samples(
    looked: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_hidden, "MOST_BYTES", 100 * 9 * 4)
    last_hidden._kept.cache_clear()
    pictures = pictures_of(looked.run)
    found = training_values(looked, pictures, lambda event: None)
    last_hidden._kept.cache_clear()
    assert len(found.rows) == 100
    assert set(found.rows) < set(pictures.training(0))
    assert (np.diff(found.rows) > 0).all()


def test_a_projection_is_that_of_principal_components(looked: Subject) -> None:
    pictures = pictures_of(looked.run)
    found = projection(looked, pictures, lambda event: None)
    held_out = pictures.held_out(0)
    assert np.array_equal(found.rows, np.sort(held_out))
    assert not set(found.rows) & set(pictures.training(0))
    values = hidden_values(looked, pictures.images.pixels[found.rows]).astype(np.float64)
    whole = PCA(2, svd_solver="full").fit(values)
    assert np.allclose(np.abs(found.places), np.abs(whole.transform(values)), atol=1e-4)
    assert np.allclose(found.variance, whole.explained_variance_ratio_)
    told = looked.model.probabilities(pictures.images.pixels[found.rows]).argmax(axis=1)
    assert np.array_equal(found.predicted, told)


def test_a_projection_is_kept(looked: Subject) -> None:
    pictures = pictures_of(looked.run)
    first = projection(looked, pictures, lambda event: None)
    events: list[Event] = []
    again = projection(looked, pictures, events.append)
    assert not events
    assert np.array_equal(first.places, again.places)


def test_t_sne_gives_the_same_each_time(looked: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.inside_cnn.projection.MOST_SAMPLES", 40)
    pictures = pictures_of(looked.run)
    first = projection(looked, pictures, lambda event: None, "tsne", "all")
    (looked.run.path / "inside" / "projection-0-tsne-all.npz").unlink()
    again = projection(looked, pictures, lambda event: None, "tsne", "all")
    assert len(first.rows) == 40
    assert np.isfinite(first.places).all()
    assert np.array_equal(first.places, again.places)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-1, 4), min_size=1, max_size=300), st.integers(1, 120))
def test_samples_are_drawn_in_proportion(codes: list[int], most: int) -> None:
    labels = np.array(codes)
    rows = np.arange(len(labels))
    found = drawn_evenly(rows, labels, most)
    assert len(found) == min(most, len(rows))
    assert (np.diff(found) > 0).all()
    for code in set(codes):
        expected = (labels == code).sum() * len(found) / len(rows)
        assert abs((labels[found] == code).sum() - expected) <= 1.5
