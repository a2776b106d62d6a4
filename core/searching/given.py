"""The settings of a search as a file has them and as somebody types them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tomli_w

from core.checked_values import checked_values, read_toml
from core.overriding import typed_value
from core.searching.settings import Search
from datasets.messages import InputError

SECTION = "search."


def search_text(search: Search) -> str:
    """Return the settings as TOML, in a section of their own."""
    return tomli_w.dumps({"search": search.model_dump(mode="json")})


def read_search(path: Path) -> Search:
    """Read what `search_text` wrote; what a file leaves out stands at its default.

    Raises
    ------
    InputError
        When the file cannot be read, or a field of it is unknown or out of range.
    """
    values = read_toml(path).get("search", {})
    if not isinstance(values, dict):
        raise InputError("The file {path} has no section [search].", path=str(path))
    return checked_values(Search, values, str(path), "search")


def with_search_settings(
    search: Search, settings: Sequence[str], changed: dict[str, Any]
) -> tuple[Search, list[str]]:
    """Return a search with some fields changed, and the settings that are of the job.

    Parameters
    ----------
    settings
        ``search.units=[4,32]`` and the like, and settings of a job.
    changed
        Fields that were given by options of their own.

    Raises
    ------
    InputError
        When a field is unknown or out of range.
    """
    values = search.model_dump(mode="json")
    others = []
    for setting in settings:
        name, equals, text = setting.partition("=")
        if equals and name.strip().startswith(SECTION):
            values[name.strip().removeprefix(SECTION)] = typed_value(text.strip())
        else:
            others.append(setting)
    return checked_values(Search, {**values, **changed}, "--set", "search"), others
