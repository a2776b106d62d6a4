"""The folder of a run: the one truth about it, read alike while it lives and years later."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from core.files import file_stem, read_json, relative_to, write_json, write_text
from core.held_folder import held, is_held
from core.image_job import ImageJob
from core.job import Job
from core.job_file import AnyJob, job_text, read_any_job, with_any_places
from core.outcome import Outcome, Reason
from core.run_paths import RunPaths
from core.window_job import WindowJob
from datasets.messages import InputError

State = Literal["running", "interrupted"] | Reason


@dataclass(frozen=True)
class RunFolder(RunPaths):
    """What the files of a run say; which they are, `RunPaths` tells."""

    def create(self, job: AnyJob, name: str = "") -> None:
        """Write the name, what trains it and, last, the job of a new run."""
        # who only reads runs need not load what finds versions
        from core.versions import versions

        self.path.mkdir(parents=True, exist_ok=True)
        created = datetime.now().astimezone().isoformat(timespec="seconds")
        about = {"name": name or self.path.name, "created": created, "versions": versions()}
        write_json(self.about_path, about)
        self._write_job(job)

    def _write_job(self, job: AnyJob) -> None:
        base = self.path.resolve()
        moved = with_any_places(job, lambda place: relative_to(place, base))
        write_text(self.job_path, job_text(moved))

    def moved_to(self, folder: Path) -> RunFolder:
        """Move the run into a folder on the same disk; its job goes on finding its files.

        Raises
        ------
        InputError
            When it holds no job.
        OSError
            When it cannot be moved.
        """
        job = self.any_job()
        folder.mkdir(parents=True, exist_ok=True)
        # whole paths hold in both places, should the machine stop in between
        write_text(self.job_path, job_text(job))
        moved = RunFolder(self.path.rename(_free_path(folder / self.path.name)))
        moved._write_job(job)
        return moved

    def any_job(self) -> AnyJob:
        """Read the job; raises InputError when the folder holds none."""
        if not self.exists:
            raise InputError("{path} is not the folder of a run.", path=str(self.path))
        return read_any_job(self.job_path)

    def job(self) -> Job:
        """Read the job of a BP network; raises InputError when it is of another kind."""
        job = self.any_job()
        if isinstance(job, Job):
            return job
        raise InputError(
            "The run in {path} trained a CNN; this is for runs of a BP network.",
            path=str(self.path),
        )

    def survey_job(self) -> Job | WindowJob:
        """Read the job of a run on a table; raises InputError when it is of another kind."""
        job = self.any_job()
        if isinstance(job, ImageJob):
            raise InputError(
                "The run in {path} learned from images; this is for runs on a table.",
                path=str(self.path),
            )
        return job

    def image_job(self) -> ImageJob:
        """Read the job of a run on images; raises InputError when it is of another kind."""
        job = self.any_job()
        if isinstance(job, ImageJob):
            return job
        raise InputError(
            "The run in {path} learned from a table; this is for runs on images.",
            path=str(self.path),
        )

    @property
    def is_of_images(self) -> bool:
        """Whether the run learned from images."""
        try:
            return isinstance(self.any_job(), ImageJob)
        except InputError:
            return False

    def about(self) -> dict[str, Any]:
        """Return `name`, `created`, `members` and `versions`; a missing or damaged file is made
        good.

        `members` is how many networks are trained at once, 0 before that is known; `versions` those
        of the program and of the libraries that began the run, {} in runs of earlier versions.
        """
        try:
            values = json.loads(self.about_path.read_text(encoding="utf-8"))
            return {
                "name": str(values["name"]),
                "created": str(values["created"]),
                "members": int(values.get("members", 0)),
                "versions": {str(k): str(v) for k, v in dict(values.get("versions", {})).items()},
            }
        except (OSError, ValueError, KeyError, TypeError):
            return {"name": self.path.name, "created": "", "members": 0, "versions": {}}

    def rename(self, name: str) -> None:
        """Give the run another name; its folder stays where it is."""
        write_json(self.about_path, {**self.about(), "name": name})

    def set_members(self, members: int) -> None:
        """Write down how many networks are trained at once."""
        write_json(self.about_path, {**self.about(), "members": members})

    def outcome(self) -> Outcome | None:
        """Return why the run ended, None while it has not."""
        try:
            return Outcome.from_values(json.loads(self.outcome_path.read_text(encoding="utf-8")))
        except (AttributeError, OSError, TypeError, ValueError):
            return None

    def write_outcome(self, outcome: Outcome) -> None:
        write_json(self.outcome_path, outcome.to_values())

    def evaluation(self) -> dict[str, Any] | None:
        """Return what `core.evaluation` found, None before the end."""
        return read_json(self.evaluation_path)

    def verdict(self) -> dict[str, Any] | None:
        """Return what `core.verdict` found, None before the end and in runs of earlier versions."""
        return read_json(self.verdict_path)

    def baselines(self) -> dict[str, Any] | None:
        """Return how others do on the same folds, None where nobody asked."""
        return read_json(self.baselines_path)

    def learning_curve(self) -> dict[str, Any] | None:
        """Return what more samples would bring, None where nobody asked."""
        return read_json(self.learning_curve_path)

    def explanation(self) -> dict[str, Any] | None:
        """Return why the networks say what they say, None where nobody asked."""
        return read_json(self.explanation_path)

    def state(self) -> State:
        """Return the outcome's reason, or whether a process is still at work."""
        outcome = self.outcome()
        if outcome is not None:
            return outcome.reason
        return "running" if self.is_held else "interrupted"

    def held(self) -> AbstractContextManager[None]:
        """Hold the run for this process; raises InputError when another one works on it."""
        return held(self.path)

    @property
    def is_held(self) -> bool:
        """Whether a process works on the run."""
        return is_held(self.path)


def list_runs(folder: Path, others: Iterable[RunFolder] = ()) -> list[RunFolder]:
    """Return the runs in a folder, and others that are still there, the newest first."""
    inside = [RunFolder(path) for path in folder.iterdir()] if folder.is_dir() else []
    runs = [run for run in {*inside, *others} if run.exists]
    return sorted(runs, key=lambda run: (run.about()["created"], run.path.name), reverse=True)


def new_run_path(folder: Path, name: str) -> Path:
    """Return a path in `folder` that no run has yet."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    return _free_path(folder / f"{stamp}-{file_stem(name, 'run')}")


def _free_path(wanted: Path) -> Path:
    path, number = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.name}-{number}")
        number += 1
    return path
