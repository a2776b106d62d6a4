"""What was learned from: the table, its features with their values, and the classes."""

from __future__ import annotations

from typing import Any

from core.loading import read_labelled
from core.numbers import percent, three_digits
from core.report.content import Block, Facts, Note, Section, Table
from core.report.subject import Subject
from core.report.words import Words
from core.statistics import Statistics, describe
from datasets.columns import Table as Survey
from datasets.messages import InputError, Message, message


def data_section(subject: Subject) -> tuple[Section, list[Message]]:
    """Tell of the data of a run on a table, and what there is to say of reading it again."""
    words = subject.words
    survey, reason = _read_again(subject)
    blocks: list[Block] = [Facts(_facts(subject))]
    if survey is None:
        blocks.append(Note(words.say(reason, name=subject.card["data"]["source"])))
    blocks += [_features(subject, survey), classes_table(subject)]
    return Section(words.card["data"], tuple(blocks)), _notices(subject, reason)


def _read_again(subject: Subject) -> tuple[Survey | None, str]:
    """Return the table, or None and why nothing can be said of its values."""
    data = subject.run.survey_job().data
    try:
        survey = read_labelled(data.table, data.reading).table
    except InputError:
        return None, "table gone"
    known = subject.card["data"]["fingerprint"]
    return (None, "table changed") if known not in ("", survey.fingerprint) else (survey, "")


def _notices(subject: Subject, reason: str) -> list[Message]:
    name = subject.card["data"]["source"]
    said = {
        "table gone": message(
            "The data of the run, {name}, cannot be read any more; the report says nothing of "
            "their values.",
            name=name,
        ),
        "table changed": message(
            "The data in {name} have changed since the run; the report says nothing of their "
            "values.",
            name=name,
        ),
    }
    return [said[reason]] if reason else []


def _facts(subject: Subject) -> tuple[tuple[str, str], ...]:
    words, data = subject.words, subject.card["data"]
    labelled = sum(each["samples"] for each in subject.card["classes"])
    source = words.head("points", name=data["deposits"]) if data["deposits"] else ""
    known = {
        "file": data["source"],
        "rows": f"{data['rows']:,}",
        "labelled": f"{labelled:,}",
        "classes from": source or words.head("column", name=data["target"]),
        "crs": data["crs"],
        "area": _area(data["bounds"], words),
    }
    return tuple((words.head(key), value) for key, value in known.items() if value)


def _area(bounds: list[float] | None, words: Words) -> str:
    if bounds is None:
        return ""
    edges = zip(("left", "bottom", "right", "top"), bounds, strict=True)
    return words.head("area of", **{edge: f"{value:.10g}" for edge, value in edges})


def _features(subject: Subject, survey: Survey | None) -> Table:
    words, features = subject.words, subject.card["data"]["features"]
    heads = [words.card["feature"], words.card["unit"]]
    if survey is not None:
        numbers = ("values", "below", "missing", "minimum", "median", "maximum")
        heads += [words.head(key) for key in numbers]
    rows = [
        (each["name"], each["unit"] or "–", *_numbers(survey, each["name"])) for each in features
    ]
    return Table(words.head("features"), tuple(heads), tuple(rows), texts=2)


def _numbers(survey: Survey | None, name: str) -> tuple[str, ...]:
    if survey is None:
        return ()
    found = _described(survey, name)
    below = percent(found.below / found.count) if found.count else "–"
    plain = found.plain
    values = (plain.minimum, plain.median, plain.maximum)
    told = (three_digits(value) if value == value else "–" for value in values)
    return (f"{found.count:,}", below, f"{found.missing:,}", *told)


def _described(survey: Survey, name: str) -> Statistics:
    column = survey.column(name)
    return describe(column.values, column.censored, column.above)


def classes_table(subject: Subject) -> Table:
    """Return how many samples of each class there are, and how often it was named."""
    words = subject.words
    rows: list[tuple[Any, ...]] = [
        (each["name"], f"{each['samples']:,}", f"{each['predicted']:,}")
        for each in subject.card["classes"]
    ]
    heads = tuple(words.card[key] for key in ("class", "samples", "predicted"))
    return Table(words.card["classes"], heads, tuple(rows))
