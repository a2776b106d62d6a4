"""Small jobs by what judges them, and what the verbs around judging say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.events import Event, Failed, Finished, Notice
from core.job import Job, Judging
from core.parts import Parts, load_parts
from core.run_folder import RunFolder
from tests.core.small_runs import command, small_job

# those of the small table, which stands in a grid of 10 by 6 samples, 10 m apart
BLOCKS = Judging(protocol="blocks", block_size=25.0, buffer=12.0, folds=4)
HOLD_OUT = Judging(protocol="hold_out", test_part=0.2)
FOLDS = Judging(protocol="folds", folds=3)


def judged_by(table: Path, judging: Judging, **settings: Any) -> Job:
    return small_job(table, **settings).model_copy(update={"judging": judging})


def loaded(job: Job, folder: Path) -> Parts:
    return load_parts(job, lambda _: None, RunFolder(folder))


def notices_of(events: list[Event]) -> str:
    return " ".join(str(event.message) for event in events if isinstance(event, Notice))


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def told_by(events: list[Event]) -> dict[str, Any]:
    (end,) = [event for event in events if isinstance(event, Finished)]
    return end.values


def refusal(*words: object) -> str:
    """Return the one sentence that a command ends with, at exit code 2."""
    code, events = command(*words)
    assert code == 2
    (failed,) = [event for event in events if isinstance(event, Failed)]
    assert failed.traceback == ""
    return str(failed.message)
