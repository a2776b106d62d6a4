"""Values of a file as a typed section, or one sentence about the first that cannot be used."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.unknown_fields import fields_of, likely_names
from datasets.field_reasons import first_reason, reason_of
from datasets.messages import InputError

Model = TypeVar("Model", bound=BaseModel)


def checked_values(
    kind: type[Model], values: Mapping[str, Any], where: str, whole: str = ""
) -> Model:
    """Return values as a section of a kind.

    Parameters
    ----------
    where
        The file that they stand in, or whatever names the place.
    whole
        What is named as the field when it is none by itself.

    Raises
    ------
    InputError
        Names the first field that is missing, unknown or out of range.
    """
    try:
        return kind.model_validate(dict(values))
    except ValidationError as error:
        field, reason = first_reason(error)
        first = error.errors(include_url=False)[0]
        if first["type"] == "extra_forbidden":
            _refuse_unknown(kind, [str(part) for part in first["loc"]], where, whole)
        raise InputError(
            "The field {field} of {where} cannot be used: {reason}.",
            field=field or whole,
            where=where,
            reason=reason,
        ) from None


def _refuse_unknown(kind: type[BaseModel], names: list[str], where: str, whole: str) -> None:
    """Say which fields may be meant by one that there is not, or which there are."""
    *place, name = names
    field = ".".join(names)
    likely, known = likely_names(kind, place, name), fields_of(kind, place)
    if likely:
        raise InputError(
            "The field {field} of {where} cannot be used: there is no such field; did you mean "
            "{near}?",
            field=field,
            where=where,
            near=", ".join(likely),
        ) from None
    if known:
        raise InputError(
            "The field {field} of {where} cannot be used: there is no such field; those of "
            "{section} are {names}.",
            field=field,
            where=where,
            section=".".join(place) or whole or where,
            names=", ".join(known),
        ) from None


def read_toml(path: Path) -> dict[str, Any]:
    """Return the values of a TOML file.

    Raises
    ------
    InputError
        When it is absent or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            "The file {path} cannot be read: {reason}.", path=str(path), reason=reason_of(error)
        ) from None
