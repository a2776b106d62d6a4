"""The folder of a search: what was asked, a file for each trial, and what came of it.

A trial that ended has its file, written whole; one that was under way when a process died has none
and is carried out again. Two processes that carry out the same trial write the same.
"""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from safetensors.numpy import load_file, save_file

from core.files import write_json, write_text, written_whole
from core.held_folder import LOCK_NAME, held
from core.job import Job
from core.job_file import job_text, read_job
from core.run_beginning import is_same_job
from core.searching.given import read_search, search_text
from core.searching.results import Said, Trial
from core.searching.setting import Setting
from core.searching.settings import ONLY_HOW, Search
from datasets.field_reasons import reason_of
from datasets.messages import InputError, Message


@dataclass(frozen=True)
class SearchFolder:
    """Where everything about one search lies.

    ``job.toml`` the job that is varied · ``search.toml`` how · ``about.json`` the table's
    fingerprint and the seconds so far · ``trials/`` · ``trials.csv`` · ``best.toml`` the job that
    was found · ``verdict.json`` what choosing so is worth · ``chosen.json`` what was chosen.
    """

    path: Path

    @property
    def job_path(self) -> Path:
        return self.path / "job.toml"

    @property
    def search_path(self) -> Path:
        return self.path / "search.toml"

    @property
    def about_path(self) -> Path:
        return self.path / "about.json"

    @property
    def trials_path(self) -> Path:
        return self.path / "trials"

    @property
    def table_path(self) -> Path:
        return self.path / "trials.csv"

    @property
    def best_path(self) -> Path:
        return self.path / "best.toml"

    @property
    def verdict_path(self) -> Path:
        return self.path / "verdict.json"

    @property
    def chosen_path(self) -> Path:
        return self.path / "chosen.json"

    @property
    def exists(self) -> bool:
        """Whether a search was begun here."""
        return self.about_path.is_file()

    def make(self) -> None:
        """Make the folder, or take one in which a search was begun.

        Raises
        ------
        InputError
            When it holds other files or cannot be written.
        """
        ours = {LOCK_NAME, self.job_path.name, self.search_path.name}
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            # a search that was killed at its very beginning has left no more than these
            if not self.exists and any(entry.name not in ours for entry in self.path.iterdir()):
                raise InputError(
                    "The folder {path} holds other files; choose a new folder for the search.",
                    path=str(self.path),
                )
        except OSError as error:
            raise InputError(
                "The folder {path} cannot be written: {reason}.",
                path=str(self.path),
                reason=reason_of(error),
            ) from None

    def begin(self, job: Job, search: Search, fingerprint: str) -> None:
        """Write what is asked, or take up a search that was begun with the same.

        Raises
        ------
        InputError
            When another search was begun here, or the table has changed.
        """
        if self.exists:
            self._check(job, search, fingerprint)
        write_text(self.job_path, job_text(job))
        write_text(self.search_path, search_text(search))
        if not self.exists:
            write_json(self.about_path, {"fingerprint": fingerprint, "seconds": 0.0})

    def _check(self, job: Job, search: Search, fingerprint: str) -> None:
        before = read_search(self.search_path)
        is_alike = before == search.model_copy(
            update={name: getattr(before, name) for name in ONLY_HOW}
        )
        if not is_alike or not is_same_job(read_job(self.job_path), job):
            raise InputError(
                "The search in {path} was begun with another job or other settings; choose "
                "another folder.",
                path=str(self.path),
            )
        if self.about()["fingerprint"] != fingerprint:
            raise InputError(
                "The table {table} has changed since the search began; begin a new one.",
                table=job.data.table,
            )

    def about(self) -> dict[str, Any]:
        """Return the fingerprint of the table and the seconds that were searched so far."""
        found: dict[str, Any] = json.loads(self.about_path.read_text(encoding="utf-8"))
        return found

    def write_seconds(self, seconds: float) -> None:
        """Keep how long was searched so far."""
        write_json(self.about_path, {**self.about(), "seconds": seconds})

    def held(self) -> AbstractContextManager[None]:
        """Hold the search for this process; raises InputError when another one works on it."""
        return held(self.path)

    def write_trial(self, trial: Trial, said: Said | None) -> None:
        """Keep a trial; the file that says that it ended comes last."""
        if said is not None:
            with written_whole(self._said_path(trial.number)) as part:
                save_file({"named": said.named, "probability": said.probability}, part)
        write_json(
            self._trial_path(trial.number),
            {
                "trial": trial.number,
                "setting": trial.setting.model_dump(mode="json") if trial.setting else None,
                "inner": trial.inner,
                "seconds": trial.seconds,
                "failed": asdict(trial.failed) if trial.failed is not None else None,
            },
        )

    def trials(self) -> list[Trial]:
        """Return all trials that ended, by number; one whose files are damaged did not."""
        paths = self.trials_path.glob("trial-*.json")
        numbers = sorted(int(path.stem.removeprefix("trial-")) for path in paths)
        return [trial for trial in map(self.trial, numbers) if trial is not None]

    def trial(self, number: int) -> Trial | None:
        """Return a trial that ended, None where it did not."""
        try:
            values = json.loads(self._trial_path(number).read_text(encoding="utf-8"))
            trial = Trial(
                int(values["trial"]),
                Setting.model_validate(values["setting"]) if values["setting"] else None,
                tuple(values["inner"]),
                float(values["seconds"]),
                Message(**values["failed"]) if values["failed"] else None,
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        has_all = trial.failed is not None or self._said_path(trial.number).is_file()
        return trial if has_all else None

    def said(self, number: int) -> Said:
        """Return what a trial that did not fail says of the samples that judge."""
        found = load_file(self._said_path(number))
        return Said(found["named"], found["probability"])

    def _trial_path(self, number: int) -> Path:
        return self.trials_path / f"trial-{number:06}.json"

    def _said_path(self, number: int) -> Path:
        return self.trials_path / f"trial-{number:06}.safetensors"
