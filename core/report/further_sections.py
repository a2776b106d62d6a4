"""What was asked of a run later: other methods, a learning curve; and what it does not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.model_export.card_text import figure_text
from core.numbers import percent, three_digits
from core.report.content import Block, Note, Paragraph, Section, Table
from core.report.figures import short
from core.report.plots import learning_figure
from core.report.subject import Subject
from core.report.words import Words
from core.verdict_meaning import (
    KEY,
    judged_methods,
    last_step,
    lead,
    score_of,
    standing,
    trend,
)
from core.verdict_values import value_of

# what is shown beside the figure by which methods are compared
BESIDE = "balanced_accuracy"
Row = Mapping[str, Any]


def methods_section(subject: Subject) -> Section | None:
    """Hold the network against other methods; None where nobody asked."""
    baselines, words = subject.run.baselines(), subject.words
    if baselines is None:
        return None
    rows = baselines["of"]
    network, others = judged_methods(rows)
    blocks: list[Block] = []
    if network is not None and others:
        better, said = _compared(network, others, words)
        blocks.append(Note(said) if better else Paragraph(said))
    heads = (words.head("method"), words.card[KEY], words.card[BESIDE],
             words.head("difference"), words.head("standing"))  # fmt: skip
    caption = words.head("methods caption", level=percent(baselines["level"]))
    blocks.append(Table(caption, heads, tuple(_row(each, words) for each in rows)))
    return Section(words.head("methods"), tuple(blocks))


def _row(row: Row, words: Words) -> tuple[str, ...]:
    name = words.method(row["name"])
    if row.get("failed"):
        return (name, "–", "–", "–", words.head("failed"))
    ahead = lead(row)
    word = words.head(standing(ahead)) if ahead is not None else ""
    figures = (figure_text(row["figures"].get(key), words.card) for key in (KEY, BESIDE))
    return (name, *figures, figure_text(ahead, words.card).replace("-", "−") if ahead else "", word)


def _compared(network: Row, others: Sequence[Row], words: Words) -> tuple[bool, str]:
    """Return whether another method is better, and the sentence on the one that matters most."""
    by_standing = {
        which: [row for row in others if standing(lead(row)) == which]
        for which in ("better", "unclear", "worse")
    }
    if by_standing["better"]:
        key, row = "method better", by_standing["better"][0]
    elif by_standing["unclear"]:
        key, row = "method unclear", by_standing["unclear"][0]
    else:
        key, row = "network better", max(others, key=lambda each: score_of(each) or 0.0)
    values = {"theirs": short(score_of(row)), "ours": short(score_of(network))}
    said = words.say(key, method=words.method(row["name"]), **values)
    return key == "method better", said


def learning_section(subject: Subject) -> Section | None:
    """Tell whether more samples would help; None where nobody asked."""
    learning, words = subject.run.learning_curve(), subject.words
    if learning is None:
        return None
    blocks: list[Block] = [Paragraph(_learning_sentence(learning, words))]
    figure = learning_figure(learning, words, percent(learning["level"]))
    if figure is not None:
        blocks.append(figure)
    return Section(words.head("learning curve"), tuple(blocks))


def _learning_sentence(learning: Row, words: Words) -> str:
    step = last_step(learning)
    if step is None:
        return words.say("too few points")
    before, last = step
    return words.say(
        trend(before, last),
        few=f"{before['samples']:,.0f}",
        samples=f"{last['samples']:,.0f}",
        low=short(value_of(before["held_out"])),
        high=short(value_of(last["held_out"])),
    )


def doubts_section(subject: Subject) -> Section | None:
    """Tell of prediction sets and unknown rows; None where neither was looked for."""
    evaluation, words = subject.evaluation, subject.words
    blocks: list[Block] = []
    if "sets" in evaluation:
        blocks += _sets(evaluation["sets"], words)
    if "unknown" in evaluation:
        blocks += _unknown(evaluation["unknown"], words)
    return Section(words.head("doubts"), tuple(blocks)) if blocks else None


def _sets(sets: Row, words: Words) -> list[Block]:
    level = percent(sets["level"])
    if not sets["checked"] or sets.get("coverage") is None:
        return [Note(words.say("sets unchecked", level=level))]
    said = words.say(
        "sets",
        coverage=percent(sets["coverage"]),
        low=percent(sets["low"]),
        high=percent(sets["high"]),
        level=level,
        size=three_digits(sets["size"]),
    )
    return [Paragraph(said)] if sets["holds"] else [Paragraph(said), Note(words.say("sets fail"))]


def _unknown(unknown: Row, words: Words) -> list[Block]:
    rows, held_out = unknown["rows"], unknown["held_out"]
    said = words.say(
        "unknown",
        marked=f"{rows['marked']:,}",
        rows=f"{rows['samples']:,}",
        share=percent(rows["share"] or 0.0),
        held_out=percent(held_out["share"] or 0.0),
    )
    # runs of earlier versions compared no files
    second = unknown.get("second_file")
    if second is None or not second["unlike"]:
        return [Paragraph(said)]
    apart = {name: three_digits(second[name]) for name in ("distance", "threshold")}
    return [Paragraph(said), Note(words.say("second file unlike", **apart))]
