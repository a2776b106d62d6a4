"""The weights of a run over its epochs, written while it trains and read by whoever looks inside.

A folder holds ``about.json`` and ``frames.f32``: frames of one size, appended. When there are
too many, every second one goes, so that they always span the whole training evenly.
"""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.files import Closing, write_json, written_whole
from core.snapshot_frames import (
    Snapshot,
    SnapshotAbout,
    as_snapshot,
    block,
    epoch_of,
    members_to_keep,
    read_about,
    read_epochs,
    whole,
)
from core.snapshot_ranges import Ranges, widened

__all__ = [
    "Ranges",
    "Snapshot",
    "SnapshotAbout",
    "SnapshotReader",
    "SnapshotWriter",
    "members_to_keep",
]


class SnapshotWriter(Closing):
    """Appends frames while training goes on, and thins them when there are too many.

    Parameters
    ----------
    resume_at
        Epoch to go on from: later frames are cut. 0 starts anew, as do frames of another network.
    """

    def __init__(self, folder: Path, about: SnapshotAbout, *, resume_at: int) -> None:
        self._about = about
        self._path = folder / "frames.f32"
        self._epochs: list[int] = []
        self._file: BinaryIO | None = None
        if resume_at > 0 and read_about(folder / "about.json") == about:
            self._cut(resume_at)
        else:
            # the old frames go first: under the new header they would be read as nonsense
            self._path.unlink(missing_ok=True)
            (folder / "about.json").unlink(missing_ok=True)
        if about.most_frames:
            write_json(folder / "about.json", about.to_values())
            self._file = self._path.open("ab")
        self._stride = _stride(self._epochs)

    def wants(self, epoch: int) -> bool:
        """Whether a frame is due at an epoch."""
        if self._file is None:
            return False
        return not self._epochs or epoch - self._epochs[-1] >= self._stride

    def add(
        self,
        epoch: int,
        parameters: NDArray[np.floating],
        steps: NDArray[np.floating] | None,
        along: NDArray[np.floating] | None,
    ) -> None:
        """Append a frame, due or not; the last epoch of a run is worth one in any case.

        Parameters
        ----------
        epoch
            One that is not after the last frame's is left out.
        parameters
            Shape (K or more, N): of all members the kept ones are taken.
        steps, along
            Shapes (K or more, N) and (K or more, A); None where there are none yet.
        """
        if self._file is None or (self._epochs and epoch <= self._epochs[-1]):
            return
        about = self._about
        blocks = [block(parameters, (about.kept, about.parameters))]
        if about.has_steps:
            blocks.append(block(steps, (about.kept, about.parameters)))
        if about.alphas:
            blocks.append(block(along, (about.kept, len(about.alphas))))
        self._file.write(b"".join((whole(epoch), *blocks, whole(~epoch))))
        self._file.flush()
        self._epochs.append(epoch)
        if len(self._epochs) >= about.most_frames:
            self._thin()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _cut(self, epoch: int) -> None:
        """Keep the frames up to an epoch, and nothing that is no whole frame."""
        try:
            with self._path.open("r+b") as file:
                self._epochs = [
                    each for each in read_epochs(file, self._about, 0, -1) if each <= epoch
                ]
                file.truncate(len(self._epochs) * self._about.record_bytes)
        except FileNotFoundError:
            pass

    def _thin(self) -> None:
        """Leave out every second frame; the first and the last one stay."""
        self.close()
        size = self._about.record_bytes
        with (
            written_whole(self._path) as part,
            part.open("wb") as kept,
            self._path.open("rb") as file,
        ):
            for index in range(0, len(self._epochs), 2):
                file.seek(index * size)
                kept.write(file.read(size))
        self._epochs = self._epochs[::2]
        self._stride *= 2
        self._file = self._path.open("ab")


class SnapshotReader:
    """Reads the frames of a run, also while they grow and are thinned."""

    def __init__(self, folder: Path) -> None:
        self._about_path = folder / "about.json"
        self._path = folder / "frames.f32"
        self._seen: tuple[int, ...] | None = None
        self._about: SnapshotAbout | None = None
        self._epochs: list[int] = []
        self._identity = 0
        self._ranges: dict[int, tuple[int, Ranges]] = {}

    @property
    def about(self) -> SnapshotAbout | None:
        """What the frames hold; None when there are none or their header is damaged."""
        seen = _stat(self._about_path)
        if seen != self._seen:
            self._seen = seen
            self._about = read_about(self._about_path) if seen else None
            self._epochs, self._ranges = [], {}
        return self._about

    def epochs(self) -> NDArray[np.int64]:
        """Return the epochs of the frames, ascending, shape (F,), after reading what is new."""
        about = self.about
        try:
            with self._path.open("rb") as file:
                self._read_new(file, about)
        except OSError:
            self._epochs = []
        return np.array(self._epochs, np.int64)

    def frame(self, index: int) -> Snapshot:
        """Return a frame; `index` as in the last `epochs`, or from the end where negative.

        Raises
        ------
        IndexError
            When it is gone: frames are thinned while training goes on.
        """
        about = self.about
        place = range(len(self._epochs))[index]
        if about is None:
            raise IndexError("the snapshots are gone")
        try:
            with self._path.open("rb") as file:
                file.seek(place * about.record_bytes)
                record = file.read(about.record_bytes)
        except OSError as error:
            raise IndexError(str(error)) from None
        if len(record) < about.record_bytes or epoch_of(record) is None:
            raise IndexError("the frame is gone")
        return as_snapshot(record, about)

    def ranges(self, member: int) -> Ranges:
        """Return the bounds over all frames of a kept member seen so far.

        Frames that were thinned out meanwhile count as well, so that no scale shrinks.
        """
        about = self.about
        if about is None or not 0 <= member < about.kept:
            return Ranges((), np.nan, np.nan)
        last, ranges = self._ranges.get(
            member, (-1, Ranges((0.0,) * (len(about.sizes) - 1), np.nan, np.nan))
        )
        try:
            with self._path.open("rb") as file:
                for index, epoch in enumerate(self._epochs):
                    if epoch > last:
                        ranges = widened(ranges, file, index, member, about)
                        last = epoch
        except OSError:
            return ranges
        self._ranges[member] = (last, ranges)
        return ranges

    def _read_new(self, file: BinaryIO, about: SnapshotAbout | None) -> None:
        """Read the epochs added; all of them where the file was thinned or begun anew."""
        identity = os.fstat(file.fileno()).st_ino
        known = self._epochs if identity == self._identity else []
        self._identity, self._epochs = identity, []
        if about is None:
            return
        if known:
            # the last known frame is read again: where it stayed, the file only grew
            before = known[-2] if len(known) > 1 else -1
            found = read_epochs(file, about, len(known) - 1, before)
            if found[:1] == known[-1:]:
                self._epochs = known[:-1] + found
                return
        self._epochs = read_epochs(file, about, 0, -1)


def _stride(epochs: list[int]) -> int:
    """Return how far apart the frames were taken; the last one of a run may stand closer."""
    gaps = [later - earlier for earlier, later in pairwise(epochs)]
    return max(1, sorted(gaps)[len(gaps) // 2]) if gaps else 1


def _stat(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
