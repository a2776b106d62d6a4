"""The run that a report is of, with all of its files that several sections need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from core.image_job import ImageJob
from core.job_file import AnyJob
from core.model_export.card import model_card
from core.project import SUFFIX, Project, read_project
from core.report.words import Words
from core.run_folder import RunFolder
from core.versions import versions
from datasets.messages import InputError

# what the folder of the runs of a project ends in
_RUNS = ".runs"


@dataclass(frozen=True)
class Subject:
    """A finished run and how it is told of.

    Attributes
    ----------
    run, words
        The run, and the language.
    project
        The project that the run belongs to; None where there is none.
    colours
        Colours that somebody chose for classes, as ``#rrggbb``.
    """

    run: RunFolder
    words: Words
    project: Project | None = None
    colours: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def card(self) -> dict[str, Any]:
        """What the model card says; raises InputError when the run has no result."""
        return model_card(self.run, versions())

    @cached_property
    def job(self) -> AnyJob:
        return self.run.any_job()

    @cached_property
    def verdict(self) -> dict[str, Any] | None:
        """What verdict.json holds, None where nothing was held out and in old runs."""
        return self.run.verdict()

    @cached_property
    def evaluation(self) -> dict[str, Any]:
        return self.run.evaluation() or {}

    @property
    def is_of_images(self) -> bool:
        return isinstance(self.job, ImageJob)

    @property
    def class_names(self) -> list[str]:
        return [each["name"] for each in self.card["classes"]]


def project_of(run: RunFolder) -> Project | None:
    """Return the project whose folder the run lies in, None where there is none to be read."""
    above = run.path.resolve().parent
    if above.suffix != _RUNS:
        return None
    return _read(above.with_suffix(SUFFIX))


def _read(path: Path) -> Project | None:
    """A damaged project has no say in a report of a run that is sound."""
    try:
        return read_project(path) if path.is_file() else None
    except InputError:
        return None
