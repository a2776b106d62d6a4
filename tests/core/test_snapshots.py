"""Snapshots are read back as written, thinned evenly, and cut at the checkpoint."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import snapshot_frames
from core.preparation import FittedPreparation
from core.snapshots import SnapshotAbout, SnapshotReader, SnapshotWriter, members_to_keep

PREPARATION = FittedPreparation((True, False), (0.5, 0.0), (2.0, 3.0), (0.1, 1 / 3), (1.0, 0.0))
ABOUT = SnapshotAbout(
    sizes=(2, 3, 2),
    activations=("tanh", "softmax"),
    coding="softmax",
    kept=2,
    folds=(0, 1),
    preparations=(PREPARATION, replace(PREPARATION, scale=(2.0, 1.0))),
    feature_names=("Cu_ppm", "砷"),
    class_names=("none", "skarn"),
    alphas=(-0.5, 0.0, 1.0, 2.0),
    has_steps=True,
)
ABOUTS = (
    ABOUT,
    replace(ABOUT, has_steps=False),
    replace(ABOUT, alphas=(), kept=1, folds=(1,)),
    replace(ABOUT, alphas=(), has_steps=False),
)


def arrays(about: SnapshotAbout, epoch: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return parameters, steps and losses that belong to an epoch alone."""
    rng = np.random.default_rng(epoch)
    shape = (about.kept, about.parameters)
    return rng.normal(size=shape), rng.random(shape), rng.random((about.kept, len(about.alphas)))


def write(folder: Path, epochs: Iterable[int], about: SnapshotAbout = ABOUT, at: int = 0) -> None:
    """Write a frame at every epoch, wanted or not."""
    with SnapshotWriter(folder, about, resume_at=at) as writer:
        for epoch in epochs:
            writer.add(epoch, *arrays(about, epoch))


def follow(folder: Path, epochs: range, at: int = 0) -> None:
    """Write as a run does: the frames that are wanted, and the last one."""
    with SnapshotWriter(folder, ABOUT, resume_at=at) as writer:
        for epoch in epochs:
            if writer.wants(epoch) or epoch == epochs[-1]:
                writer.add(epoch, *arrays(ABOUT, epoch))


def assert_frames_are_those_of_their_epochs(reader: SnapshotReader) -> None:
    about = reader.about
    assert about is not None
    for index, epoch in enumerate(reader.epochs().tolist()):
        frame = reader.frame(index)
        parameters, steps, along = arrays(about, epoch)
        assert frame.epoch == epoch
        np.testing.assert_array_equal(frame.parameters, parameters.astype(np.float32))
        assert (frame.steps is not None) == about.has_steps
        assert (frame.along is not None) == bool(about.alphas)
        if frame.steps is not None:
            np.testing.assert_array_equal(frame.steps, steps.astype(np.float32))
        if frame.along is not None:
            np.testing.assert_array_equal(frame.along, along.astype(np.float32))


# --- writing and reading ------------------------------------------------------------------


@pytest.mark.parametrize("about", ABOUTS)
def test_what_is_written_is_read_back(tmp_path: Path, about: SnapshotAbout) -> None:
    epochs = [0, 1, 5, 2**53 + 1]
    write(tmp_path, epochs, about)
    reader = SnapshotReader(tmp_path)
    assert reader.about == about
    assert reader.epochs().tolist() == epochs
    assert_frames_are_those_of_their_epochs(reader)


