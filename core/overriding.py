"""Settings of a job given one by one, as ``training.members=16`` on a command line."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any

from core.checked_values import checked_values
from core.job_file import SomeJob, job_values
from datasets.messages import InputError


def with_settings(job: SomeJob, settings: Sequence[str]) -> SomeJob:
    """Return the job with some fields changed.

    Parameters
    ----------
    settings
        ``section.field=value`` each, or ``section.part.field=value``; the value as in a job file,
        quotes around a text left out or not.

    Raises
    ------
    InputError
        When one is not of that form, or the section or field is unknown or out of range.
    """
    values = job_values(job)
    for setting in settings:
        name, equals, text = setting.partition("=")
        *sections, field = name.strip().split(".")
        if not equals or not field or not all(sections) or not sections:
            raise InputError(
                "The setting “{setting}” cannot be read; write section.field=value, for example "
                "training.members=16.",
                setting=setting,
            )
        _section(values, sections)[field] = typed_value(text.strip())
    return checked_values(type(job), values, "--set", "job") if settings else job


def typed_value(text: str) -> Any:
    """Return a value as TOML reads it; what is no TOML is a text without its quotes."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _section(values: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Return the values of a section, or of one inside it such as that of how a file is read."""
    first, *inner = names
    found = values.get(first)
    for name in inner:
        found = found.setdefault(name, {}) if isinstance(found, dict) else None
    if isinstance(found, dict):
        return found
    sections = [name for name, value in values.items() if isinstance(value, dict)]
    raise InputError(
        "This job has no section {section}; its sections are {names}: write section.field=value, "
        "for example training.members=16.",
        section=".".join(names),
        names=", ".join(sections),
    )
