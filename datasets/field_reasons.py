"""Why a file of settings, or a value in it, cannot be used, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import ValidationError

# types of errors of pydantic, with what each says of the limits it names
_REASONS = {
    "greater_than_equal": "it has to be {ge} or more",
    "greater_than": "it has to be more than {gt}",
    "less_than_equal": "it has to be {le} or less",
    "less_than": "it has to be less than {lt}",
    "multiple_of": "it has to be a multiple of {multiple_of}",
    "literal_error": "it has to be {expected}",
    "enum": "it has to be {expected}",
    "missing": "it is missing",
    "extra_forbidden": "there is no such field",
    "finite_number": "it has to be a finite number",
    "string_pattern_mismatch": "it is not of the form that is expected here",
    "string_too_short": "it is too short",
    "string_too_long": "it is too long",
    "too_short": "it needs {min_length} entries or more",
    "too_long": "it may have {max_length} entries",
    "union_tag_invalid": "it has to be one of {expected_tags}",
}
# of these the value says nothing more
_SAID_ALREADY = ("missing", "value_error", "extra_forbidden")
_KINDS = (
    ("int", "it has to be a whole number"),
    ("float", "it has to be a number"),
    ("decimal", "it has to be a number"),
    ("bool", "it has to be true or false"),
    ("string", "it has to be a text"),
    ("tuple", "it has to be a list"),
    ("list", "it has to be a list"),
    ("dict", "it has to be a table of fields"),
    ("mapping", "it has to be a table of fields"),
    ("model", "it has to be a table of fields"),
)


def first_reason(error: ValidationError) -> tuple[str, str]:
    """Return the first field that cannot be used, its names joined by points, and why.

    What is given stands behind the reason where it is a single value.
    """
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    reason = _reason(str(first["type"]), first.get("ctx") or {}, first["msg"])
    given = first.get("input")
    if isinstance(given, str | int | float) and first["type"] not in _SAID_ALREADY:
        reason += f", not {_shown(given)}"
    return field, reason


def reason_of(error: Exception) -> str:
    """Return why a file could not be read or written, without numbers and paths of the system."""
    words = error.strerror if isinstance(error, OSError) else ""
    return (words or str(error)).strip().rstrip(".") or type(error).__name__


def _reason(kind: str, values: Mapping[str, Any], text: str) -> str:
    if kind in _REASONS:
        return _REASONS[kind].format(**values)
    for start, reason in _KINDS:
        if kind.startswith(start):
            return reason
    return text.removeprefix("Value error, ").rstrip(".")


def _shown(given: str | int | float) -> str:
    if isinstance(given, bool):
        return "true" if given else "false"
    text = str(given)
    text = text if len(text) <= 40 else text[:37] + "…"
    return f"“{text}”" if isinstance(given, str) else text
