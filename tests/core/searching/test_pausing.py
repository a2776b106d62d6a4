"""A search that is paused or stopped while several trials are under way keeps them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.control import Control
from core.searching.folder import SearchFolder
from core.searching.this_process import ThisProcess
from tests.core.searching.small_searches import noise_job, results, searched, table_of, write_noise

AT_ONCE = 3


class Three(ThisProcess):
    """Is given three trials before it carries out the first, as three processes would be."""

    slots = AT_ONCE


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_noise(tmp_path / "noise.csv")


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Return a way to have three trials at once, and something done when the first has begun."""

    def install(do: Callable[[], None]) -> None:
        class Pool(Three):
            def ended(self) -> list[int]:
                if self.busy == AT_ONCE:
                    do()
                return super().ended()

        monkeypatch.setattr(
            "core.searching.searching.pool_for",
            lambda search, folder, cancelled: Pool(folder, cancelled),
        )

    return install


def test_stopped_it_keeps_the_trials_under_way(
    table: Path, tmp_path: Path, three: Callable[[Callable[[], None]], None]
) -> None:
    searched(noise_job(table), tmp_path / "few", trials=AT_ONCE)
    control = Control()
    three(control.stop)
    searched(noise_job(table), tmp_path / "stopped", control, trials=50)
    assert table_of(tmp_path / "stopped") == table_of(tmp_path / "few")
    assert results(tmp_path / "stopped") == results(tmp_path / "few")


def test_left_it_gives_them_up(
    table: Path, tmp_path: Path, three: Callable[[Callable[[], None]], None]
) -> None:
    control = Control()
    three(control.abandon)
    searched(noise_job(table), tmp_path / "left", control, trials=50)
    assert SearchFolder(tmp_path / "left").trials() == []


def test_paused_it_carries_out_what_is_under_way_and_begins_nothing(
    table: Path,
    tmp_path: Path,
    three: Callable[[Callable[[], None]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = SearchFolder(tmp_path / "paused")
    # a clock that goes while somebody waits, and stands otherwise
    now = [0.0]
    clock = SimpleNamespace(monotonic=lambda: now[0])
    monkeypatch.setattr("core.searching.searching.time", clock)
    ended: list[int] = []

    class Pausing(Control):
        def wait_while_paused(self) -> None:
            if self.paused:
                ended.append(len(folder.trials()))
                now[0] += 100.0
                self.resume()

    control = Pausing()
    three(control.pause)
    searched(noise_job(table), folder.path, control, trials=2 * AT_ONCE)
    assert ended == [AT_ONCE, 2 * AT_ONCE]
    assert len(folder.trials()) == 2 * AT_ONCE
    # what somebody waited is nothing of what was searched
    assert now == [200.0]
    assert folder.about()["seconds"] == 0.0
