"""How a field of a job declares itself, once for forms, messages and defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


def setting(
    label: str,
    help: str,
    *,
    unit: str = "",
    group: str = "",
    only_when: Mapping[str, str | tuple[str, ...]] | None = None,
    choices: Mapping[str, str] | None = None,
    **constraints: Any,
) -> Any:
    """Declare a field: what it is called, what it does and which values it takes.

    Parameters
    ----------
    group
        Heading under which a form gathers the field; "" at its top.
    only_when
        Other fields of the section and the value, or one of the values, that they must have for
        this one to matter.
    choices
        For a closed set of values: what each is called on screen.
    """
    extra: Any = {
        "unit": unit,
        "group": group,
        "only_when": dict(only_when or {}),
        "choices": dict(choices or {}),
    }
    return Field(title=label, description=help, json_schema_extra=extra, **constraints)


class Section(BaseModel):
    """A part of a job: frozen, and strict about unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid")
