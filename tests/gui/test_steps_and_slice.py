"""The histogram of the step sizes, and the loss along the last step."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.run_folder import RunFolder
from core.snapshots import Snapshot, SnapshotReader, SnapshotWriter
from gui.inside_panel import InsidePanel
from gui.session import Session
from gui.slice_view import round_bounds
from gui.steps_view import _round_up
from gui.table_info import TableInfo
from tests.gui.small_snapshots import ALPHAS, read_as_the_window, write_run, write_survey

FEATURES = ("Cu_ppm", "Zn_ppm", "As_ppm")


@pytest.fixture
def table(tmp_path: Path) -> TableInfo:
    return read_as_the_window(str(write_survey(tmp_path / "survey.csv")), tmp_path / "cache")


@pytest.fixture
def run(table: TableInfo, tmp_path: Path) -> RunFolder:
    return write_run(tmp_path / "run", table, "rock", FEATURES, epochs=60)


@pytest.fixture
def panel(qtbot) -> InsidePanel:
    made = InsidePanel(Session())
    qtbot.addWidget(made)
    made.resize(880, 460)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(panel: InsidePanel, run: RunFolder, number: int) -> None:
    panel.show_run(run)
    panel.tabs.setCurrentIndex(number)


def frame(run: RunFolder, index: int) -> Snapshot:
    reader = SnapshotReader(run.snapshots_path())
    reader.epochs()
    return reader.frame(index)


# --- steps --------------------------------------------------------------------------------


def test_every_step_is_in_a_bar_and_the_bounds_stay(panel, run):
    show(panel, run, 2)
    edges = set()
    for index in (1, 20, 60):
        for member in (0, 1):
            panel.frames.go_to(index)
            panel.set_member(member)
            bars = panel.steps._bars.opts
            steps = frame(run, index).steps
            assert steps is not None
            assert bars["height"].sum() == steps.shape[1]
            logs = np.log10(steps[member].astype(float))
            inside = [
                ((logs >= left - 0.02) & (logs <= right + 0.02)).sum()
                for left, right in zip(bars["x0"], bars["x1"], strict=True)
            ]
            assert (bars["height"] <= inside).all()
            if member == 0:
                edges.add((bars["x0"][0], bars["x1"][-1]))
    assert len(edges) == 1
    assert panel.steps._largest.value() == pytest.approx(np.log10(50))


def test_the_figures_are_told(panel, run):
    show(panel, run, 2)
    panel.frames.go_to(1)
    # the first step of RPROP is Δ₀ here, as no sign was known before
    assert panel.steps.sentence.text() == (
        "Half of the steps are below 0.1; the smallest is 0.1. 0 of 59 are at the largest step, 50."
    )


def test_before_the_first_step_and_without_steps_a_sentence_says_so(panel, run, table, tmp_path):
    show(panel, run, 2)
    panel.frames.go_to(0)
    assert panel.steps.empty.text() == "At this epoch no step was made yet."
    assert panel.steps.empty.isVisible()
    assert panel.steps.foot.isVisible()
    panel.frames.go_to(1)
    assert not panel.steps.empty.isVisible()
    other = write_run(tmp_path / "bp", table, "rock", FEATURES, epochs=5, trainer="bp")
    panel.show_run(other)
    assert "no step sizes of its own" in panel.steps.empty.text()


@given(st.integers(1, 10**7))
def test_the_axis_reaches_the_next_round_number(number):
    top = _round_up(number)
    assert number <= top <= max(10, 2.5 * number)
    assert str(top).rstrip("0") in ("1", "2", "5")


# --- along the last step ------------------------------------------------------------------


def test_the_losses_and_the_lowest_are_drawn(panel, run):
    show(panel, run, 3)
    for index in (1, 33, 60):
        panel.frames.go_to(index)
        along = frame(run, index).along
        assert along is not None
        places, losses = panel.slice._line.getData()
        np.testing.assert_array_equal(places, ALPHAS)
        np.testing.assert_array_equal(losses, along[0])
        lowest = int(np.argmin(along[0]))
        assert panel.slice._lowest.getData()[0].tolist() == [ALPHAS[lowest]]
        assert panel.slice.sentence.text().startswith(f"Step to epoch {index}: lowest at ")
        (left, right), (bottom, top) = panel.slice.plot.getPlotItem().getViewBox().viewRange()
        assert left < min(ALPHAS) < max(ALPHAS) < right
        assert bottom < losses.min() < losses.max() < top


def test_a_last_frame_without_its_losses_shows_those_of_the_one_before(panel, run):
    reader = SnapshotReader(run.snapshots_path())
    assert reader.about is not None
    with SnapshotWriter(run.snapshots_path(), reader.about, resume_at=60) as writer:
        writer.add(75, np.ones((2, reader.about.parameters)), None, None)
    show(panel, run, 3)
    assert panel.slice.foot.label.text() == "Member 1 · Epoch 75"
    assert panel.slice.sentence.text().startswith("Step to epoch 60: lowest at ")
    before = frame(run, 60).along
    assert before is not None
    np.testing.assert_array_equal(panel.slice._line.getData()[1], before[0])


def test_without_losses_a_sentence_says_so(panel, run, table, tmp_path):
    show(panel, run, 3)
    panel.frames.go_to(0)
    assert panel.slice.empty.text() == "At this epoch no step was made yet."
    other = write_run(tmp_path / "bp", table, "rock", FEATURES, epochs=5, trainer="bp")
    panel.show_run(other)
    assert panel.slice.empty.text() == "The losses along the steps were not kept in this run."


# losses are kept in single precision
@given(st.floats(0, 2.0**120, width=32), st.floats(0, 2.0**120, width=32))
def test_round_bounds_hold_both_numbers(one, other):
    low, high = min(one, other), max(one, other)
    bottom, top = round_bounds(low, high)
    assert bottom < top
    assert bottom <= low * (1 + 1e-12)
    assert top >= high * (1 - 1e-12)
    if high - low > 1e-6 * high:
        assert top - bottom <= 3 * (high - low)
