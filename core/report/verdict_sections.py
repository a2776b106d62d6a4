"""How a run was judged, and what came of it: figures, confusion matrix, curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.evaluation import held_out_part
from core.model_export.card_text import figure_text, figures_of, judged_sentence
from core.model_export.card_words import SETTINGS
from core.numbers import percent
from core.report.brief import doubt_sentences, length, protocol_sentence
from core.report.content import Block, Facts, Note, Paragraph, Section, Table
from core.report.plots import calibration_figure, class_curves_figure, success_figure
from core.report.subject import Subject
from core.report.words import Words

MAIN = ("balanced_accuracy", "macro_f1", "kappa", "mcc", "auc", "accuracy")
OF_CLASS = ("precision", "recall", "f1", "auc")
# classes above which a matrix is too wide for a page, and pairs that are listed then
MOST_CLASSES, MOST_PAIRS = 16, 20
# letters of names that fit over a column of the matrix
SHORT = 3
Values = Mapping[str, Any]


def judging_section(subject: Subject) -> Section | None:
    """Tell by which samples the network was judged, and what its intervals mean.

    None for runs without verdict.json, of which "in brief" and the figures say all.
    """
    words, verdict = subject.words, subject.verdict
    title = words.head("judging")
    if verdict is None:
        return None
    said = protocol_sentence(verdict, words, of_images=subject.is_of_images)
    intervals = words.say(
        "intervals",
        level=percent(verdict["level"]),
        units=f"{verdict['units']:,}",
        resampled=words.say(f"of {verdict['resampled']}"),
        resamples=f"{verdict['resamples']:,}",
    )
    facts = _protocol_facts(verdict["protocol"], words)
    return Section(title, (Paragraph(words.joined(said, intervals)), Facts(facts)))


def _protocol_facts(protocol: Values, words: Words) -> tuple[tuple[str, str], ...]:
    facts = [(words.head("method"), words.protocol(protocol["name"]))]
    if protocol.get("folds"):
        facts.append((SETTINGS[words.language]["folds"], f"{protocol['folds']:,}"))
    facts += [
        (words.head(head), length(protocol, key))
        for head, key in (("block size", "block_size"), ("buffer", "buffer"))
        if protocol.get(key)
    ]
    return tuple(facts)


def verdict_section(subject: Subject) -> Section | None:
    """Tell what the network is worth; None where nothing is known of it."""
    words, verdict = subject.words, subject.verdict
    title = words.card["verdict"]
    if verdict is None:
        blocks = _without_verdict(subject)
        return Section(title, blocks) if blocks else None
    held_out = verdict["held_out"]
    blocks = (
        *(Note(said) for said in doubt_sentences(verdict, words)),
        _main_table(verdict, words),
        _class_table(verdict, words),
        confusion_table(verdict["classes"], held_out["confusion"], words),
    )
    drawn = (
        class_curves_figure(held_out, verdict["classes"], words),
        calibration_figure(held_out, words),
        success_figure(held_out, verdict["classes"], words),
    )
    return Section(title, (*blocks, *(figure for figure in drawn if figure is not None)))


def _without_verdict(subject: Subject) -> tuple[Block, ...]:
    """Return what runs of earlier versions counted of the samples that judge."""
    evaluation = subject.evaluation
    part = held_out_part(evaluation) if evaluation else None
    if part is None or not part["samples"]:
        return ()
    words, verdict = subject.words, subject.card["verdict"]
    matrix = confusion_table(evaluation["classes"], part["confusion"], words)
    if verdict is not None:
        heads, rows = figures_of(verdict, words.language)
        caption = words.head("main figures", level=percent(verdict["level"]))
        said = judged_sentence(verdict, words.language)
        return Paragraph(said), Table(caption, heads, rows), matrix
    said = words.say("right", correct=f"{part['correct']:,}", samples=f"{part['samples']:,}")
    return Paragraph(said), matrix


def _main_table(verdict: Values, words: Words) -> Table:
    held_out, training = verdict["held_out"]["figures"], verdict["training"]
    learned = training["figures"] if training else {}
    rows = [
        (words.card[key], figure_text(held_out.get(key), words.card),
         figure_text(learned.get(key), words.card))
        for key in MAIN
    ]  # fmt: skip
    heads = (words.card["figure"], words.card["held out"], words.card["of training"])
    caption = words.head("main figures", level=percent(verdict["level"]))
    return Table(caption, heads, tuple(rows))


def _class_table(verdict: Values, words: Words) -> Table:
    heads = (
        words.card["class"], words.head("known"), words.head("named"),
        *(words.card[key] for key in OF_CLASS),
    )  # fmt: skip
    rows = [
        (each["name"], f"{each['samples']:,}", f"{each['predicted']:,}",
         *(_on_two_lines(each.get(key), words) for key in OF_CLASS))
        for each in verdict["held_out"]["per_class"]
    ]  # fmt: skip
    caption = words.head("class figures", level=percent(verdict["level"]))
    return Table(caption, heads, tuple(rows))


def _on_two_lines(figure: Values | None, words: Words) -> str:
    """Write a figure over its interval: four of them beside each other fit a page so."""
    return "\n".join(figure_text(figure, words.card).replace("（", " （").split(" ", 1))


def confusion_table(names: Sequence[str], counts: Sequence[Sequence[int]], words: Words) -> Table:
    """Return the confusion matrix, of many classes the pairs that are confused most."""
    if len(names) > MOST_CLASSES:
        return _confused(names, counts, words)
    are_short = all(len(name) <= SHORT for name in names)
    marks = list(names) if are_short else [str(number) for number in range(1, len(names) + 1)]
    firsts = names if are_short else [f"{m}  {n}" for m, n in zip(marks, names, strict=True)]
    rows = tuple(
        (first, *(f"{count:,}" if count else "·" for count in row))
        for first, row in zip(firsts, counts, strict=True)
    )
    shades = tuple((None, *_shares(row)) for row in counts)
    caption = words.head("confusion" if are_short else "confusion by number")
    return Table(caption, (words.head("is"), *marks), rows, shades=shades)


def _shares(row: Sequence[int]) -> tuple[float | None, ...]:
    total = sum(row)
    return tuple(count / total if count else None for count in row)


def _confused(names: Sequence[str], counts: Sequence[Sequence[int]], words: Words) -> Table:
    pairs = [
        (count, one, other)
        for one, row in enumerate(counts)
        for other, count in enumerate(row)
        if count and one != other
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    rows = tuple(
        (names[one], names[other], f"{count:,}") for count, one, other in pairs[:MOST_PAIRS]
    )
    heads = (words.head("is"), words.head("taken for"), words.head("count"))
    return Table(words.head("confused"), heads, rows, texts=2)
