"""Searching as the window sees it: one search at a time, in a worker that lives as long as it."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.events import Event, Failed, Finished, Notice, TaskProgress
from core.searching.folder import SearchFolder
from core.searching.listing import discard
from core.searching.telling import READING
from gui.services import Search, Services
from gui.time_left import TimeLeft
from gui.translating import core_message
from gui.worker_client import WorkerClient

SearcherState = Literal["idle", "starting", "searching", "paused", "stopping"]


class Searcher(QObject):
    """Begins, pauses, resumes and stops searches, and says how the present one is doing.

    Attributes
    ----------
    folder
        Of the present or last search, None before the first.
    left
        Seconds that it still takes, None where nobody can know.
    """

    state_changed = Signal(str)
    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self.worker: WorkerClient | None = None
        self.state: SearcherState = "idle"
        self.folder: SearchFolder | None = None
        self.progress: TaskProgress | None = None
        self.left: float | None = None
        self._time = TimeLeft()
        self._is_left = False
        self._notices: list[str] = []
        services.closing.connect(self.close)

    @property
    def active(self) -> bool:
        return self.state != "idle"

    def search(self, folder: SearchFolder) -> None:
        """Begin what was asked in a folder, or go on with it."""
        self.folder, self.progress, self.left = folder, None, None
        self._time.forget()
        self._is_left = False
        self._notices = []
        self.worker = WorkerClient("run", self)
        self.worker.received.connect(self._take)
        self.worker.died.connect(self._lost)
        self._set_state("starting")
        words = ["search", str(folder.job_path), "--out", str(folder.path)]
        self.worker.send([*words, "--settings", str(folder.search_path), "--json"])

    def pause(self) -> None:
        """Begin no further trial; those under way are carried out."""
        if self.state == "searching":
            self._say("pause")
            self._set_state("paused")

    def resume(self) -> None:
        if self.state == "paused":
            self._say("resume")
            self._time.forget()
            self._set_state("searching")

    def stop(self) -> None:
        """Begin no further trial, and choose from those that ended; asked again, leave at once.

        However long the trials under way take, they are waited for.
        """
        if self.state in ("starting", "stopping"):
            self.leave()
        elif self.active:
            self._say("stop")
            self._set_state("stopping")

    def leave(self) -> None:
        """End it at once: what ended is kept, and it can be gone on with."""
        if self.worker is None:
            return
        self._set_state("stopping")
        if self.worker.drop():
            self.worker.kill()
        else:
            self.worker.hang_up()
        self._is_left = True

    def close(self) -> None:
        """Wait until the worker has ended itself: the window is gone."""
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.close()

    def _say(self, word: str) -> None:
        if self.worker is not None:
            self.worker.say(word)

    def _take(self, event: Event) -> None:
        match event:
            case TaskProgress():
                self._show(event)
            case Finished():
                self._end()
            case Failed():
                self._end()
                self._services.say_failure(event.message, event.traceback)
            case Notice() if not self._is_left:
                self._notices.append(core_message(event.message))
                self._services.say(" ".join(self._notices), "warning")

    def _show(self, progress: TaskProgress) -> None:
        self.progress = progress
        if progress.what == READING:
            return
        self.left = self._time.update(progress.done, progress.total, time.monotonic())
        if self.state == "starting":
            self._set_state("searching")
        self._tell()
        self.progressed.emit(progress)

    def _end(self) -> None:
        """Let go of the worker, which ends itself by and by."""
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.received.disconnect(self._take)
            worker.died.disconnect(self._lost)
            worker.died.connect(worker.deleteLater)
            worker.hang_up()
        self._tell_end()

    def _lost(self) -> None:
        """The process is gone, with the trials under way; those that ended are on the disk."""
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.deleteLater()
        self._tell_end()
        if not self._is_left:
            self._services.say(
                self.tr(
                    "The process of the search ended unexpectedly; no trial that ended is lost."
                ),
                "error",
            )

    def _tell_end(self) -> None:
        assert self.folder is not None
        discard(self.folder)
        self._set_state("idle")
        self.ended.emit(self.folder)

    def _set_state(self, state: SearcherState) -> None:
        self.state = state
        self._tell()
        self.state_changed.emit(state)

    def _tell(self) -> None:
        """Have the status bar say how far it is."""
        progress = self.progress or TaskProgress(READING, 0, 1)
        told = Search(progress, self.left, self.state == "paused") if self.active else None
        self._services.show_search(told)


def searcher_of(services: Services) -> Searcher:
    """Return the one of the program, which outlives pages and views."""
    return services.findChild(Searcher) or Searcher(services)
