"""What the fields of a search and the values that it tries are called on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import QCoreApplication

from core.job import Network, Preparation, Training
from core.searching.settings import Search
from gui.translating import core_text

# where a job declares the words of what a search tries several of
_DECLARED: dict[str, tuple[type[BaseModel], str]] = {
    "activations": (Network, "activations"),
    "trainers": (Training, "trainer"),
    "transforms": (Preparation, "transform"),
    "scalings": (Preparation, "scaling"),
    "reductions": (Preparation, "reduction"),
}


def field_label(name: str) -> str:
    """Return what a field of a search is called."""
    return core_text(Search.model_fields[name].title or name)


def field_help(name: str) -> str:
    """Return what a field of a search means, in a sentence."""
    return core_text(Search.model_fields[name].description or "")


def field_unit(name: str) -> str:
    """Return the unit of a field of a search, "" where it has none."""
    return core_text(str(_extra(Search, name).get("unit") or ""))


def choice_words(name: str) -> dict[str, str]:
    """Return what can be tried of a field, each with its word, in the order of the job's forms."""
    if name == "outputs":
        return {
            "squares": _tr("Squared error"),
            "cross_entropy": _tr("Cross-entropy"),
            "softmax": _tr("Softmax"),
        }
    section, field = _DECLARED[name]
    declared: Mapping[str, str] = _extra(section, field)["choices"]
    known = tried(name)
    return {value: core_text(word) for value, word in declared.items() if value in known}


def tried(name: str) -> tuple[str, ...]:
    """Return the values that a search can try of a field."""
    annotation: Any = Search.model_fields[name].annotation
    found: tuple[str, ...] = annotation.__args__[0].__args__
    return found


def _extra(section: type[BaseModel], field: str) -> Mapping[str, Any]:
    extra = section.model_fields[field].json_schema_extra
    return extra if isinstance(extra, dict) else {}


def _tr(text: str) -> str:
    return QCoreApplication.translate("searching fields", text)
