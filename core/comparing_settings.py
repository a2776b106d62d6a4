"""Which settings differ between the jobs of several runs, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic import BaseModel

from core.job_file import AnyJob
from core.job_sections.declaring import Section
from core.numbers import NOTHING, count, in_field
from datasets.messages import message

Say = Callable[[str], str]

SECTIONS = {
    "data": message("Data"),
    "images": message("Images"),
    "preparation": message("Preparation"),
    "judging": message("Judging"),
    "window": message("Window"),
    "augmentation": message("Augmentation"),
    "network": message("Network"),
    "training": message("Training"),
}
ON, OFF = message("on"), message("off")
# fields whose entries take the values of another field of their section
_ENTRIES_OF = {"censored_of": "censored"}
# digits of a fingerprint that tell two apart
_DIGITS = 12
# more features than these are counted, and only those named that not all jobs have
_MOST_LISTED = 6


@dataclass(frozen=True)
class SettingDifference:
    """A setting that is not the same in all jobs.

    Attributes
    ----------
    section, field
        Its place in a job file; parts of a field are joined by dots.
    heading, label
        What section and field are called on screen.
    values
        Plain value in each job; None where the job has no such setting or it has no effect there.
    words
        The values as they are read, with their unit; a dash for None.
    """

    section: str
    field: str
    heading: str
    label: str
    values: tuple[Any, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Setting:
    """One setting of one job: what it is called, its value, and that in words."""

    label: str
    value: Any
    words: str


def settings_differences(
    jobs: Sequence[AnyJob], say: Say = lambda text: text
) -> list[SettingDifference]:
    """Return the settings that differ, in the order of the sections and their declared fields.

    Parameters
    ----------
    jobs
        Of any kinds: what a kind lacks has no value there.
    say
        Translates a declared text; as declared, these are English.
    """
    all_settings = [_settings_of(job, say) for job in jobs]
    places = dict.fromkeys(chain.from_iterable(all_settings))
    order = list(SECTIONS)
    rows = [
        _row(place, [settings.get(place) for settings in all_settings], say)
        for place in sorted(places, key=lambda place: order.index(place[0]))
    ]
    return [row for row in rows if _differs(row)]


def _row(place: tuple[str, str], found: Sequence[_Setting | None], say: Say) -> SettingDifference:
    section, field = place
    values = tuple(None if each is None else each.value for each in found)
    words = tuple(NOTHING if each is None else each.words for each in found)
    return SettingDifference(
        section,
        field,
        say(SECTIONS[section].template),
        next(each.label for each in found if each is not None),
        values,
        _counted(values, words) if field == "features" else words,
    )


def _counted(values: tuple[Any, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """Write long lists as how many there are and those that not all jobs have."""
    lists = [value for value in values if value is not None]
    if max(map(len, lists)) <= _MOST_LISTED:
        return words
    shared = set(lists[0]).intersection(*lists)
    return tuple(
        NOTHING if value is None else f"{len(value)}: {_own(value, shared)}" for value in values
    )


def _own(names: Sequence[str], shared: set[str]) -> str:
    own = [name for name in names if name not in shared]
    return ", ".join(["…", *own] if shared else own)


def _differs(row: SettingDifference) -> bool:
    """Whether values differ; a fingerprint that a job lacks is unknown, not another one."""
    values = list(row.values)
    if row.field == "fingerprint":
        values = [value for value in values if value]
    return any(value != values[0] for value in values)


def _settings_of(job: AnyJob, say: Say) -> dict[tuple[str, str], _Setting]:
    """Return the settings of a job that have an effect, by section and field."""
    found = {}
    for section in type(job).model_fields:
        value = getattr(job, section)
        if isinstance(value, Section):
            for field, setting in _fields_of(value, say):
                found[section, field] = setting
    return found


def _fields_of(section: Section, say: Say) -> list[tuple[str, _Setting]]:
    found: list[tuple[str, _Setting]] = []
    for name, info in type(section).model_fields.items():
        extra: Any = info.json_schema_extra
        if not _matters(section, extra["only_when"]):
            continue
        value, label = getattr(section, name), say(info.title or name)
        if isinstance(value, BaseModel | Mapping):
            found += _parts_of(section, name, value, label, say)
        else:
            words = _in_words(name, value, extra, say)
            found.append((name, _Setting(label, _plain(value), words)))
    return found


def _matters(section: Section, only_when: Mapping[str, str | tuple[str, ...]]) -> bool:
    """Whether the other fields have the values that make a field count."""
    return all(
        str(getattr(section, name)) in ((wanted,) if isinstance(wanted, str) else wanted)
        for name, wanted in only_when.items()
    )


def _parts_of(
    section: Section, name: str, value: BaseModel | Mapping[str, Any], label: str, say: Say
) -> list[tuple[str, _Setting]]:
    """Return what was decided within a field that has parts, each as a setting of its own."""
    decided = (
        value.model_dump(mode="json", exclude_defaults=True)
        if isinstance(value, BaseModel)
        else dict(value)
    )
    declared: Any = type(section).model_fields[_ENTRIES_OF.get(name, name)].json_schema_extra
    return [
        (f"{name}.{path}", _Setting(f"{label}: {path}", part, _part_words(part, declared, say)))
        for path, part in _leaves(decided)
    ]


def _leaves(values: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """Return the values within values, each with the names on the way to it."""
    found: list[tuple[str, Any]] = []
    for name, value in values.items():
        if isinstance(value, Mapping):
            found += _leaves(value, f"{before}{name}.")
        else:
            found.append((f"{before}{name}", value))
    return found


def _part_words(part: Any, declared: Mapping[str, Any], say: Say) -> str:
    return _word("", part, declared["choices"], say)


def _in_words(name: str, value: Any, extra: Mapping[str, Any], say: Say) -> str:
    text = _word(name, value, extra["choices"], say)
    return f"{text} {say(extra['unit'])}" if extra["unit"] and text != NOTHING else text


def _word(name: str, value: Any, choices: Mapping[str, str], say: Say) -> str:
    if isinstance(value, bool):
        return say((ON if value else OFF).template)
    if isinstance(value, int):
        return str(value) if name == "seed" else count(value)
    if isinstance(value, float):
        return in_field(value)
    if isinstance(value, list | tuple):
        return ", ".join(_word("", each, choices, say) for each in value) or NOTHING
    text = str(value)
    if name == "fingerprint":
        text = text[:_DIGITS]
    return (say(choices[text]) if text in choices else text) or NOTHING


def _plain(value: Any) -> Any:
    """A job file knows lists alone."""
    return list(value) if isinstance(value, tuple) else value