@given(
    st.lists(st.integers(1, 10**9), min_size=1, max_size=60),
    st.sampled_from(ABOUTS),
    st.integers(3, 21),
)
def test_thinning_keeps_the_ends_and_the_order(
    gaps: list[int], about: SnapshotAbout, most: int
) -> None:
    epochs = np.cumsum(gaps).tolist()
    with (
        tempfile.TemporaryDirectory() as name,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(snapshot_frames, "MOST_FRAMES", most)
        folder = Path(name)
        with SnapshotWriter(folder, about, resume_at=0) as writer:
            for number, epoch in enumerate(epochs, start=1):
                writer.add(epoch, *arrays(about, epoch))
                found = SnapshotReader(folder).epochs().tolist()
                assert found[0] == epochs[0]
                assert found[-1] == epoch
                assert found == sorted(set(found) & set(epochs))
                assert min(number, about.most_frames // 2 + 1) <= len(found) < about.most_frames
        assert_frames_are_those_of_their_epochs(SnapshotReader(folder))


@given(st.integers(1, 3000), st.integers(0, 3000))
def test_resuming_cuts_what_came_after_the_checkpoint(last: int, checkpoint: int) -> None:
    with (
        tempfile.TemporaryDirectory() as name,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(snapshot_frames, "MOST_FRAMES", 17)
        folder = Path(name)
        follow(folder, range(last + 1))
        before = SnapshotReader(folder).epochs().tolist()
        SnapshotWriter(folder, ABOUT, resume_at=checkpoint).close()
        kept = SnapshotReader(folder)
        wanted = [epoch for epoch in before if epoch <= checkpoint] if checkpoint else []
        assert kept.epochs().tolist() == wanted
        assert_frames_are_those_of_their_epochs(kept)
        follow(folder, range(checkpoint + 1, checkpoint + 500), at=checkpoint)
        after = SnapshotReader(folder)
        assert after.epochs()[-1] == checkpoint + 499
        assert_frames_are_those_of_their_epochs(after)


def test_wanted_frames_span_a_long_run_evenly(tmp_path: Path) -> None:
    follow(tmp_path, range(5001))
    epochs = SnapshotReader(tmp_path).epochs()
    assert (epochs[0], epochs[-1]) == (0, 5000)
    assert 100 <= len(epochs) <= 201
    assert np.unique(np.diff(epochs)[:-1]).tolist() == [32]


def test_an_epoch_that_is_there_is_not_written_twice(tmp_path: Path) -> None:
    write(tmp_path, [3, 3, 2, 4])
    assert SnapshotReader(tmp_path).epochs().tolist() == [3, 4]


def test_members_beyond_the_kept_ones_are_left_out(tmp_path: Path) -> None:
    parameters, steps, along = (np.vstack([each, each + 1]) for each in arrays(ABOUT, 1))
    with SnapshotWriter(tmp_path, ABOUT, resume_at=0) as writer:
        writer.add(1, parameters, steps, along)
        with pytest.raises(ValueError, match="instead of"):
            writer.add(2, parameters[:, 1:], steps, along)
    reader = SnapshotReader(tmp_path)
    assert reader.epochs().tolist() == [1]
    assert_frames_are_those_of_their_epochs(reader)


def test_what_is_not_there_yet_is_nan(tmp_path: Path) -> None:
    with SnapshotWriter(tmp_path, ABOUT, resume_at=0) as writer:
        writer.add(0, arrays(ABOUT, 0)[0], None, None)
    reader = SnapshotReader(tmp_path)
    reader.epochs()
    frame = reader.frame(0)
    assert frame.steps is not None
    assert frame.along is not None
    assert np.isnan(frame.steps).all()
    assert np.isnan(frame.along).all()


def test_what_is_too_large_for_single_precision_is_infinite(tmp_path: Path) -> None:
    write(tmp_path, [])
    with SnapshotWriter(tmp_path, ABOUT, resume_at=1) as writer:
        writer.add(1, np.full((2, ABOUT.parameters), -1e300), None, None)
    reader = SnapshotReader(tmp_path)
    reader.epochs()
    assert (reader.frame(0).parameters == -np.inf).all()
    assert reader.ranges(0).weights == (0.0, 0.0)


# --- the budget ---------------------------------------------------------------------------


def test_all_members_are_kept_while_fifty_frames_fit() -> None:
    assert members_to_keep(8, (39, 32, 16, 8), True, (0.0, 1.0)) == 8
    few = members_to_keep(1000, (39, 32, 16, 8), True, (0.0, 1.0))
    assert 1 < few < 1000
    for kept in (few, few + 1):
        about = replace(ABOUT, sizes=(39, 32, 16, 8), alphas=(0.0, 1.0), kept=kept)
        frames = snapshot_frames.BUDGET // about.record_bytes
        assert (frames >= snapshot_frames.FEWEST_FRAMES) == (kept == few)


def test_a_large_network_has_fewer_frames_and_a_huge_one_none(tmp_path: Path) -> None:
    assert members_to_keep(5, (1000, 1000, 10), True, ()) == 1
    large = replace(ABOUT, sizes=(1000, 1000, 10), kept=1)
    assert large.most_frames == 7
    huge = replace(ABOUT, sizes=(10_000, 10_000, 2), kept=1)
    with SnapshotWriter(tmp_path, huge, resume_at=0) as writer:
        assert not writer.wants(0)
        writer.add(0, np.zeros((1, 1)), None, None)
    assert SnapshotReader(tmp_path).about is None
    assert list(tmp_path.iterdir()) == []


# --- growing and damage -------------------------------------------------------------------


def test_a_reader_follows_while_frames_are_added_and_thinned(tmp_path: Path) -> None:
    reader = SnapshotReader(tmp_path / "snapshots")
    assert reader.about is None
    assert reader.epochs().tolist() == []
    with SnapshotWriter(tmp_path / "snapshots", ABOUT, resume_at=0) as writer:
        assert reader.about == ABOUT
        for epoch in range(450):
            writer.add(epoch, *arrays(ABOUT, epoch))
            found = reader.epochs().tolist()
            assert found == SnapshotReader(tmp_path / "snapshots").epochs().tolist()
            assert found[-1] == epoch
    assert_frames_are_those_of_their_epochs(reader)


def test_a_reader_notices_a_cut_and_another_network(tmp_path: Path) -> None:
    write(tmp_path, range(10))
    reader = SnapshotReader(tmp_path)
    assert reader.epochs().tolist() == [*range(10)]
    write(tmp_path, [5, 8, 9, 12, 13, 14, 15], at=4)
    assert reader.epochs().tolist() == [0, 1, 2, 3, 4, 5, 8, 9, 12, 13, 14, 15]
    other = replace(ABOUT, sizes=(2, 5, 2))
    write(tmp_path, [7, 8], other, at=4)
    assert reader.about == other
    assert reader.epochs().tolist() == [7, 8]
    assert_frames_are_those_of_their_epochs(reader)


def test_a_half_written_or_empty_tail_is_ignored_and_cut(tmp_path: Path) -> None:
    write(tmp_path, range(1, 4))
    path = tmp_path / "frames.f32"
    whole = path.read_bytes()
    for tail in (b"\1", b"\0" * ABOUT.record_bytes, whole[: ABOUT.record_bytes], whole[:-1]):
        path.write_bytes(whole + tail)
        reader = SnapshotReader(tmp_path)
        assert reader.epochs().tolist() == [1, 2, 3]
        write(tmp_path, [9], at=3)
        assert SnapshotReader(tmp_path).epochs().tolist() == [1, 2, 3, 9]


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", '"a"', "{}", "null"),
        json.dumps({**ABOUT.to_values(), "format": 2}),
        json.dumps({**ABOUT.to_values(), "sizes": [2, float("inf"), 2]}),
        json.dumps({**ABOUT.to_values(), "sizes": [3, 3, 2]}),
        json.dumps({**ABOUT.to_values(), "activations": ["tanh", "nonsense"]}),
        json.dumps({**ABOUT.to_values(), "activations": ["tanh", ["tanh"]]}),
        json.dumps({**ABOUT.to_values(), "folds": [0, 2]}),
        json.dumps({**ABOUT.to_values(), "preparations": [{}, {}]}),
    ],
)
def test_a_damaged_header_is_none(tmp_path: Path, text: str) -> None:
    write(tmp_path, range(3))
    (tmp_path / "about.json").write_text(text, encoding="utf-8")
    reader = SnapshotReader(tmp_path)
    assert reader.about is None
    assert reader.epochs().tolist() == []
    write(tmp_path, [8], at=7)
    assert reader.epochs().tolist() == [8]


def test_a_frame_that_is_gone_is_an_index_error(tmp_path: Path) -> None:
    write(tmp_path, range(3))
    reader = SnapshotReader(tmp_path)
    assert reader.epochs().tolist() == [0, 1, 2]
    with pytest.raises(IndexError):
        reader.frame(3)
    write(tmp_path, [], at=1)
    with pytest.raises(IndexError):
        reader.frame(2)
    (tmp_path / "frames.f32").unlink()
    with pytest.raises(IndexError):
        reader.frame(0)


# --- ranges -------------------------------------------------------------------------------


def test_ranges_span_all_frames_of_a_member(tmp_path: Path) -> None:
    write(tmp_path, range(1, 6))
    reader = SnapshotReader(tmp_path)
    reader.epochs()
    all_of = [arrays(ABOUT, epoch) for epoch in range(1, 6)]
    for member in (0, 1):
        weights = np.abs([each[0][member] for each in all_of]).astype(np.float32)
        steps = np.array([each[1][member] for each in all_of], np.float32)
        ranges = reader.ranges(member)
        assert ranges.weights == (weights[:, :9].max(), weights[:, 9:].max())
        assert (ranges.smallest_step, ranges.largest_step) == (steps.min(), steps.max())
    assert reader.ranges(2).weights == ()


def test_ranges_grow_with_the_frames(tmp_path: Path) -> None:
    reader = SnapshotReader(tmp_path)
    without = replace(ABOUT, has_steps=False, alphas=())
    with SnapshotWriter(tmp_path, without, resume_at=0) as writer:
        for epoch, size in ((1, 1.0), (2, 4.0), (3, 2.0)):
            writer.add(epoch, np.full((2, without.parameters), -size), None, None)
            reader.epochs()
            assert reader.ranges(1).weights == (max(1.0, size) if epoch < 3 else 4.0,) * 2
    assert np.isnan(reader.ranges(1).smallest_step)
