"""Widgets in a forgotten cycle are destroyed by the main thread and by no other."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer

from gui.collector import Collector


class _Cycle(QObject):
    """Refers to itself, so that only the collector can end it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)


def test_cycles_end_on_the_main_thread(qtbot):
    gc.collect()
    where: list[str] = []
    collector = Collector()
    forgotten = _Cycle()
    weakref.finalize(forgotten, lambda: where.append(threading.current_thread().name))
    del forgotten

    kept: list[list[int]] = []

    def make_many() -> None:
        # more than Python waits for before it collects by itself
        kept.extend([number] for number in range(20 * gc.get_threshold()[0]))

    other = threading.Thread(target=make_many, name="map")
    other.start()
    other.join()
    assert where == []
    collector._timer.setInterval(10)
    qtbot.waitUntil(lambda: where == [threading.main_thread().name], timeout=5000)
    collector.end()
    assert gc.isenabled()
