"""Looking inside a network: one slider for four pages, live or from an old run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from core.run_folder import RunFolder
from core.snapshots import SnapshotAbout, SnapshotReader, SnapshotWriter
from gui.frame_cursor import FrameCursor
from gui.inside_page import InsidePage
from gui.inside_panel import InsidePanel
from gui.session import Session
from tests.gui.small_snapshots import read_as_the_window, write_run, write_survey

FEATURES = ("Cu_ppm", "Zn_ppm", "As_ppm")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = Session()
    source = str(write_survey(tmp_path / "survey.csv"))
    made.open_table(read_as_the_window(source, tmp_path / "cache"))
    return made


@pytest.fixture
def run(session: Session, tmp_path: Path) -> RunFolder:
    assert session.table is not None
    return write_run(tmp_path / "run", session.table, "rock", FEATURES, epochs=30)


@pytest.fixture
def panel(qtbot, session: Session) -> InsidePanel:
    made = InsidePanel(session)
    qtbot.addWidget(made)
    made.resize(880, 460)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show_page(panel: InsidePanel, number: int) -> InsidePage:
    panel.tabs.setCurrentIndex(number)
    page = panel.pages()[number][1]
    assert isinstance(page, InsidePage)
    return page


def about_of(run: RunFolder) -> SnapshotAbout:
    about = SnapshotReader(run.snapshots_path()).about
    assert about is not None
    return about


def add_frames(run: RunFolder, epochs: range, *, at: int) -> None:
    """Go on with a run: the weights are the epoch's number."""
    about = about_of(run)
    with SnapshotWriter(run.snapshots_path(), about, resume_at=at) as writer:
        for epoch in epochs:
            parameters = np.full((about.kept, about.parameters), float(epoch))
            writer.add(epoch, parameters, parameters, np.ones((about.kept, len(about.alphas))))


