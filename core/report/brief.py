"""What a report begins with: what was done, what came of it, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.evaluation import held_out_part
from core.model_export.card_text import card_about
from core.numbers import percent, three_digits
from core.report.content import Block, Facts, Note, Paragraph, Section
from core.report.figures import short
from core.report.subject import Subject
from core.report.words import Words
from core.verdict_meaning import MAIN, chance_of, doubts_of, learned_of
from core.verdict_values import ends_of, value_of


def brief_section(subject: Subject) -> Section:
    """Say in a few sentences what the run is and what it is worth."""
    words, card = subject.words, subject.card
    blocks: list[Block] = [Paragraph(card_about(card, words.card))]
    if card["data"].get("synthetic"):
        blocks.append(Note(words.card["synthetic"]))
    blocks += _worth(subject)
    blocks.append(Facts(_facts(subject)))
    return Section(words.head("brief"), tuple(blocks))


def _worth(subject: Subject) -> list[Block]:
    words, verdict = subject.words, subject.verdict
    if verdict is None:
        return _worth_without(subject)
    how = protocol_sentence(verdict, words, of_images=subject.is_of_images)
    said = words.joined(how, accuracy_sentence(verdict, words))
    notes = [Note(sentence) for sentence in doubt_sentences(verdict, words)]
    return [Paragraph(said), *notes]


def _worth_without(subject: Subject) -> list[Block]:
    """Say what runs without verdict.json know: those that held nothing out, and old ones."""
    words, evaluation = subject.words, subject.evaluation
    nothing = Note(words.card["not judged"])
    if not evaluation:
        return [nothing]
    held_out, training = held_out_part(evaluation), evaluation["training"]
    if not held_out["samples"]:
        return [Paragraph(words.say("learned right", **_counted(training))), nothing]
    said: list[Block] = [Paragraph(words.say("right", **_counted(held_out)))]
    chose = evaluation.get("held_out_chose") and not (evaluation.get("test") or {}).get("samples")
    return [*said, Note(words.say("chose"))] if chose else said


def _counted(part: Mapping[str, Any]) -> dict[str, str]:
    return {"correct": f"{part['correct']:,}", "samples": f"{part['samples']:,}"}


def protocol_sentence(verdict: Mapping[str, Any], words: Words, *, of_images: bool = False) -> str:
    """Say which samples the network was judged on, and why it had not seen them."""
    protocol = verdict["protocol"]
    of_source = of_images and protocol["name"] == "second_file"
    said = words.say(
        "by test images" if of_source else f"by {protocol['name']}",
        samples=f"{verdict['held_out']['samples']:,}",
        folds=protocol.get("folds") or 0,
        units=f"{verdict['units']:,}",
        percent=percent(protocol.get("test_part") or 0.0),
        size=length(protocol, "block_size"),
    )
    if not protocol.get("buffer"):
        return said
    buffered = three_digits(protocol.get("buffered") or 0)
    buffer = words.say("buffered", buffer=length(protocol, "buffer"), buffered=buffered)
    return words.joined(said, buffer)


def accuracy_sentence(verdict: Mapping[str, Any], words: Words) -> str:
    """Say what the balanced accuracy is, and what chance and the training samples give."""
    figure, learned = verdict["held_out"]["figures"][MAIN], learned_of(verdict)
    value, ends = value_of(figure), ends_of(figure)
    if value is None:
        return words.say("no accuracy")
    key = {
        (True, True): "accuracy with both",
        (True, False): "accuracy with interval",
        (False, True): "accuracy with training",
        (False, False): "accuracy alone",
    }[ends is not None, learned is not None]
    low, high = ends or (None, None)
    return words.say(
        key,
        value=short(value),
        level=percent(verdict["level"]),
        low=short(low),
        high=short(high),
        chance=short(chance_of(verdict)),
        training=short(learned),
    )


def doubt_sentences(verdict: Mapping[str, Any], words: Words) -> list[str]:
    """Return what makes the figures worth less than they seem, a sentence each."""
    return [words.say(key, units=f"{verdict['units']:,}") for key in doubts_of(verdict)]


def length(protocol: Mapping[str, Any], key: str) -> str:
    """Write a length in the unit of the coordinates: ``12,000 m``, ``0.5°``."""
    text, unit = three_digits(protocol.get(key) or 0.0), protocol.get("unit", "")
    return f"{text}{unit}" if unit == "°" else f"{text} {unit}".rstrip()


def _facts(subject: Subject) -> tuple[tuple[str, str], ...]:
    words, card = subject.words, subject.card
    network = card["network"].get("layers") or card["network"].get("name") or "–"
    return (
        (words.head("run"), card["name"]),
        (words.head("date"), card["date"][:10] or "–"),
        (words.head("file"), card["data"]["source"]),
        (words.card["classes"], words.say("list").join(subject.class_names)),
        (words.card["network"], str(network)),
    )
