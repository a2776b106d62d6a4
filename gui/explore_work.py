"""Statistics and correlations for the window: at once, on a thread, or for large tables in the
worker, which tells of its progress and can be cancelled.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject

from core.correlations import Correlations, Domain, Method, correlate
from core.events import Finished
from core.statistics import Rule, Statistics, counted, describe
from datasets.messages import Message
from gui.map_background import Newest
from gui.services import Services
from gui.table_info import TableInfo

# cells that are computed within two frames, and those that a thread has in a moment
CELLS_AT_ONCE = 60_000
CELLS_ON_A_THREAD = 2_000_000

Take = Callable[[Any], None]


class ExploreWork(QObject):
    """Computes for the explore page; of several wishes of one kind only the last is answered."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._threads = {kind: Newest(self) for kind in ("statistics", "correlations", "pair")}
        self._wishes = dict.fromkeys(self._threads, 0)

    def statistics(
        self,
        table: TableInfo,
        names: tuple[str, ...],
        rule: Rule,
        done: Callable[[dict[str, Statistics]], None],
    ) -> None:
        """Describe columns of numbers; `done` gets their statistics by name."""

        def work() -> dict[str, Statistics]:
            return {name: describe(*_column(table, name), rule) for name in names}

        def read(values: dict[str, Any]) -> dict[str, Statistics]:
            found = [Statistics.from_values(each) for each in values["statistics"]]
            return dict(zip(names, found, strict=True))

        words = [*_words("statistics", table, names), "--censored", rule]
        self._ask("statistics", table.rows * len(names), work, words, read, done)

    def correlations(
        self,
        table: TableInfo,
        names: tuple[str, ...],
        rule: Rule,
        method: Method,
        domain: Domain,
        done: Callable[[Correlations], None],
    ) -> None:
        """Correlate columns of numbers."""

        def work() -> Correlations:
            columns = [counted(*_column(table, name)[:2], rule) for name in names]
            return correlate(names, np.column_stack(columns), method, domain)

        def read(values: dict[str, Any]) -> Correlations:
            return Correlations.from_values({**values, "names": list(names)})

        words = [*_words("correlations", table, names), "--censored", rule]
        words += ["--method", method, "--on", domain]
        # ranks are made anew for each pair where values are missing
        work_of_pairs = len(names) if method == "spearman" else 1
        self._ask("correlations", table.rows * len(names) * work_of_pairs, work, words, read, done)

    def pair(self, rows: int, work: Callable[[], Any], done: Take) -> None:
        """Compute what is drawn of an element, at once unless the table is long."""
        self._ask("pair", rows, work, [], lambda values: values, done)

    def _ask(
        self,
        kind: str,
        cells: int,
        work: Callable[[], Any],
        words: list[str],
        read: Callable[[dict[str, Any]], Any],
        done: Take,
    ) -> None:
        self._wishes[kind] += 1
        wish = self._wishes[kind]

        def take(answer: Any) -> None:
            if self._wishes[kind] == wish:
                done(answer)

        def finished(event: Finished) -> None:
            if self._wishes[kind] == wish:
                done(read(event.values))

        def failed(failure: Message, traceback: str) -> None:
            self._services.say_failure(failure, traceback)

        if cells <= CELLS_AT_ONCE:
            take(work())
        elif cells <= CELLS_ON_A_THREAD or not words:
            self._threads[kind].ask(work, take)
        else:
            self._services.tasks.ask(words, finished, failed)

    def forget(self) -> None:
        """Want no answer any more."""
        for kind, thread in self._threads.items():
            self._wishes[kind] += 1
            thread.forget()


def _column(table: TableInfo, name: str) -> tuple[Any, Any, Any]:
    return table.values(name), table.censored(name), table.above(name)


def _words(verb: str, table: TableInfo, names: tuple[str, ...]) -> list[str]:
    places = {column.name: number for number, column in enumerate(table.columns)}
    numbers = ",".join(str(places[name]) for name in names)
    return [verb, table.source, "--arrow", str(Path(table.arrow_path)), "--numbers", numbers]
