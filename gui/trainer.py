"""Training as the window sees it: one run at a time in a worker of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.events import (
    Event,
    Failed,
    Finished,
    ImageProgress,
    MapChanged,
    Notice,
    Paused,
    Progress,
    Resumed,
    Started,
    TaskProgress,
)
from core.job_file import AnyJob
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.worker_client import WorkerClient

# epochs a second that an eye can follow
SLOW_PACE = 40

TrainerState = Literal["idle", "starting", "training", "paused", "stopping"]


class Trainer(QObject):
    """Starts, pauses, resumes and stops runs, and says how the present one is doing."""

    state_changed = Signal(str)
    progressed = Signal(object)
    task_progressed = Signal(object)
    map_changed = Signal(object)
    noticed = Signal(object)
    ended = Signal(object)
    crashed = Signal(object)
    pace_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = WorkerClient("run", self)
        self.worker.received.connect(self._take)
        self.worker.died.connect(self._lost)
        self.state: TrainerState = "idle"
        self.run: RunFolder | None = None
        self.device = ""
        self.progress: Progress | ImageProgress | None = None
        self.failure: tuple[Message, str] | None = None
        self.pace = 0
        self.notices: list[Message] = []

    @property
    def active(self) -> bool:
        return self.state != "idle"

    def train(self, job: AnyJob, path: Path, name: str) -> RunFolder:
        """Begin a new run in a new folder."""
        run = RunFolder(path)
        run.create(job, name)
        self.resume_run(run)
        return run

    def resume_run(self, run: RunFolder) -> None:
        """Go on with a run from its checkpoint, or begin one that was only created."""
        self.run = run
        self.progress = None
        self.failure = None
        self.notices = []
        self._set_state("starting")
        words = ["run", str(run.job_path), "--out", str(run.path), "--json", "--live-map"]
        self.worker.send([*words, "--pace", str(self.pace)])

    def set_pace(self, pace: int) -> None:
        """Show at most `pace` epochs a second, now and in runs to come; 0 is full speed."""
        self.pace = pace
        self.pace_changed.emit(pace)
        self.worker.say(f"pace {pace}")

    def pause(self) -> None:
        if self.state == "training":
            self.worker.say("pause")

    def resume(self) -> None:
        if self.state == "paused":
            self.worker.say("resume")

    def stop(self) -> None:
        """End training well; what was learned so far is kept as the result."""
        if self.active and self.state != "stopping":
            self._set_state("stopping")
            if self.worker.drop():
                self._end()
            else:
                self.worker.stop()

    def _take(self, event: Event) -> None:
        match event:
            case Started():
                self.device = event.device
                # it may have changed while the command waited for the worker
                self.worker.say(f"pace {self.pace}")
                self._set_state("training")
            case Progress() | ImageProgress():
                self.progress = event
                self.progressed.emit(event)
            case TaskProgress():
                self.task_progressed.emit(event)
            case MapChanged():
                self.map_changed.emit(event)
            case Notice():
                self.notices.append(event.message)
                self.noticed.emit(event.message)
            case Paused():
                self._set_state("paused")
            case Resumed():
                self._set_state("training")
            case Finished():
                self._end()
            case Failed():
                self.failure = (event.message, event.traceback)
                self._end()

    def _end(self) -> None:
        self._set_state("idle")
        self.ended.emit(self.run)

    def _lost(self) -> None:
        if self.state == "stopping":
            self._end()
        elif self.active:
            self._set_state("idle")
            self.crashed.emit(self.run)
        self.worker.start()

    def _set_state(self, state: TrainerState) -> None:
        if self.state != "stopping" or state == "idle":
            self.state = state
            self.state_changed.emit(state)
