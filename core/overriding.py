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
        ``section.field=value`` each; the value as in a job file, quotes around a text left out or
        not.

    Raises
    ------
    InputError
        When one is not of that form, or the field is unknown or out of range.
    """
    values = job_values(job)
    for setting in settings:
        name, equals, text = setting.partition("=")
        section, _, field = name.strip().partition(".")
        if not equals or not field or not isinstance(values.get(section), dict):
            raise InputError(
                "The setting “{setting}” cannot be read; write section.field=value, for example "
                "training.members=16.",
                setting=setting,
            )
        values[section][field] = _value(text.strip())
    return checked_values(type(job), values, "--set", "job") if settings else job


def _value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
