"""Why a network says what it says: which elements it needs, and what speaks for each class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.model_export.card_text import figure_text
from core.report.content import Block, Paragraph, Section, Table
from core.report.figures import short
from core.report.subject import Subject
from core.report.words import Words

# rows of the importance, and elements that are named of each class
MOST_ELEMENTS, MOST_NAMED = 30, 5
Values = Mapping[str, Any]


def why_section(subject: Subject) -> Section | None:
    """Tell what explanation.json holds; None where nobody asked."""
    found, words = subject.run.explanation(), subject.words
    if found is None or "importance" not in found:
        return None
    blocks: list[Block] = [_importance(found, words)]
    if found["attributions"] is None:
        blocks.append(Paragraph(words.say("no gradient")))
    else:
        blocks.append(_attributions(found["attributions"], words))
    return Section(words.head("why"), tuple(blocks))


def _importance(found: Values, words: Words) -> Table:
    importance = found["importance"]
    ranked = sorted(importance["elements"], key=lambda each: -(each["macro_f1"]["value"] or 0.0))
    rows = [_drop(each["name"], each, words) for each in ranked[:MOST_ELEMENTS]]
    for group in importance["groups"]:
        names = words.say("list").join(group["names"])
        rows.append(_drop(words.head("together", names=names), group, words))
    heads = (words.head("of element"), words.head("fall"), words.head("members"),
             words.head("balanced fall"))  # fmt: skip
    caption = words.head(
        "window importance caption" if found.get("window") else "importance caption",
        samples=f"{importance['samples']:,}",
        repeats=found["repeats"],
    )
    return Table(caption, heads, tuple(rows))


def _drop(name: str, drops: Values, words: Words) -> tuple[str, ...]:
    first = drops["macro_f1"]
    return (
        name,
        figure_text(first, words.card).replace("-", "−"),
        short(first["members"]),
        short(drops["balanced_accuracy"]["value"]),
    )


def _attributions(found: Values, words: Words) -> Table:
    rows = tuple(
        (each["name"], _largest(found["names"], each, words))
        for each in found["classes"]
        if each["samples"]
    )
    heads = (words.card["class"], words.head("contributions"))
    return Table(words.head("attributions"), heads, rows, texts=2)


def _largest(names: list[str], of_class: Values, words: Words) -> str:
    """Name what contributes most: ``Cu +0.31 ± 0.04, Zn −0.10 ± 0.02``."""
    means, spreads = of_class["mean"], of_class["mean_spread"]
    ranked = sorted(range(len(names)), key=lambda place: -abs(means[place] or 0.0))[:MOST_NAMED]
    told = []
    for place in ranked:
        text = f"{names[place]} {means[place] or 0.0:+.2f}".replace(" -", " −")
        spread = spreads[place]
        told.append(text if spread is None else f"{text} ± {spread:.2f}")
    return words.say("list").join(told)