def count_readings(panel: InsidePanel, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows with each look for new frames."""
    reader = panel._reader
    assert reader is not None
    calls: list[int] = []
    epochs = reader.epochs

    def counted() -> NDArray[np.int64]:
        calls.append(1)
        return epochs()

    monkeypatch.setattr(reader, "epochs", counted)
    return calls


# --- what is shown ------------------------------------------------------------------------


def test_an_empty_panel_says_what_fills_it(panel):
    panel.show_run(None)
    for number in range(4):
        page = show_page(panel, number)
        assert page.empty.isVisible()
        assert "once it learns" in page.empty.text()
        assert not page.foot.isVisible()


def test_a_run_is_shown_from_its_last_frame_on_every_page(panel, run):
    panel.show_run(run)
    for number in range(4):
        page = show_page(panel, number)
        assert not page.empty.isVisible()
        assert page.foot.label.text() == "Member 1 · Epoch 30"
        assert page.foot.slider.value() == page.foot.slider.maximum() == 30


def test_a_run_without_snapshots_says_so(panel, run):
    for path in run.snapshots_path().iterdir():
        path.unlink()
    panel.show_run(run)
    assert "No weights of this run are kept" in panel.weights.empty.text()


def test_the_pages_share_their_slider(panel, run):
    panel.show_run(run)
    panel.weights.foot.slider.setValue(7)
    assert panel.weights.foot.label.text() == "Member 1 · Epoch 7"
    page = show_page(panel, 2)
    assert page.foot.slider.value() == 7
    assert page.foot.label.text() == "Member 1 · Epoch 7"


def test_another_member_is_shown_and_one_that_was_not_kept_is_missed(panel, run):
    panel.show_run(run)
    first = panel.weights.map.value(0, 0)
    panel.set_member(1)
    assert panel.weights.map.value(0, 0) != first
    assert panel.weights.foot.label.text() == "Member 2 · Epoch 30"
    panel.set_member(2)
    assert panel.weights.empty.text() == (
        "The weights of the first 2 members are kept; those of member 3 are not."
    )
    panel.set_member(0)
    assert panel.weights.map.value(0, 0) == first
    assert not panel.weights.empty.isVisible()


def test_another_run_begins_at_its_end(panel, run, session, tmp_path):
    other = write_run(tmp_path / "other", session.table, "rock", FEATURES, epochs=9, members=1)
    panel.show_run(run)
    panel.frames.go_to(3)
    panel.set_member(1)
    panel.show_run(other)
    assert panel.frames.epoch == 9
    assert panel.weights.foot.label.text() == "Epoch 9"
    assert not panel.weights.empty.isVisible()


def test_pages_work_where_others_take_them(qtbot, session, run):
    panel = InsidePanel(session)
    tabs = QTabWidget()
    panel.setParent(tabs)
    panel.hide()
    qtbot.addWidget(tabs)
    for title, page in panel.pages():
        tabs.addTab(page, title)
    assert [tabs.tabText(n) for n in range(4)] == [
        "Weights",
        "Activations",
        "Step sizes",
        "Last step",
    ]
    panel.show_run(run)
    with qtbot.waitExposed(tabs):
        tabs.show()
    for number in range(4):
        tabs.setCurrentIndex(number)
        page = panel.pages()[number][1]
        assert isinstance(page, InsidePage)
        assert page.foot.label.text() == "Member 1 · Epoch 30"
        assert not page.empty.isVisible()


# --- live ---------------------------------------------------------------------------------


def test_the_last_frame_is_followed_until_the_slider_is_moved(qtbot, panel, run):
    panel.show_run(run)
    add_frames(run, range(31, 41), at=30)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.weights.foot.label.text() == "Member 1 · Epoch 40")
    assert panel.weights.map.value(0, 0) == 40.0
    panel.weights.foot.slider.setValue(35)
    add_frames(run, range(41, 400), at=40)
    panel.refresh()
    qtbot.waitUntil(lambda: len(panel.frames) != 41)
    # frames were thinned meanwhile; the one on show, or the nearest before it, stays
    assert panel.frames.epoch in range(30, 36)
    panel.weights.foot.slider.setValue(panel.weights.foot.slider.maximum())
    assert panel.frames.epoch == 399
    add_frames(run, range(400, 410), at=399)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.frames.epoch == 409)


def test_the_scale_stays_over_the_frames_and_grows_with_new_ones(qtbot, panel, run):
    panel.show_run(run)
    limits = set()
    for index in range(len(panel.frames)):
        panel.frames.go_to(index)
        limits.add(panel.weights.legend.limit)
    (limit,) = limits
    reader = SnapshotReader(run.snapshots_path())
    weights = [reader.frame(n).parameters[0, :20] for n in range(len(reader.epochs()))]
    assert limit == np.abs(weights).max()
    add_frames(run, range(31, 33), at=30)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.weights.legend.limit == 32.0)


def test_reading_is_rare_however_often_it_is_asked_for(qtbot, panel, run, monkeypatch):
    panel.show_run(run)
    calls = count_readings(panel, monkeypatch)
    for _ in range(60):
        panel.refresh()
        qtbot.wait(10)
    assert 1 <= len(calls) <= 4


def test_nothing_is_read_or_drawn_while_hidden(qtbot, panel, run, monkeypatch):
    panel.show_run(run)
    panel.hide()
    calls = count_readings(panel, monkeypatch)
    add_frames(run, range(31, 35), at=30)
    panel.refresh()
    panel.set_member(1)
    qtbot.wait(400)
    assert calls == []
    panel.show()
    assert panel.weights.foot.label.text() == "Member 2 · Epoch 34"


def test_frames_that_vanish_leave_a_sentence(qtbot, panel, run):
    panel.show_run(run)
    (run.snapshots_path() / "frames.f32").unlink()
    panel.refresh()
    qtbot.waitUntil(lambda: panel.weights.empty.isVisible())
    assert not panel.weights.foot.isVisible()


def test_a_folder_that_another_network_takes_is_shown_anew(qtbot, panel, run):
    panel.show_run(run)
    about = about_of(run)
    smaller = replace(about, sizes=(3, 2, 4, 3), kept=1, folds=(0,))
    with SnapshotWriter(run.snapshots_path(), smaller, resume_at=0) as writer:
        writer.add(50, np.ones((1, smaller.parameters)), None, None)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.weights.foot.label.text() == "Epoch 50")
    assert panel.weights.layer.itemText(0) == "Inputs → Hidden 1  ·  3 × 2"


# --- playing ------------------------------------------------------------------------------


def test_play_goes_from_the_start_to_the_end_at_most_twenty_times_a_second(qtbot, panel, run):
    panel.show_run(run)
    seen: list[int] = []
    panel.frames.moved.connect(lambda: seen.append(panel.frames.epoch))
    qtbot.mouseClick(panel.weights.foot.button, Qt.MouseButton.LeftButton)
    assert panel.weights.foot.button.text() == "Pause"
    assert panel.frames._timer.interval() >= 50
    panel.frames._timer.setInterval(2)
    qtbot.waitUntil(lambda: not panel.frames.playing)
    assert seen == [*range(31)]
    assert panel.weights.foot.button.text() == "Play"
    assert panel.frames.following


def test_the_slider_stops_playing(qtbot, panel, run):
    panel.show_run(run)
    qtbot.mouseClick(panel.weights.foot.button, Qt.MouseButton.LeftButton)
    panel.weights.foot.slider.setValue(12)
    assert not panel.frames.playing
    assert panel.frames.epoch == 12


def test_playing_ends_when_nobody_sees_it(qtbot, panel, run):
    panel.show_run(run)
    panel.frames.play()
    qtbot.waitUntil(lambda: panel.frames.index > 0)
    show_page(panel, 1)
    qtbot.wait(300)
    assert panel.frames.playing
    panel.hide()
    qtbot.waitUntil(lambda: not panel.frames.playing)
    assert panel.frames.index < 30


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_plays_without_frames(count: int) -> None:
    frames = FrameCursor(lambda: True)
    frames.set_epochs(np.arange(count))
    frames.play()
    assert not frames.playing


def test_a_long_run_plays_quickly_and_a_short_one_can_be_followed() -> None:
    intervals = []
    for count in (3, 40, 201):
        frames = FrameCursor(lambda: True)
        frames.set_epochs(np.arange(count))
        frames.play()
        intervals.append(frames._timer.interval())
        frames.pause()
    assert intervals == [250, 100, 50]
