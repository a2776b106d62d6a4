"""A search: settings drawn, carried out, and the best of them chosen and judged."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.control import Control
from core.events import Detail, Finished, Notice, TaskProgress
from core.files import absolute_from, write_json, write_text
from core.job import Job
from core.job_file import job_text, with_places
from core.reporting import Reporter
from core.searching.best import chosen_in, winner_of
from core.searching.folder import SearchFolder
from core.searching.pools import Pool, pool_for
from core.searching.results import Trial
from core.searching.setting import Setting, job_found
from core.searching.settings import Search
from core.searching.space import fitted, settings_of
from core.searching.telling import READING, SEARCHING, closing_lines, trial_line
from core.searching.trials_table import trials_csv
from datasets.messages import message

if TYPE_CHECKING:
    from core.searching.nesting import Nested


def search_job(
    job: Job, search: Search, folder: SearchFolder, report: Reporter, control: Control
) -> None:
    """Search settings for a job in a folder, or go on with the search there.

    Raises
    ------
    InputError
        When the job, its table, the folder or a cluster cannot be used, or no trial came to
        anything.
    """
    job = with_places(job, lambda place: absolute_from(place, Path.cwd()))
    folder.make()
    with folder.held():
        pool = pool_for(search, folder, lambda: control.abandoned)
        try:
            # torch takes seconds to load, which other processes can do meanwhile
            from core.searching.nesting import read_nested

            report(TaskProgress(READING, 0, 1))
            nested = read_nested(job, search.inner_folds)
            for notice in nested.division.notices:
                report(Notice(notice))
            folder.begin(job, search, nested.dataset.fingerprint)
            pool.begin(job, nested)
            going = _Going(job, search, folder, nested, report, control)
            going.go(pool)
        finally:
            pool.close()
        if control.abandoned:
            report(Notice(message("Interrupted; the same command goes on with the search.")))
            return
        going.conclude()


class _Going:
    """One search while it goes on."""

    def __init__(
        self,
        job: Job,
        search: Search,
        folder: SearchFolder,
        nested: Nested,
        report: Reporter,
        control: Control,
    ) -> None:
        self._job, self._search, self._folder, self._nested = job, search, folder, nested
        self._report, self._control = report, control
        most = search.trials or None
        done = folder.trials()
        self._trials = {trial.number: trial for trial in done if not most or trial.number < most}
        self._before = float(folder.about()["seconds"])
        self._begun = time.monotonic()

    def go(self, pool: Pool) -> None:
        """Carry out trials until the budget is spent or somebody stops it.

        Stopped, it begins no other trial and keeps those under way; abandoned, it leaves them.
        """
        left = self._left()
        self._told()
        while self._fill(pool, left) and not self._control.abandoned:
            for number in pool.ended():
                self._take(number)
        self._folder.write_seconds(self._seconds)

    def conclude(self) -> None:
        """Write what was chosen, and tell of it."""
        # the figures of a verdict load scipy
        from core.searching.choosing import conclusion

        trials = self._sorted()
        seed = self._job.training.seed
        verdict, chosen = conclusion(self._folder, self._nested, trials, seed)
        classes = len(self._nested.dataset.class_names)
        best = job_found(winner_of(trials).setting, self._job, classes)
        write_text(self._folder.best_path, job_text(best))
        write_json(self._folder.verdict_path, verdict)
        write_json(self._folder.chosen_path, chosen)
        self._write_table()
        said = "\n".join(closing_lines(verdict, chosen, winner_of(trials)))
        values = {"out": str(self._folder.path), "verdict": verdict, "chosen": chosen}
        self._report(Finished(message("{text}", text=said), values))

    @property
    def _seconds(self) -> float:
        return self._before + time.monotonic() - self._begun

    @property
    def _in_time(self) -> bool:
        return not self._search.seconds or self._seconds < self._search.seconds

    def _left(self) -> Iterator[tuple[int, Setting | None]]:
        """Yield the trials that are still to be carried out."""
        drawn = enumerate(settings_of(fitted(self._search, self._nested.dataset), self._job))
        for number, setting in itertools.islice(drawn, self._search.trials or None):
            if number not in self._trials:
                yield number, setting

    def _fill(self, pool: Pool, left: Iterator[tuple[int, Setting | None]]) -> bool:
        """Give a pool what it can carry out; whether there is anything to wait for.

        Paused, it is given nothing, and what is under way goes on.
        """
        is_free = pool.busy == 0
        if is_free:
            self._wait_while_paused()
        while (is_free or not self._control.paused) and pool.busy < pool.slots and self._begins:
            task = next(left, None)
            if task is None:
                break
            pool.submit(*task)
        return pool.busy > 0

    def _wait_while_paused(self) -> None:
        """Wait, which takes nothing from the time that there is."""
        begun = time.monotonic()
        self._control.wait_while_paused()
        self._begun += time.monotonic() - begun

    @property
    def _begins(self) -> bool:
        """Whether another trial may begin; without a single one there would be nothing to say."""
        return not self._control.stopping and (self._in_time or not self._trials)

    def _take(self, number: int) -> None:
        trial = self._folder.trial(number)
        # a disk that lost what was just written is no case to go on from
        assert trial is not None
        self._trials[number] = trial
        self._folder.write_seconds(self._seconds)
        self._write_table()
        self._told()
        self._report(Detail(trial_line(trial)))

    def _told(self) -> None:
        total = self._search.trials
        done = len(self._trials)
        if not total:
            done, total = int(self._seconds), int(self._search.seconds)
        self._report(TaskProgress(SEARCHING, min(done, total), total))

    def _sorted(self) -> list[Trial]:
        return [self._trials[number] for number in sorted(self._trials)]

    def _write_table(self) -> None:
        trials = self._sorted()
        chosen: dict[int, list[int]] = {}
        folds = len(self._nested.folds)
        if any(trial.mean is not None for trial in trials):
            for fold in range(folds):
                chosen.setdefault(chosen_in(trials, fold).number, []).append(fold + 1)
        write_text(self._folder.table_path, trials_csv(trials, folds, chosen))
