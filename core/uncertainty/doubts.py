"""What a run does not know: classes that it cannot exclude, rows that it never saw the like of."""

from __future__ import annotations

from dataclasses import dataclass

from core.events import Notice, TaskProgress
from core.job_sections.judging import Judging
from core.judging import Judged
from core.parts import Parts
from core.reporting import Reporter
from core.uncertainty.conformal import SetRule
from core.uncertainty.run_sets import RunSets, sets_of_run
from core.uncertainty.run_unlike import RunUnlike, unlike_of_run
from core.uncertainty.unlike import UnlikeRule, marked_notice
from datasets.messages import Message, message


@dataclass(frozen=True)
class Doubts:
    """Prediction sets of a run, and its rows that are unlike the training samples.

    Attributes
    ----------
    sets, unlike
        None where there were no samples to find them with, or nobody asked.
    """

    sets: RunSets | None
    unlike: RunUnlike | None

    @property
    def set_rule(self) -> SetRule | None:
        return self.sets.rule if self.sets is not None else None

    @property
    def unlike_rule(self) -> UnlikeRule | None:
        return self.unlike.rule if self.unlike is not None else None


def find_doubts(
    judged: Judged, parts: Parts, judging: Judging, seed: int, report: Reporter
) -> Doubts:
    """Find prediction sets and unlike rows, tell of them, and add both to the evaluation."""
    report(TaskProgress(message("Finding what is not known"), 0, 1))
    sets = sets_of_run(judged, parts, judging.level)
    unlike = unlike_of_run(parts, judging.unknown, seed)
    notices: tuple[Message, ...] = ()
    if sets is not None:
        judged.evaluation["sets"] = sets.evaluation
        notices += sets.rule.notices(parts.dataset.class_names)
    if unlike is not None:
        judged.evaluation["unknown"] = unlike.evaluation
        rows = unlike.evaluation["rows"]
        notices += (*unlike.rule.notices, *marked_notice(rows["marked"], rows["samples"]))
    for notice in notices:
        report(Notice(notice))
    return Doubts(sets, unlike)
