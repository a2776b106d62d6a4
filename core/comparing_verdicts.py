"""What several runs are worth beside each other, and by how much one is better than the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.comparing_held_out import Heard, heard_by
from core.comparing_units import units_of
from core.image_job import ImageJob
from core.job_file import AnyJob
from core.run_folder import RunFolder
from core.verdict.differences import figures_of, paired_differences
from core.verdict.intervals import Interval
from core.verdict.resampling import LEVEL
from datasets.messages import InputError, Message, message

Figures = dict[str, Interval]
# of these every sample is held out by itself or with its group, whatever the seed
_SEEDLESS = ("leave_one_out", "leave_one_group_out")


@dataclass(frozen=True)
class Compared:
    """What came out for one run.

    Attributes
    ----------
    verdict
        "protocol" (None for images), "units", "resampled", "samples", "correct" and "figures" as
        in verdict.json; None where no held-out sample was judged.
    difference
        Each figure of this run less that of the first, on the same samples, with intervals; None
        where that is not known, and for the first run.
    apart
        Why there is no difference; None where there is one, and for the first run.
    """

    verdict: dict[str, Any] | None
    difference: Figures | None = None
    apart: Message | None = None

    def to_values(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "verdict": self.verdict,
            "difference": self.difference,
            "apart": asdict(self.apart) if self.apart is not None else None,
        }


@dataclass(frozen=True)
class _Run:
    """A run with what is read of it once."""

    name: str
    job: AnyJob
    verdict: dict[str, Any] | None
    heard: Heard | None

    @property
    def protocol(self) -> dict[str, Any]:
        found: dict[str, Any] = (self.verdict or {}).get("protocol", {})
        return found


def compare_verdicts(
    runs: Sequence[RunFolder],
    names: Sequence[str],
    told: Callable[[int], None] = lambda done: None,
) -> list[Compared]:
    """Return what each run is worth, and its differences to the first one.

    Parameters
    ----------
    names
        What the sentences call each run.
    told
        Is told how many runs are done.

    Raises
    ------
    InputError
        When the predictions of a run are damaged.
    """
    found: list[Compared] = []
    first: _Run | None = None
    for done, (folder, name) in enumerate(zip(runs, names, strict=True)):
        told(done)
        run = _Run(name, folder.any_job(), folder.verdict(), heard_by(folder))
        brief = _brief(run)
        if first is None:
            first = run
            found.append(Compared(brief))
        else:
            found.append(_beside(first, run, brief))
    return found


def _brief(run: _Run) -> dict[str, Any] | None:
    """Return what the verdict of a run says, of images what their predictions do."""
    verdict, heard = run.verdict, run.heard
    if verdict is not None:
        held_out = verdict["held_out"]
        whole = {key: verdict[key] for key in ("protocol", "units", "resampled", "level")}
        return {**whole, **{key: held_out[key] for key in ("samples", "correct", "figures")}}
    if heard is None or not isinstance(run.job, ImageJob):
        return None
    told = heard.alone()
    return {
        "protocol": None,
        "units": told.size,
        "resampled": "samples",
        "level": LEVEL,
        "samples": told.size,
        "correct": int(told.is_right.sum()),
        "figures": figures_of(told, run.job.training.seed),
    }


def _beside(first: _Run, run: _Run, brief: dict[str, Any] | None) -> Compared:
    apart = _why_apart(first, run)
    if apart is not None or first.heard is None or run.heard is None:
        return Compared(brief, apart=apart)
    try:
        units = _units(first, first.heard)
    except InputError as error:
        # without its table nobody knows which samples belong together
        return Compared(brief, apart=error.message)
    ours, theirs = run.heard.resampled_by(units), first.heard.resampled_by(units)
    return Compared(brief, paired_differences(ours, theirs, first.job.training.seed))


def _why_apart(first: _Run, run: _Run) -> Message | None:
    """Return why two runs cannot be compared sample by sample, None where they can."""
    names = {"first": first.name, "second": run.name}
    for each in (first, run):
        if each.heard is None or (each.verdict is None and not isinstance(each.job, ImageJob)):
            return message(
                "“{first}” has no verdict yet, so there is nothing to compare it by.",
                first=each.name,
            )
    if "second_file" in (first.protocol.get("name"), run.protocol.get("name")):
        return message(
            "Of a second file no single answers are kept, so only the intervals can be held "
            "against those of “{first}”: “{second}”.",
            **names,
        )
    if not (_has_same_source(first.job, run.job) and _is_same(first.heard, run.heard)):
        return message(
            "Judged on other samples than “{first}”, so only the intervals can be held against "
            "each other: “{second}”.",
            **names,
        )
    if _division(first) != _division(run):
        return message(
            "Judged on the same samples as “{first}” but divided otherwise, so only the intervals "
            "can be held against each other: “{second}”.",
            **names,
        )
    return None


def _has_same_source(one: AnyJob, other: AnyJob) -> bool:
    if isinstance(one, ImageJob) or isinstance(other, ImageJob):
        images = [job.images for job in (one, other) if isinstance(job, ImageJob)]
        marks = [(each.fingerprint, each.source) for each in images]
        return len(marks) == 2 and _is_same_mark(*marks)
    if (one.data.target, one.data.reading) != (other.data.target, other.data.reading):
        return False
    data = (one.data, other.data)
    return _is_same_mark(*((each.fingerprint, each.table) for each in data))


def _is_same_mark(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether fingerprints agree; where one is not known, whether the places do."""
    return one[0] == other[0] if one[0] and other[0] else one[1] == other[1]


def _is_same(one: Heard | None, other: Heard | None) -> bool:
    return one is not None and other is not None and one.is_of_same_samples(other)


def _division(run: _Run) -> tuple[Any, ...]:
    """Return all that decides which held-out samples belong to which fold."""
    job = run.job
    if isinstance(job, ImageJob):
        return (job.preparation.folds, job.training.seed if job.preparation.folds else None)
    protocol = {key: value for key, value in run.protocol.items() if key != "test_part"}
    is_drawn = protocol["folds"] > 1 and protocol["name"] not in _SEEDLESS
    seed = job.training.seed if is_drawn else None
    return (protocol, job.data.group, run.verdict and run.verdict["resampled"], seed)


def _units(run: _Run, heard: Heard) -> NDArray[np.int64]:
    """Return what is drawn together: groups, blocks, or each sample by itself."""
    verdict = run.verdict
    if verdict is None or verdict["resampled"] == "samples" or isinstance(run.job, ImageJob):
        return np.arange(len(heard.rows))
    return units_of(run.job, verdict["protocol"]["block_size"], heard.rows)
