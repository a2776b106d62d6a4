"""Inside: weights, activations, steps and the last step's error of the run on show."""

from __future__ import annotations

import math
from contextlib import suppress

import numpy as np
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from core.job import RPROPS
from core.run_folder import RunFolder
from core.snapshots import Snapshot, SnapshotReader
from datasets.messages import InputError
from gui.activations_view import ActivationsView
from gui.frame_cursor import FrameCursor
from gui.inside_page import Inside, InsidePage
from gui.session import Session
from gui.slice_view import SliceView
from gui.steps_view import StepsView
from gui.throttle import Throttle
from gui.weights_view import WeightsView

READ_EVERY_MS = 250


class InsidePanel(QWidget):
    """Four pages that look inside a network, live or from an old run, alike.

    They stand as tabs in the panel, or, taken by `pages`, elsewhere; the panel goes on feeding
    them. Nothing is read while none of them is seen.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: RunFolder | None = None
        self._try = 0
        self._reader: SnapshotReader | None = None
        self._largest_step = math.nan
        self._member = 0
        self.frames = FrameCursor(self._is_watched, self)
        self.weights = WeightsView(self.frames)
        self.activations = ActivationsView(session, self.frames)
        self.steps = StepsView(self.frames)
        self.slice = SliceView(self.frames)
        self._pages: list[tuple[str, InsidePage]] = [
            (self.tr("Weights"), self.weights),
            (self.tr("Activations"), self.activations),
            (self.tr("Step sizes"), self.steps),
            (self.tr("Last step"), self.slice),
        ]
        self.tabs = QTabWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._read_soon = Throttle(self._update, READ_EVERY_MS, self)
        self.frames.moved.connect(self._draw)
        for title, page in self._pages:
            page.shown.connect(self._show)
            self.tabs.addTab(page, title)

    def pages(self) -> list[tuple[str, QWidget]]:
        """Return title and widget of each page, for tabs that stand elsewhere."""
        return [(title, page) for title, page in self._pages]

    def show_run(self, run: RunFolder | None, number: int = 0) -> None:
        """Show another run, or another of its tries, from its last frame on; or none."""
        if (run, number) == (self._run, self._try):
            self.refresh()
            return
        self._run, self._try = run, number
        self._reader = SnapshotReader(run.snapshots_path(number)) if run is not None else None
        self._largest_step = _largest_step(run)
        self._member = 0
        self.frames.reset()
        self._show()

    def refresh(self) -> None:
        """Look soon for frames that were added."""
        self._read_soon.request()

    def set_member(self, member: int) -> None:
        """Show another member, counted from 0."""
        if member != self._member:
            self._member = member
            self._draw()

    def set_sample(self, row: int) -> None:
        """Show the activations of another sample, by its row of the table, counted from 0."""
        self.activations.set_sample(row)

    # --- inner -------------------------------------------------------------------------

    def _is_watched(self) -> bool:
        return any(page.isVisible() for _, page in self._pages)

    def _read(self) -> bool:
        """Read the epochs of the frames; return whether there are others than before."""
        if self._reader is None or not self._is_watched():
            return False
        return self.frames.set_epochs(self._reader.epochs())

    def _update(self) -> None:
        """Draw where there are other frames than before."""
        if self._read():
            self._draw()

    def _show(self) -> None:
        """Draw, whether anything is new or not."""
        self._read()
        self._draw()

    def _draw(self) -> None:
        if not self._is_watched():
            return
        inside, sentence = self._look(), ""
        if inside is None:
            sentence = self._why_empty()
        for _, page in self._pages:
            if not page.isVisible():
                continue
            if inside is None:
                page.say(sentence)
            else:
                page.show_inside(inside)

    def _look(self) -> Inside | None:
        """Return what is to be drawn, None where there is nothing."""
        reader = self._reader
        about = reader.about if reader is not None else None
        if reader is None or about is None or not 0 <= self._member < about.kept:
            return None
        # frames are thinned by the run meanwhile: then the next look finds it
        with suppress(IndexError):
            frame = reader.frame(self.frames.index)
            return Inside(
                about,
                self._member,
                frame,
                self._last_step(reader, frame),
                reader.ranges(self._member),
                self._largest_step,
            )
        return None

    def _last_step(self, reader: SnapshotReader, frame: Snapshot) -> Snapshot:
        """Return a frame, or the one before it where the last one came without its losses.

        That training ends is often known only after its last step was made.
        """
        index = self.frames.index
        if frame.along is None or np.isfinite(frame.along[self._member]).any() or index < 1:
            return frame
        return reader.frame(index - 1)

    def _why_empty(self) -> str:
        about = self._reader.about if self._reader is not None else None
        if self._run is None:
            return self.tr("The inside of the network will stand here once it learns.")
        if about is not None and self._member >= about.kept:
            return self.tr(
                "The weights of the first {kept} members are kept; those of member {n} are not."
            ).format(kept=about.kept, n=self._member + 1)
        return self.tr(
            "No weights of this run are kept yet. Very large networks and runs of earlier "
            "versions have none."
        )


def _largest_step(run: RunFolder | None) -> float:
    """Return the job's bound of the steps, NaN where its trainer has none."""
    if run is None:
        return math.nan
    try:
        training = run.job().training
    except InputError:
        return math.nan
    return training.largest_step if training.trainer in RPROPS else math.nan
