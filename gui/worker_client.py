"""A worker process as the window sees it: commands go down, events come up."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from core.events import Event, Failed, Finished, Ready, decode

GRACE_MS = 10_000
CLOSING_MS = 3000
MAIN = Path(__file__).resolve().parent.parent / "main.py"


class WorkerClient(QObject):
    """Keeps one worker process alive and speaks its protocol. It decides nothing."""

    received = Signal(object)
    ready = Signal()
    died = Signal()

    def __init__(self, warm_for: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._warm_for = warm_for
        self._process: QProcess | None = None
        self._buffer = b""
        self._waiting: list[str] | None = None
        self._warm = False
        self.busy = False
        self._hung_up = False
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self.kill)

    @property
    def process_id(self) -> int:
        """Process number of the worker, 0 when there is none."""
        return int(self._process.processId()) if self._process is not None else 0

    def start(self) -> None:
        """Start the process unless it runs or the window is closing; it warms up by itself."""
        if self._process is not None or self._hung_up:
            return
        process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments([str(MAIN), "worker", "--warm-for", self._warm_for])
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed_to_start)
        self._process = process
        self._buffer = b""
        self._warm = False
        process.start()

    def send(self, words: list[str]) -> None:
        """Carry out a command as soon as the worker is warm; one at a time."""
        assert not self.busy
        self.busy = True
        self._waiting = words
        self.start()
        self._send_waiting()

    def drop(self) -> bool:
        """Take back a command that the worker has not been given yet; False when it has."""
        if self._waiting is None:
            return False
        self._waiting = None
        self.busy = False
        return True

    def say(self, word: str) -> None:
        """Say ``pause``, ``resume`` or ``stop``."""
        if self._process is not None and self.busy and self._waiting is None:
            self._process.write(f"{word}\n".encode())

    def stop(self) -> None:
        """Ask the command to end well; it is killed when it does not within the grace time."""
        if not self.busy:
            return
        if self._waiting is not None:
            return
        self.say("stop")
        self._grace.start()

    def kill(self) -> None:
        """End the process at once."""
        if self._process is not None:
            self._process.kill()

    def hang_up(self) -> None:
        """Let the process begin to end itself, for good; `close` waits for it."""
        self._hung_up = True
        if self._process is not None:
            self._process.closeWriteChannel()

    def close(self) -> None:
        """End the process by ending its input: a run writes its checkpoint and can be resumed."""
        self._hung_up = True
        process, self._process = self._process, None
        self._grace.stop()
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(CLOSING_MS):
            process.kill()
            process.waitForFinished(2000)
        self.busy = False

    def _send_waiting(self) -> None:
        if self._warm and self._waiting is not None and self._process is not None:
            self._process.write((json.dumps(self._waiting) + "\n").encode())
            self._waiting = None

    def _read(self) -> None:
        if self._process is None:
            return
        self._buffer += bytes(self._process.readAllStandardOutput().data())
        *lines, self._buffer = self._buffer.split(b"\n")
        for line in lines:
            self._take(decode(line.decode()))

    def _take(self, event: Event) -> None:
        if isinstance(event, Ready):
            self._warm = True
            self._send_waiting()
            self.ready.emit()
            return
        if isinstance(event, Finished | Failed):
            self._grace.stop()
            self.busy = False
        elif self._grace.isActive():
            # it answers, so it is busy ending and not stuck
            self._grace.start()
        self.received.emit(event)

    def _finished(self) -> None:
        self._grace.stop()
        if self._process is not None:
            self._process.deleteLater()
        self._process = None
        self._waiting = None
        self.busy = False
        self.died.emit()

    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finished()
