"""How the data were prepared, and the network and its training, with the curve of its losses."""

from __future__ import annotations

from core.comparing_curves import curves_of
from core.model_export.card_text import settings_of
from core.numbers import duration, three_digits
from core.outcome import Outcome
from core.report.content import Block, Facts, Section
from core.report.plots import loss_figure
from core.report.subject import Subject
from core.report.words import Words


def preparation_section(subject: Subject) -> Section:
    """Tell how the values were prepared."""
    words = subject.words
    pairs = tuple(settings_of(subject.card, "preparation", words.language))
    return Section(words.card["preparation"], (Facts(pairs),))


def network_section(subject: Subject) -> Section:
    """Tell what was trained, how, and why it ended."""
    words = subject.words
    pairs = [
        pair
        for section in ("network", "training")
        for pair in settings_of(subject.card, section, words.language)
    ]
    outcome = subject.run.outcome()
    if outcome is not None:
        pairs += _ended(outcome, words)
    blocks: list[Block] = [Facts(tuple(pairs))]
    figure = loss_figure(curves_of(subject.run), words)
    if figure is not None:
        blocks.append(figure)
    return Section(words.head("network and training"), tuple(blocks))


def _ended(outcome: Outcome, words: Words) -> list[tuple[str, str]]:
    reason = words.say(f"ended {outcome.reason}")
    if outcome.members > 1 and not outcome.is_cnn:
        met = words.say("networks met", met=f"{outcome.met:,}", members=f"{outcome.members:,}")
        reason = words.say("besides").join((reason, met))
    said = [(words.head("ended"), reason)]
    if outcome.epoch:
        said.append((words.head("epochs trained"), f"{outcome.epoch:,}"))
    losses = (
        ("training loss", outcome.training_loss),
        ("validation loss", outcome.validation_loss),
    )
    said += [(words.head(key), three_digits(loss)) for key, loss in losses if loss is not None]
    if outcome.seconds:
        said.append((words.head("duration"), duration(outcome.seconds)))
    return said
