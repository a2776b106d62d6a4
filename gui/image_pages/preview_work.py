"""Asks the worker what becomes of a few samples: one question at a time, the newest one next."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.events import Finished
from core.files import write_text
from core.image_job import ImageJob
from core.job_file import job_text
from core.places import cache_folder
from datasets.messages import Message
from gui.services import Services


@dataclass(frozen=True)
class Request:
    """Which samples are wanted, counted from 0, and how many copies of each."""

    job: ImageJob
    rows: tuple[int, ...]
    copies: int


@dataclass(frozen=True)
class Preview:
    """What the worker answered.

    Attributes
    ----------
    pixels
        uint8, shape (n, C, H, W), as read.
    copies
        float32, shape (n, k, C, H, W), changed at random, in 0…1.
    prepared
        float32, shape (n, C, H, W), as the network sees the unchanged image.
    """

    request: Request
    pixels: NDArray[np.uint8]
    copies: NDArray[np.float32]
    prepared: NDArray[np.float32]


class PreviewWork(QObject):
    """Keeps the last answer while the next one is on its way.

    Parameters
    ----------
    name
        Tells the files of several of them apart.
    """

    changed = Signal()

    def __init__(self, services: Services, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._stem = f"{name}-{os.getpid()}"
        self._wanted: Request | None = None
        self._asked: Request | None = None
        self.found: Preview | None = None
        self.failure: Message | None = None

    @property
    def busy(self) -> bool:
        """Whether the answer to the newest question is still to come."""
        if self._wanted is None or self.failure is not None:
            return False
        return self.found is None or self.found.request != self._wanted

    def want(self, request: Request | None) -> None:
        """Ask; what was asked before and has not begun is never carried out."""
        if request == self._wanted:
            return
        self._wanted, self.failure = request, None
        self._ask()

    def stop(self) -> None:
        """Hear of nothing any more, and leave no file behind."""
        self._wanted = None
        for suffix in (".toml", ".npz"):
            self._path(suffix).unlink(missing_ok=True)

    def _path(self, suffix: str) -> Path:
        return cache_folder() / "preview" / f"{self._stem}{suffix}"

    def _ask(self) -> None:
        request = self._wanted
        if request is None or self._asked is not None or not self.busy:
            return
        try:
            write_text(self._path(".toml"), job_text(request.job))
        except OSError as error:
            self._services.say(str(error), "error")
            return
        self._asked = request
        rows = ",".join(str(row) for row in request.rows)
        words = ["preview", str(self._path(".toml")), "--rows", rows]
        words += ["--copies", str(request.copies), "--out", str(self._path(".npz"))]
        self._services.seer.ask(words, self._take, self._fail)

    def _take(self, finished: Finished) -> None:
        request, self._asked = self._asked, None
        if request is None or self._wanted is None:
            return
        with np.load(finished.values["out"], allow_pickle=False) as arrays:
            self.found = Preview(request, arrays["pixels"], arrays["copies"], arrays["prepared"])
        self._ask()
        self.changed.emit()

    def _fail(self, failure: Message, traceback: str) -> None:
        request, self._asked = self._asked, None
        if request is None or self._wanted is None:
            return
        if traceback:
            self._services.say_failure(failure, traceback)
        if request != self._wanted:
            self._ask()
            return
        self.failure = failure
        self.changed.emit()
