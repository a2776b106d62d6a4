"""The anomaly thresholds that the project of a run decided for."""

from __future__ import annotations

from collections.abc import Iterator

from core.numbers import percent, three_digits
from core.report.content import Block, Note, Section, Table
from core.report.subject import Subject
from core.report.words import Words
from core.thresholds.kept import KeptThreshold
from core.thresholds.words import recipe_in, words_of


def threshold_section(subject: Subject) -> Section | None:
    """Tell of the thresholds; None where the run has no project, or that has none."""
    words, project = subject.words, subject.project
    if project is None or not project.thresholds:
        return None
    kept = list(project.thresholds.values())
    keys = ("of element", "method", "group", "threshold", "above")
    rows = tuple(row for each in kept for row in _rows(each, words))
    heads = tuple(words.head(key) for key in keys)
    title = words.head("thresholds")
    blocks: list[Block] = [Table(title, heads, rows, texts=3)]
    known = subject.card["data"]["fingerprint"]
    if any(each.fingerprint not in ("", known) for each in kept):
        blocks.append(Note(words.say("other table")))
    return Section(title, tuple(blocks))


def _rows(kept: KeptThreshold, words: Words) -> Iterator[tuple[str, ...]]:
    """Give a row for each group; the samples above are counted over all of them."""
    recipe = recipe_in(kept.settings, words_of(words.language))
    share = percent(kept.anomalous / kept.judged) if kept.judged else "–"
    above = f"{kept.anomalous:,} / {kept.judged:,} ({share})"
    for number, (group, value) in enumerate(kept.values.items()):
        threshold = f"{three_digits(value)} {kept.unit}".rstrip()
        first = number == 0
        names = words.say("list").join(kept.columns)
        yield (names if first else "", recipe if first else "", group or "–", threshold,
               above if first else "")  # fmt: skip
